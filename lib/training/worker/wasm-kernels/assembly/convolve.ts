import { addTile, multiplyAdd, NUMBER, storeTile, TILE, TILE_COLUMNS, VECTOR, zero } from './vectors';

/**
 * A convolution of one padded picture, or a product of matrices, without a matrix of patches: each output pixel is the
 * product of `segments` stretches of `depth` numbers of the input with the packed kernel, plus the bias.
 * Tiles of four pixels and eight filters stay in registers: eight sums, two vectors of the kernel, one number of the input
 * at a time, which is what x86's and ARM's sixteen (thirty-two) registers hold.
 */
export function convolve(
  x: usize,
  /** Bytes from the input of one output row, or column, to that of the next. */
  rowStep: usize,
  columnStep: usize,
  outHeight: i32,
  outWidth: i32,
  segments: i32,
  segmentStep: usize,
  depth: i32,
  /** Packed by packColumns or packRows; segments · depth rows, and the bytes from one panel to the next. */
  panels: usize,
  panelStep: usize,
  /** Filters here, and bytes from one output pixel to the next. */
  filters: i32,
  outStep: usize,
  /** One number per filter, padded to a multiple of eight. */
  bias: usize,
  out: usize,
  /** Otherwise the result is added to what stands in out: a long sum is done in parts that stay in the first-level cache. */
  isFirst: i32,
): void {
  const pixels = outHeight * outWidth;
  const segmentBytes = <usize>depth * NUMBER;
  const pairs = depth >> 1;
  for (let filter = 0; filter < filters; filter += TILE_COLUMNS, panels += panelStep, bias += TILE) {
    const width = min(TILE_COLUMNS, filters - filter);
    const bias0 = isFirst ? v128.load(bias) : zero();
    const bias1 = isFirst ? v128.load(bias, VECTOR) : zero();
    for (let tile = 0; tile < pixels; tile += 4) {
      // Pixels that the last tile lacks repeat its first one, and are not stored.
      const count = min(4, pixels - tile);
      let row = tile / outWidth;
      let column = tile - row * outWidth;
      let p0 = x + <usize>row * rowStep + <usize>column * columnStep;
      let p1 = p0;
      let p2 = p0;
      let p3 = p0;
      if (column + 3 < outWidth) {
        p1 += columnStep;
        p2 = p1 + columnStep;
        p3 = p2 + columnStep;
      } else {
        // Over the end of a row.
        if (++column == outWidth) (column = 0), row++;
        if (count > 1) p1 = x + <usize>row * rowStep + <usize>column * columnStep;
        if (++column == outWidth) (column = 0), row++;
        if (count > 2) p2 = x + <usize>row * rowStep + <usize>column * columnStep;
        if (++column == outWidth) (column = 0), row++;
        if (count > 3) p3 = x + <usize>row * rowStep + <usize>column * columnStep;
      }
      let a0 = bias0, a1 = bias1, b0 = bias0, b1 = bias1, c0 = bias0, c1 = bias1, d0 = bias0, d1 = bias1;
      let w = panels;
      for (let segment = segments; segment > 0; segment--) {
        for (let pair = pairs; pair > 0; pair--) {
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
          d0 = multiplyAdd(v, w0, d0);
          d1 = multiplyAdd(v, w1, d1);
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
          d0 = multiplyAdd(v, w0, d0);
          d1 = multiplyAdd(v, w1, d1);
          p0 += 8;
          p1 += 8;
          p2 += 8;
          p3 += 8;
          w += 64;
        }
        if (depth & 1) {
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
          d0 = multiplyAdd(v, w0, d0);
          d1 = multiplyAdd(v, w1, d1);
          p0 += 4;
          p1 += 4;
          p2 += 4;
          p3 += 4;
          w += 32;
        }
        const next = segmentStep - segmentBytes;
        p0 += next;
        p1 += next;
        p2 += next;
        p3 += next;
      }
      const to = out + <usize>tile * outStep + <usize>filter * NUMBER;
      if (isFirst) {
        storeTile(to, a0, a1, width);
        if (count > 1) storeTile(to + outStep, b0, b1, width);
        if (count > 2) storeTile(to + 2 * outStep, c0, c1, width);
        if (count > 3) storeTile(to + 3 * outStep, d0, d1, width);
      } else {
        addTile(to, a0, a1, width);
        if (count > 1) addTile(to + outStep, b0, b1, width);
        if (count > 2) addTile(to + 2 * outStep, c0, c1, width);
        if (count > 3) addTile(to + 3 * outStep, d0, d1, width);
      }
    }
  }
}
