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

/** The same of the transpose: `from` is columns × rows, and the panels hold eight of its rows each. */
export function packRows(from: usize, rows: i32, columns: i32, first: i32, count: i32, to: usize): void {
  const step = <usize>rows * NUMBER;
  for (let column = first; column < first + count; column += TILE_COLUMNS) {
    const width = min(TILE_COLUMNS, columns - column);
    for (let at = 0; at < TILE_COLUMNS; at++) {
      let source = from + <usize>(column + at) * step;
      let target = to + <usize>at * NUMBER;
      for (let row = 0; row < rows; row++, source += NUMBER, target += TILE) {
        f32.store(target, at < width ? f32.load(source) : 0);
      }
    }
    to += <usize>rows * TILE;
  }
}

/**
 * A convolution's kernel (height × width × channels × filters) for its input's gradient: for each of its rows the
 * transpose, filters × (width · channels), in panels of eight columns.
 */
export function packTurned(from: usize, height: i32, rowLength: i32, filters: i32, to: usize): void {
  const panels = (rowLength + TILE_COLUMNS - 1) / TILE_COLUMNS;
  for (let row = 0; row < height; row++) {
    packRows(from + <usize>(row * rowLength * filters) * NUMBER, filters, rowLength, 0, rowLength, to);
    to += <usize>(panels * filters) * TILE;
  }
}
