export interface Eigen {
  /** Largest first. */
  readonly values: readonly number[];
  /** Of length 1, in the order of the values. */
  readonly vectors: readonly (readonly number[])[];
}

const MOST_SWEEPS = 60;

/** Eigenvalues and vectors of a small symmetric matrix, by rotations (Jacobi 1846; as in Golub & Van Loan, 8.5). */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const a = matrix.map((row) => [...row]);
  const size = a.length;
  const vectors = a.map((_, row) => a.map((__, column) => (row === column ? 1 : 0)));
  const at = (row: number, column: number): number => a[row]?.[column] ?? 0;
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a); sweep += 1) {
    for (let p = 0; p < size - 1; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        if (at(p, q) === 0) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        for (const row of a) rotate(row, [p, q], [c, t * c]);
        rotateRows(a, [p, q], [c, t * c]);
        for (const row of vectors) rotate(row, [p, q], [c, t * c]);
      }
    }
  }
  const order = a.map((_, index) => index).sort((p, q) => at(q, q) - at(p, p));
  return {
    values: order.map((index) => at(index, index)),
    vectors: order.map((index) => vectors.map((row) => row[index] ?? 0)),
  };
}

type Two = readonly [number, number];

function rotate(row: number[], [p, q]: Two, [c, s]: Two): void {
  const [x, y] = [row[p] ?? 0, row[q] ?? 0];
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}

function rotateRows(a: readonly number[][], [p, q]: Two, [c, s]: Two): void {
  const [one, other] = [a[p] ?? [], a[q] ?? []];
  for (let column = 0; column < one.length; column += 1) {
    const [x, y] = [one[column] ?? 0, other[column] ?? 0];
    one[column] = c * x - s * y;
    other[column] = s * x + c * y;
  }
}

/** What is left beside the diagonal is below rounding. */
function isDiagonal(a: readonly (readonly number[])[]): boolean {
  let [beside, all] = [0, 0];
  a.forEach((row, p) =>
    row.forEach((value, q) => {
      all += value * value;
      if (p !== q) beside += value * value;
    }),
  );
  return beside <= 1e-30 * all;
}
