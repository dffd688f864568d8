import { NUMBER } from './vectors';

/** Rows added up before they join the total: sums of sums lose less to rounding than one long sum. */
const CHUNK: i32 = 128;

/** The sum of the rows of a matrix: the gradient of a bias. `part` is scratch of `columns` numbers. */
export function sumRows(x: usize, rows: i32, columns: i32, part: usize, out: usize): void {
  const bytes = <usize>columns * NUMBER;
  memory.fill(out, 0, bytes);
  for (let done = 0; done < rows; done += CHUNK) {
    const count = min(CHUNK, rows - done);
    memory.fill(part, 0, bytes);
    for (let row = 0; row < count; row++, x += bytes) add(part, x, columns);
    add(out, part, columns);
  }
}

// @ts-ignore: decorator
@inline
function add(to: usize, from: usize, count: i32): void {
  let rest = count;
  for (; rest >= 4; rest -= 4, to += 16, from += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
  for (; rest > 0; rest--, to += 4, from += 4) f32.store(to, f32.load(to) + f32.load(from));
}
