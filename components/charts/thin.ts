/**
 * Where to look at a long curve that is drawn `columns` pixels wide: the lowest and the highest point of every column,
 * in order, so that no spike is lost. Every index when there are few.
 */
export function thinIndices(values: Float32Array, columns: number): readonly number[] {
  if (values.length <= columns * 2) return Array.from(values.keys());
  const indices: number[] = [];
  for (let column = 0; column < columns; column++) {
    const start = Math.floor((column * values.length) / columns);
    const end = Math.floor(((column + 1) * values.length) / columns);
    const [low, high] = extremes(values, start, end);
    indices.push(Math.min(low, high));
    if (low !== high) indices.push(Math.max(low, high));
  }
  const last = values.length - 1;
  if (indices.at(-1) !== last) indices.push(last);
  return indices;
}

function extremes(values: Float32Array, start: number, end: number): readonly [number, number] {
  let [low, high] = [start, start];
  for (let at = start + 1; at < end; at++) {
    const value = values[at] ?? Number.NaN;
    if (value < (values[low] ?? Number.NaN)) low = at;
    if (value > (values[high] ?? Number.NaN)) high = at;
  }
  return [low, high];
}
