/** Bytes of a number, of a vector of four, and of the eight columns that a tile is wide. */
export const NUMBER: usize = 4;
export const VECTOR: usize = 16;
export const TILE_COLUMNS: i32 = 8;
export const TILE: usize = 32;

// @ts-ignore: decorator
@inline
export function zero(): v128 {
  return f32x4.splat(0);
}

// @ts-ignore: decorator
@inline
export function multiplyAdd(a: v128, b: v128, sum: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

/** Stores the first `width` of eight numbers. */
// @ts-ignore: decorator
@inline
export function storeTile(address: usize, low: v128, high: v128, width: i32): void {
  if (width == TILE_COLUMNS) {
    v128.store(address, low);
    v128.store(address, high, VECTOR);
    return;
  }
  storeNarrow(address, low, high, width);
}

export function storeNarrow(address: usize, low: v128, high: v128, width: i32): void {
  let part = low;
  let rest = width;
  let at = address;
  if (rest >= 4) {
    v128.store(at, low);
    part = high;
    rest -= 4;
    at += VECTOR;
  }
  if (rest >= 2) {
    v128.store64_lane(at, part, 0);
    if (rest == 3) v128.store32_lane(at, part, 2, 8);
  } else if (rest == 1) v128.store32_lane(at, part, 0);
}

/** Adds the first `width` of eight numbers to what stands there. */
export function addTile(address: usize, low: v128, high: v128, width: i32): void {
  if (width == TILE_COLUMNS) {
    v128.store(address, f32x4.add(v128.load(address), low));
    v128.store(address, f32x4.add(v128.load(address, VECTOR), high), VECTOR);
    return;
  }
  let part = low;
  let rest = width;
  let at = address;
  if (rest >= 4) {
    v128.store(at, f32x4.add(v128.load(at), low));
    part = high;
    rest -= 4;
    at += VECTOR;
  }
  if (rest >= 1) f32.store(at, f32.load(at) + f32x4.extract_lane(part, 0));
  if (rest >= 2) f32.store(at + 4, f32.load(at + 4) + f32x4.extract_lane(part, 1));
  if (rest == 3) f32.store(at + 8, f32.load(at + 8) + f32x4.extract_lane(part, 2));
}
