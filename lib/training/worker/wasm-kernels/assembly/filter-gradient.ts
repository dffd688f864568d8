import { addTile, multiplyAdd, NUMBER, storeTile, TILE, TILE_COLUMNS, zero } from './vectors';

/**
 * The gradient of a convolution's kernel from one padded picture, added to what the pictures before gave, or a product of
 * a transposed matrix. Each tile is four places of the kernel by eight filters; its sums stay in registers over all pixels.
 */
export function filterGradient(
  x: usize,
  /** Bytes from the input of one output row, or column, to that of the next. */
  rowStep: usize,
  columnStep: usize,
  outHeight: i32,
  outWidth: i32,
  /** The output's gradient, pixels × filters, packed by packColumns. */
  dy: usize,
  filters: i32,
  segments: i32,
  segmentStep: usize,
  depth: i32,
  /** (segments · depth) × filters, and the bytes from one row of it to the next. */
  dw: usize,
  dwStep: usize,
  /** The first picture: what stands in dw is overwritten. */
  isFirst: i32,
): void {
  const places = segments * depth;
  const panelBytes = <usize>(outHeight * outWidth) * TILE;
  for (let filter = 0; filter < filters; filter += TILE_COLUMNS, dy += panelBytes) {
    const width = min(TILE_COLUMNS, filters - filter);
    let segment = 0;
    let inner = 0;
    for (let place = 0; place < places; place += 4) {
      // Places that the last tile lacks repeat its first one, and are not stored.
      const count = min(4, places - place);
      const x0 = x + <usize>segment * segmentStep + <usize>inner * NUMBER;
      if (++inner == depth) ((inner = 0), segment++);
      const x1 = count > 1 ? x + <usize>segment * segmentStep + <usize>inner * NUMBER : x0;
      if (++inner == depth) ((inner = 0), segment++);
      const x2 = count > 2 ? x + <usize>segment * segmentStep + <usize>inner * NUMBER : x0;
      if (++inner == depth) ((inner = 0), segment++);
      const x3 = count > 3 ? x + <usize>segment * segmentStep + <usize>inner * NUMBER : x0;
      if (++inner == depth) ((inner = 0), segment++);
      let a0 = zero(),
        a1 = zero(),
        b0 = zero(),
        b1 = zero(),
        c0 = zero(),
        c1 = zero(),
        d0 = zero(),
        d1 = zero();
      let g = dy;
      let rowOffset: usize = 0;
      for (let row = outHeight; row > 0; row--, rowOffset += rowStep) {
        let p0 = x0 + rowOffset;
        let p1 = x1 + rowOffset;
        let p2 = x2 + rowOffset;
        let p3 = x3 + rowOffset;
        for (let column = outWidth; column > 0; column--) {
          const g0 = v128.load(g);
          const g1 = v128.load(g, 16);
          let v = v128.load_splat<f32>(p0);
          a0 = multiplyAdd(v, g0, a0);
          a1 = multiplyAdd(v, g1, a1);
          v = v128.load_splat<f32>(p1);
          b0 = multiplyAdd(v, g0, b0);
          b1 = multiplyAdd(v, g1, b1);
          v = v128.load_splat<f32>(p2);
          c0 = multiplyAdd(v, g0, c0);
          c1 = multiplyAdd(v, g1, c1);
          v = v128.load_splat<f32>(p3);
          d0 = multiplyAdd(v, g0, d0);
          d1 = multiplyAdd(v, g1, d1);
          p0 += columnStep;
          p1 += columnStep;
          p2 += columnStep;
          p3 += columnStep;
          g += TILE;
        }
      }
      const to = dw + <usize>place * dwStep + <usize>filter * NUMBER;
      if (isFirst) {
        storeTile(to, a0, a1, width);
        if (count > 1) storeTile(to + dwStep, b0, b1, width);
        if (count > 2) storeTile(to + 2 * dwStep, c0, c1, width);
        if (count > 3) storeTile(to + 3 * dwStep, d0, d1, width);
      } else {
        addTile(to, a0, a1, width);
        if (count > 1) addTile(to + dwStep, b0, b1, width);
        if (count > 2) addTile(to + 2 * dwStep, c0, c1, width);
        if (count > 3) addTile(to + 3 * dwStep, d0, d1, width);
      }
    }
  }
}

