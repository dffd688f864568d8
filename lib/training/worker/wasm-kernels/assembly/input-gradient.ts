import { multiplyAdd, NUMBER, TILE, TILE_COLUMNS, VECTOR, zero } from './vectors';

/**
 * The gradient of a convolution's input, for one picture: every output pixel's gradient times the kernel is added to the
 * stretch of the (padded) input that it was computed from. Four pixels are multiplied at a time, and added one after the
 * other, since their stretches overlap. Eight columns of the kernel go over the whole picture before the next eight: they
 * stay in the first-level cache.
 */
export function inputGradient(
  dy: usize,
  outHeight: i32,
  outWidth: i32,
  filters: i32,
  /** Packed by packTurned. */
  panels: usize,
  kernelHeight: i32,
  /** Numbers of a kernel's row: width · channels. */
  rowLength: i32,
  /** Zeros before; at least seven numbers longer than the padded picture, which a tile's zero columns may touch. */
  dx: usize,
  rowStep: usize,
  columnStep: usize,
  /** Bytes from one row of the padded picture to the next. */
  inputRow: usize,
): void {
  const pixels = outHeight * outWidth;
  const pixelBytes = <usize>filters * NUMBER;
  const panelBytes = <usize>filters * TILE;
  let panel = panels;
  let offset: usize = 0;
  for (let kernelRow = 0; kernelRow < kernelHeight; kernelRow++, offset += inputRow) {
    let at = offset;
    for (let place = 0; place < rowLength; place += TILE_COLUMNS, at += TILE, panel += panelBytes) {
      // The next output pixel's stretch of the input.
      let row = 0;
      let column = 0;
      let stretch = dx + at;
      let from = dy;
      for (let tile = 0; tile < pixels; tile += 4) {
        const count = min(4, pixels - tile);
        const d0 = stretch;
        if (++column == outWidth) (column = 0), row++, (stretch = dx + at + <usize>row * rowStep);
        else stretch += columnStep;
        const d1 = stretch;
        if (++column == outWidth) (column = 0), row++, (stretch = dx + at + <usize>row * rowStep);
        else stretch += columnStep;
        const d2 = stretch;
        if (++column == outWidth) (column = 0), row++, (stretch = dx + at + <usize>row * rowStep);
        else stretch += columnStep;
        const d3 = stretch;
        if (++column == outWidth) (column = 0), row++, (stretch = dx + at + <usize>row * rowStep);
        else stretch += columnStep;
        // Pixels that the last tile lacks repeat its first one, and are not added.
        let p0 = from;
        let p1 = count > 1 ? p0 + pixelBytes : p0;
        let p2 = count > 2 ? p1 + pixelBytes : p0;
        let p3 = count > 3 ? p2 + pixelBytes : p0;
        from = p3 + pixelBytes;
        let w = panel;
        let a0 = zero(), a1 = zero(), b0 = zero(), b1 = zero(), c0 = zero(), c1 = zero(), e0 = zero(), e1 = zero();
        for (let pair = filters >> 1; pair > 0; pair--) {
          let w0 = v128.load(w);
          let w1 = v128.load(w, 16);
          let v = v128.load_splat<f32>(p0);
          a0 = multiplyAdd(v, w0, a0);
          a1 = multiplyAdd(v, w1, a1);
          v = v128.load_splat<f32>(p1);
          b0 = multiplyAdd(v, w0, b0);
          b1 = multiplyAdd(v, w1, b1);
          v = v128.load_splat<f32>(p2);
          c0 = multiplyAdd(v, w0, c0);
          c1 = multiplyAdd(v, w1, c1);
          v = v128.load_splat<f32>(p3);
          e0 = multiplyAdd(v, w0, e0);
          e1 = multiplyAdd(v, w1, e1);
          w0 = v128.load(w, 32);
          w1 = v128.load(w, 48);
          v = v128.load_splat<f32>(p0, 4);
          a0 = multiplyAdd(v, w0, a0);
          a1 = multiplyAdd(v, w1, a1);
          v = v128.load_splat<f32>(p1, 4);
          b0 = multiplyAdd(v, w0, b0);
          b1 = multiplyAdd(v, w1, b1);
          v = v128.load_splat<f32>(p2, 4);
          c0 = multiplyAdd(v, w0, c0);
          c1 = multiplyAdd(v, w1, c1);
          v = v128.load_splat<f32>(p3, 4);
          e0 = multiplyAdd(v, w0, e0);
          e1 = multiplyAdd(v, w1, e1);
          p0 += 8;
          p1 += 8;
          p2 += 8;
          p3 += 8;
          w += 64;
        }
        if (filters & 1) {
          const w0 = v128.load(w);
          const w1 = v128.load(w, 16);
          let v = v128.load_splat<f32>(p0);
          a0 = multiplyAdd(v, w0, a0);
          a1 = multiplyAdd(v, w1, a1);
          v = v128.load_splat<f32>(p1);
          b0 = multiplyAdd(v, w0, b0);
          b1 = multiplyAdd(v, w1, b1);
          v = v128.load_splat<f32>(p2);
          c0 = multiplyAdd(v, w0, c0);
          c1 = multiplyAdd(v, w1, c1);
          v = v128.load_splat<f32>(p3);
          e0 = multiplyAdd(v, w0, e0);
          e1 = multiplyAdd(v, w1, e1);
        }
        addEight(d0, a0, a1);
        if (count > 1) addEight(d1, b0, b1);
        if (count > 2) addEight(d2, c0, c1);
        if (count > 3) addEight(d3, e0, e1);
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function addEight(address: usize, low: v128, high: v128): void {
  v128.store(address, f32x4.add(v128.load(address), low));
  v128.store(address, f32x4.add(v128.load(address, VECTOR), high), VECTOR);
}
