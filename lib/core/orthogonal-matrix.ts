/**
 * A matrix (rows × columns, row by row) whose rows, or columns where they are fewer, have length 1 and stand at right angles
 * (Saxe et al. 2013): numbers from `draw`, each vector less its share of those before it (Gram–Schmidt, as modified), in
 * float64. With normal numbers every such matrix is equally likely, as with Keras's QR (Mezzadri 2007).
 */
export function orthogonalMatrix([rows, columns]: readonly [number, number], draw: () => number): Float32Array {
  const isWide = rows <= columns;
  const [count, length] = isWide ? [rows, columns] : [columns, rows];
  const vectors = Array.from({ length: count }, () => Float64Array.from({ length }, draw));
  vectors.forEach((vector, index) => {
    normalize(vector);
    // Two at a time: the vector is read from memory once for both.
    for (let later = index + 1; later < count; later += 2) takeAway(vector, vectors[later], vectors[later + 1]);
  });
  const values = new Float32Array(rows * columns);
  if (isWide) vectors.forEach((vector, row) => values.set(vector, row * columns));
  else vectors.forEach((vector, column) => vector.forEach((value, row) => (values[row * columns + column] = value)));
  return values;
}

function normalize(vector: Float64Array): void {
  let squares = 0;
  for (let at = 0; at < vector.length; at += 1) squares += (vector[at] ?? 0) * (vector[at] ?? 0);
  const size = Math.sqrt(squares);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / size;
}

function takeAway(unit: Float64Array, first: Float64Array | undefined, second = first): void {
  if (first === undefined || second === undefined) return;
  let [alongFirst, alongSecond] = [0, 0];
  for (let at = 0; at < unit.length; at += 1) {
    alongFirst += (first[at] ?? 0) * (unit[at] ?? 0);
    alongSecond += (second[at] ?? 0) * (unit[at] ?? 0);
  }
  if (first === second) alongSecond = 0;
  for (let at = 0; at < unit.length; at += 1) {
    first[at] = (first[at] ?? 0) - alongFirst * (unit[at] ?? 0);
    second[at] = (second[at] ?? 0) - alongSecond * (unit[at] ?? 0);
  }
}
