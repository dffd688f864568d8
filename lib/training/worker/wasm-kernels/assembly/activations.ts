import { zero } from './vectors';

/**
 * eˣ to about one unit in the last place, by the Cephes library's range reduction and polynomial (S. Moshier, expf):
 * x = n · ln 2 + r, eˣ = 2ⁿ · eʳ. Beyond ±87 it stays at the last value that float32 holds.
 */
// @ts-ignore: decorator
@inline
function exp(value: v128): v128 {
  // Adding 1.5 · 2²³ rounds to a whole number and leaves it in the lowest bits.
  const rounder = f32x4.splat(12582912.0);
  const x = f32x4.pmax(f32x4.pmin(value, f32x4.splat(87.0)), f32x4.splat(-87.0));
  const shifted = f32x4.add(f32x4.mul(x, f32x4.splat(1.44269504088896341)), rounder);
  const n = f32x4.sub(shifted, rounder);
  // ln 2 in two parts, so that n times the first is exact.
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  const scale = i32x4.add(i32x4.shl(shifted, 23), i32x4.splat(0x3f800000));
  return f32x4.mul(p, scale);
}

/** Cephes' tanhf: a polynomial near zero, 1 − 2 / (e²ˣ + 1) elsewhere. */
// @ts-ignore: decorator
@inline
function tanhOf(x: v128): v128 {
  const size = f32x4.abs(x);
  const far = f32x4.sub(
    f32x4.splat(1),
    f32x4.div(f32x4.splat(2), f32x4.add(exp(f32x4.add(size, size)), f32x4.splat(1))),
  );
  const sign = v128.and(x, i32x4.splat(0x80000000));
  const z = f32x4.mul(x, x);
  let p = f32x4.splat(-5.70498872745e-3);
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.06390887954e-2));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-5.37397155531e-2));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(1.33314422036e-1));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-3.33332819422e-1));
  const near = f32x4.add(f32x4.mul(f32x4.mul(p, z), x), x);
  return v128.bitselect(near, v128.or(far, sign), f32x4.lt(size, f32x4.splat(0.625)));
}

// @ts-ignore: decorator
@inline
function loadPart(address: usize, count: i32): v128 {
  let part = v128.load32_zero(address);
  if (count > 1) part = v128.load32_lane(address, part, 1, 4);
  if (count > 2) part = v128.load32_lane(address, part, 2, 8);
  return part;
}

// @ts-ignore: decorator
@inline
function storePart(address: usize, part: v128, count: i32): void {
  v128.store32_lane(address, part, 0);
  if (count > 1) v128.store32_lane(address, part, 1, 4);
  if (count > 2) v128.store32_lane(address, part, 2, 8);
}

export function tanh(x: usize, count: i32, y: usize): void {
  for (; count >= 8; count -= 8, x += 32, y += 32) {
    const low = tanhOf(v128.load(x));
    const high = tanhOf(v128.load(x, 16));
    v128.store(y, low);
    v128.store(y, high, 16);
  }
  for (; count >= 4; count -= 4, x += 16, y += 16) v128.store(y, tanhOf(v128.load(x)));
  if (count > 0) storePart(y, tanhOf(loadPart(x, count)), count);
}

/** dx = dy · (1 − y²) */
export function tanhGradient(dy: usize, y: usize, count: i32, dx: usize): void {
  const one = f32x4.splat(1);
  for (; count >= 4; count -= 4, dy += 16, y += 16, dx += 16) {
    const value = v128.load(y);
    v128.store(dx, f32x4.mul(v128.load(dy), f32x4.sub(one, f32x4.mul(value, value))));
  }
  if (count > 0) {
    const value = loadPart(y, count);
    storePart(dx, f32x4.mul(loadPart(dy, count), f32x4.sub(one, f32x4.mul(value, value))), count);
  }
}

/** dx = dy · y · (1 − y) */
export function sigmoidGradient(dy: usize, y: usize, count: i32, dx: usize): void {
  const one = f32x4.splat(1);
  for (; count >= 4; count -= 4, dy += 16, y += 16, dx += 16) {
    const value = v128.load(y);
    v128.store(dx, f32x4.mul(v128.load(dy), f32x4.mul(value, f32x4.sub(one, value))));
  }
  if (count > 0) {
    const value = loadPart(y, count);
    storePart(dx, f32x4.mul(loadPart(dy, count), f32x4.mul(value, f32x4.sub(one, value))), count);
  }
}

/** dx = dy where x > 0, else 0: as tfjs's step function has it, NaN in x gives NaN. */
export function reluGradient(dy: usize, x: usize, count: i32, dx: usize): void {
  for (; count >= 4; count -= 4, dy += 16, x += 16, dx += 16) {
    v128.store(dx, where(v128.load(dy), v128.load(x)));
  }
  if (count > 0) storePart(dx, where(loadPart(dy, count), loadPart(x, count)), count);
}

// @ts-ignore: decorator
@inline
function where(dy: v128, x: v128): v128 {
  const kept = v128.and(dy, f32x4.gt(x, zero()));
  return v128.bitselect(kept, x, f32x4.eq(x, x));
}