/**
 * The same for many filters. The four numbers of a tile's places are gathered from all pixels once, side by side, and serve
 * all filters: read where they lie, a power of two of bytes apart, they would push each other out of the cache.
 */
export function filterGradientOfMany(
  x: usize,
  rowStep: usize,
  columnStep: usize,
  outHeight: i32,
  outWidth: i32,
  dy: usize,
  filters: i32,
  segments: i32,
  segmentStep: usize,
  depth: i32,
  dw: usize,
  dwStep: usize,
  isFirst: i32,
  /** Scratch of four numbers for each pixel. */
  gathered: usize,
): void {
  const pixels = outHeight * outWidth;
  const places = segments * depth;
  const panelBytes = <usize>pixels * TILE;
  let segment = 0;
  let inner = 0;
  for (let place = 0; place < places; place += 4) {
    const count = min(4, places - place);
    const x0 = x + <usize>segment * segmentStep + <usize>inner * NUMBER;
    const isTogether = count == 4 && inner + 4 <= depth;
    if (++inner == depth) (inner = 0), segment++;
    const x1 = count > 1 ? x + <usize>segment * segmentStep + <usize>inner * NUMBER : x0;
    if (++inner == depth) (inner = 0), segment++;
    const x2 = count > 2 ? x + <usize>segment * segmentStep + <usize>inner * NUMBER : x0;
    if (++inner == depth) (inner = 0), segment++;
    const x3 = count > 3 ? x + <usize>segment * segmentStep + <usize>inner * NUMBER : x0;
    if (++inner == depth) (inner = 0), segment++;
    let to = gathered;
    let rowOffset: usize = 0;
    for (let row = outHeight; row > 0; row--, rowOffset += rowStep) {
      let offset = rowOffset;
      for (let column = outWidth; column > 0; column--, offset += columnStep, to += 16) {
        if (isTogether) v128.store(to, v128.load(x0 + offset));
        else {
          f32.store(to, f32.load(x0 + offset));
          f32.store(to, f32.load(x1 + offset), 4);
          f32.store(to, f32.load(x2 + offset), 8);
          f32.store(to, f32.load(x3 + offset), 12);
        }
      }
    }
    let g = dy;
    for (let filter = 0; filter < filters; filter += TILE_COLUMNS) {
      const width = min(TILE_COLUMNS, filters - filter);
      let a0 = zero(), a1 = zero(), b0 = zero(), b1 = zero(), c0 = zero(), c1 = zero(), d0 = zero(), d1 = zero();
      let p = gathered;
      const end = g + panelBytes;
      while (g < end) {
        const g0 = v128.load(g);
        const g1 = v128.load(g, 16);
        let v = v128.load_splat<f32>(p);
        a0 = multiplyAdd(v, g0, a0);
        a1 = multiplyAdd(v, g1, a1);
        v = v128.load_splat<f32>(p, 4);
        b0 = multiplyAdd(v, g0, b0);
        b1 = multiplyAdd(v, g1, b1);
        v = v128.load_splat<f32>(p, 8);
        c0 = multiplyAdd(v, g0, c0);
        c1 = multiplyAdd(v, g1, c1);
        v = v128.load_splat<f32>(p, 12);
        d0 = multiplyAdd(v, g0, d0);
        d1 = multiplyAdd(v, g1, d1);
        p += 16;
        g += TILE;
      }
      const at = dw + <usize>place * dwStep + <usize>filter * NUMBER;
      if (isFirst) {
        storeTile(at, a0, a1, width);
        if (count > 1) storeTile(at + dwStep, b0, b1, width);
        if (count > 2) storeTile(at + 2 * dwStep, c0, c1, width);
        if (count > 3) storeTile(at + 3 * dwStep, d0, d1, width);
      } else {
        addTile(at, a0, a1, width);
        if (count > 1) addTile(at + dwStep, b0, b1, width);
        if (count > 2) addTile(at + 2 * dwStep, c0, c1, width);
        if (count > 3) addTile(at + 3 * dwStep, d0, d1, width);
      }
    }
  }
}
