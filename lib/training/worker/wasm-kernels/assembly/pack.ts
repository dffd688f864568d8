import { NUMBER, TILE, TILE_COLUMNS, VECTOR } from './vectors';

/**
 * A matrix (rows × columns) as panels of eight columns, one row of a panel after the other; columns beyond the last are
 * zero. So a tile's two vectors of a row always lie side by side.
 */
export function packColumns(from: usize, rows: i32, columns: i32, first: i32, count: i32, to: usize): void {
  const step = <usize>columns * NUMBER;
  for (let column = first; column < first + count; column += TILE_COLUMNS) {
    const width = min(TILE_COLUMNS, columns - column);
    let source = from + <usize>column * NUMBER;
    for (let row = 0; row < rows; row++, source += step, to += TILE) {
      if (width == TILE_COLUMNS) {
        v128.store(to, v128.load(source));
        v128.store(to, v128.load(source, VECTOR), VECTOR);
      } else {
        for (let at = 0; at < TILE_COLUMNS; at++) {
          const value = at < width ? f32.load(source + <usize>at * NUMBER) : 0;
          f32.store(to + <usize>at * NUMBER, value);
        }
      }
    }
  }
}

/**
 * The same of the transpose: `from` holds columns × rows, `step` bytes from one of its rows to the next, and the panels
 * hold eight of its rows each, four by four turned.
 */
export function packRows(from: usize, rows: i32, step: usize, columns: i32, first: i32, count: i32, to: usize): void {
  for (let column = first; column < first + count; column += TILE_COLUMNS, to += <usize>rows * TILE) {
    const width = min(TILE_COLUMNS, columns - column);
    const source = from + <usize>column * step;
    if (width == TILE_COLUMNS) {
      turnFour(source, rows, step, to);
      turnFour(source + 4 * step, rows, step, to + VECTOR);
      continue;
    }
    for (let at = 0; at < TILE_COLUMNS; at++) {
      let next = source + <usize>at * step;
      let target = to + <usize>at * NUMBER;
      for (let row = 0; row < rows; row++, next += NUMBER, target += TILE) {
        f32.store(target, at < width ? f32.load(next) : 0);
      }
    }
  }
}

function turnFour(from: usize, rows: i32, step: usize, to: usize): void {
  let rest = rows;
  for (; rest >= 4; rest -= 4, from += VECTOR, to += 4 * TILE) {
    const a = v128.load(from);
    const b = v128.load(from + step);
    const c = v128.load(from + 2 * step);
    const d = v128.load(from + 3 * step);
    const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const ab1 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    const cd1 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f32>(ab0, cd0, 0, 1, 4, 5));
    v128.store(to, v128.shuffle<f32>(ab0, cd0, 2, 3, 6, 7), 32);
    v128.store(to, v128.shuffle<f32>(ab1, cd1, 0, 1, 4, 5), 64);
    v128.store(to, v128.shuffle<f32>(ab1, cd1, 2, 3, 6, 7), 96);
  }
  for (; rest > 0; rest--, from += NUMBER, to += TILE) {
    f32.store(to, f32.load(from));
    f32.store(to, f32.load(from + step), 4);
    f32.store(to, f32.load(from + 2 * step), 8);
    f32.store(to, f32.load(from + 3 * step), 12);
  }
}

/**
 * A convolution's kernel (height × width × channels × filters) for its input's gradient: for each of its rows the
 * transpose, filters × (width · channels), in panels of eight columns.
 */
export function packTurned(from: usize, height: i32, rowLength: i32, filters: i32, to: usize): void {
  const step = <usize>filters * NUMBER;
  const panels = (rowLength + TILE_COLUMNS - 1) / TILE_COLUMNS;
  for (let row = 0; row < height; row++) {
    packRows(from + <usize>(row * rowLength * filters) * NUMBER, filters, step, rowLength, 0, rowLength, to);
    to += <usize>(panels * filters) * TILE;
  }
}
