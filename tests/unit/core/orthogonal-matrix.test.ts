import { orthogonalMatrix } from '@/lib/core/orthogonal-matrix';
import { createRandom } from '@/lib/core/random';

describe('an orthogonal matrix', () => {
  it('is worked out by hand for three vectors of four numbers', () => {
    const given = [1, 1, 1, 1, 2, 0, 0, 0, 0, 2, 0, 0];
    const values = orthogonalMatrix([3, 4], () => given.shift() ?? 0);
    const [half, twelfth, sixth] = [1 / 2, 1 / Math.sqrt(12), 1 / Math.sqrt(6)];
    const expected = [
      ...[half, half, half, half],
      ...[3 * twelfth, -twelfth, -twelfth, -twelfth],
      ...[0, 2 * sixth, -sixth, -sixth],
    ];
    expected.forEach((value, at) => expect(values[at]).toBeCloseTo(value, 6));
  });

  it.each([
    [1, 1],
    [1, 9],
    [9, 1],
    [64, 64],
    [63, 200],
    [576, 65],
  ] as const)('of %d × %d has rows or columns of length 1 at right angles', (rows, columns) => {
    const random = createRandom(rows, columns);
    const values = orthogonalMatrix([rows, columns], () => random.next() / 2 ** 32 - 0.5);
    const isWide = rows <= columns;
    const at = (vector: number, place: number) =>
      values[isWide ? vector * columns + place : place * columns + vector] ?? Number.NaN;
    const [count, length] = isWide ? [rows, columns] : [columns, rows];
    for (let one = 0; one < count; one += 1) {
      for (let other = one; other < count; other += 1) {
        let product = 0;
        for (let place = 0; place < length; place += 1) product += at(one, place) * at(other, place);
        expect(Math.abs(product - (one === other ? 1 : 0))).toBeLessThan(1e-5);
      }
    }
  });
});
