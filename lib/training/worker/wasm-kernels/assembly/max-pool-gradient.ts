import { NUMBER } from './vectors';

/**
 * The gradient of max pooling: all of each window's goes to its first maximum. Channels lie side by side, four to a
 * vector; a rest of one to three takes the last four with those already done masked out, or goes one by one.
 */
export function maxPoolGradient(
  x: usize,
  dy: usize,
  dx: usize,
  batch: i32,
  inHeight: i32,
  inWidth: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  top: i32,
  left: i32,
): void {
  const pixel = <usize>channels * NUMBER;
  const inputRow = <usize>inWidth * pixel;
  const picture = <usize>inHeight * inputRow;
  memory.fill(dx, 0, <usize>batch * picture);
  for (let sample = 0; sample < batch; sample++, x += picture, dx += picture) {
    for (let row = 0; row < outHeight; row++) {
      const firstRow = max(0, row * strideHeight - top);
      const lastRow = min(inHeight, row * strideHeight - top + windowHeight);
      for (let column = 0; column < outWidth; column++, dy += pixel) {
        const firstColumn = max(0, column * strideWidth - left);
        const lastColumn = min(inWidth, column * strideWidth - left + windowWidth);
        const corner = <usize>firstRow * inputRow + <usize>firstColumn * pixel;
        const rows = lastRow - firstRow;
        const columns = lastColumn - firstColumn;
        let channel = 0;
        for (; channel + 4 <= channels; channel += 4) {
          const at = corner + <usize>channel * NUMBER;
          const gradient = v128.load(dy + <usize>channel * NUMBER);
          scatter(x + at, dx + at, gradient, rows, columns, inputRow, pixel);
        }
        if (channel < channels && channels >= 4) {
          const rest = channels - channel;
          const at = corner + <usize>(channels - 4) * NUMBER;
          let gradient = v128.load(dy + <usize>(channels - 4) * NUMBER);
          gradient = v128.and(gradient, i32x4.gt_s(i32x4(0, 1, 2, 3), i32x4.splat(3 - rest)));
          scatter(x + at, dx + at, gradient, rows, columns, inputRow, pixel);
        } else {
          for (; channel < channels; channel++) {
            const at = <usize>channel * NUMBER;
            scatterOne(x + corner + at, dx + corner + at, f32.load(dy + at), rows, columns, inputRow, pixel);
          }
        }
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function scatter(x: usize, dx: usize, dy: v128, rows: i32, columns: i32, inputRow: usize, pixel: usize): void {
  let most = v128.load(x);
  let best = i32x4.splat(0);
  let index = 0;
  for (let row = 0; row < rows; row++) {
    let at = x + <usize>row * inputRow;
    for (let column = 0; column < columns; column++, at += pixel, index++) {
      const value = v128.load(at);
      const isMore = f32x4.gt(value, most);
      most = v128.bitselect(value, most, isMore);
      best = v128.bitselect(i32x4.splat(index), best, isMore);
    }
  }
  index = 0;
  for (let row = 0; row < rows; row++) {
    let at = dx + <usize>row * inputRow;
    for (let column = 0; column < columns; column++, at += pixel, index++) {
      const part = v128.and(dy, i32x4.eq(best, i32x4.splat(index)));
      v128.store(at, f32x4.add(v128.load(at), part));
    }
  }
}

function scatterOne(x: usize, dx: usize, dy: f32, rows: i32, columns: i32, inputRow: usize, pixel: usize): void {
  let most = f32.load(x);
  let best: usize = 0;
  for (let row = 0; row < rows; row++) {
    let at = <usize>row * inputRow;
    for (let column = 0; column < columns; column++, at += pixel) {
      const value = f32.load(x + at);
      if (value > most) {
        most = value;
        best = at;
      }
    }
  }
  f32.store(dx + best, f32.load(dx + best) + dy);
}
