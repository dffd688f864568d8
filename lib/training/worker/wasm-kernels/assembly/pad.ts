import { NUMBER } from './vectors';

export function clear(to: usize, bytes: usize): void {
  memory.fill(to, 0, bytes);
}

/** One picture (height × `length` numbers) into the middle of a larger one, whose rest is zero. */
export function pad(
  from: usize,
  height: i32,
  length: i32,
  top: i32,
  left: i32,
  fullHeight: i32,
  fullLength: i32,
  to: usize,
): void {
  const bytes = <usize>length * NUMBER;
  const fullBytes = <usize>fullLength * NUMBER;
  memory.fill(to, 0, <usize>fullHeight * fullBytes);
  let target = to + <usize>top * fullBytes + <usize>left * NUMBER;
  for (let row = 0; row < height; row++, from += bytes, target += fullBytes) copyNumbers(target, from, length);
}

/** The middle of a padded picture. */
export function unpad(from: usize, fullLength: i32, top: i32, left: i32, height: i32, length: i32, to: usize): void {
  const bytes = <usize>length * NUMBER;
  const fullBytes = <usize>fullLength * NUMBER;
  let source = from + <usize>top * fullBytes + <usize>left * NUMBER;
  for (let row = 0; row < height; row++, source += fullBytes, to += bytes) copyNumbers(to, source, length);
}

/** Rows are short: a loop of vectors beats memory.copy, which is a call. */
function copyNumbers(to: usize, from: usize, count: i32): void {
  let rest = count;
  for (; rest >= 4; rest -= 4, to += 16, from += 16) v128.store(to, v128.load(from));
  for (; rest > 0; rest--, to += 4, from += 4) f32.store(to, f32.load(from));
}
