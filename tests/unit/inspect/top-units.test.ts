import fc from 'fast-check';
import { classSpread, createTopUnits, NO_SAMPLE, topsOfUnit, type TopEntry } from '@/lib/inspect/top-units';

/** Few different values, so that many are equal. */
const activation = fc.constantFrom(-2, -0.5, 0, 0.1, 0.5, 1.5, 3, Number.NaN);

const passes = fc
  .record({ units: fc.integer({ min: 1, max: 4 }), count: fc.integer({ min: 1, max: 9 }) })
  .chain(({ units, count }) =>
    fc.record({
      units: fc.constant(units),
      count: fc.constant(count),
      rows: fc.array(fc.array(activation, { minLength: units, maxLength: units }), { maxLength: 40 }),
      cut: fc.nat(40),
    }),
  );

/** Samples in another order than they count, as after a shuffle. */
function numberOf(row: number): number {
  return (row * 17) % 41;
}

interface Pass {
  readonly units: number;
  readonly count: number;
  readonly rows: readonly (readonly number[])[];
}

function answersOf(rows: readonly (readonly number[])[], from: number) {
  const places = rows.flatMap((row, index) => row.flatMap((_, unit) => [from + index, unit]));
  return { activations: Float32Array.from(rows.flat()), places: Int32Array.from(places) };
}

/** Everything sorted: what the heaps must come to. */
function sortedAll({ rows, count }: Pass, unit: number): readonly TopEntry[] {
  return rows
    .map((row, at) => ({
      sample: numberOf(at),
      activation: Math.fround(row[unit] ?? 0),
      place: [at, unit] as const,
    }))
    .filter((entry) => !Number.isNaN(entry.activation))
    .sort((a, b) => b.activation - a.activation || a.sample - b.sample)
    .slice(0, count);
}

function goThrough({ units, count, rows }: Pass, batch: number) {
  const tops = createTopUnits(units, count);
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch);
    tops.add(
      part.map((_, index) => numberOf(from + index)),
      answersOf(part, from),
    );
  }
  return tops;
}

describe('the best samples of every unit', () => {
  it('are those that sorting everything gives, equal activations by the lower sample, whatever the batches', () => {
    fc.assert(
      fc.property(passes, fc.integer({ min: 1, max: 9 }), (pass, batch) => {
        const tops = goThrough(pass, batch).snapshot();
        for (let unit = 0; unit < pass.units; unit += 1) expect(topsOfUnit(tops, unit)).toEqual(sortedAll(pass, unit));
      }),
    );
  });

  it('are the same when two halves are gone through apart and merged', () => {
    fc.assert(
      fc.property(passes, (pass) => {
        const first = createTopUnits(pass.units, pass.count);
        const [left, right] = [pass.rows.slice(0, pass.cut), pass.rows.slice(pass.cut)];
        const second = createTopUnits(pass.units, pass.count);
        first.add(
          left.map((_, at) => numberOf(at)),
          answersOf(left, 0),
        );
        second.add(
          right.map((_, at) => numberOf(pass.cut + at)),
          answersOf(right, pass.cut),
        );
        first.merge(second.snapshot(), second.gone);
        expect(first.snapshot()).toEqual(goThrough(pass, 7).snapshot());
        expect(first.gone).toBe(pass.rows.length);
      }),
    );
  });

  it('count how large a share of the samples excites a unit at all', () => {
    const tops = createTopUnits(2, 1);
    tops.add([0, 1, 2, 3], { activations: [1, 0, 0.5, -1, 0, 0, Number.NaN, 0], places: null });
    expect([...tops.snapshot().activeShare]).toEqual([0.5, 0]);
  });

  it('are padded where fewer samples were gone through than are kept, and an earlier snapshot stays as it was', () => {
    const tops = createTopUnits(1, 3);
    tops.add([4], { activations: [2], places: null });
    const before = tops.snapshot();
    tops.add([2], { activations: [2], places: null });
    expect([...before.samples]).toEqual([4, NO_SAMPLE, NO_SAMPLE]);
    expect([...tops.snapshot().samples]).toEqual([2, 4, NO_SAMPLE]);
    expect(topsOfUnit(before, 7)).toEqual([]);
  });

  it('are spread over classes, the most frequent first', () => {
    expect(classSpread([7, 1, 7, 9, 1, 7])).toEqual([
      { label: 7, count: 3 },
      { label: 1, count: 2 },
      { label: 9, count: 1 },
    ]);
  });
});
