import type { Shape } from '@/lib/core/tensor-type';
import type { Pair } from '@/lib/layers/fields';
import { placesOf } from '@/lib/layers/reach';
import type { UnitFilter } from '@/lib/analysis/filters/unit-filter';

/** What the units before a unit add to its value at one cell. */
export interface Feeds {
  /** By channel, in the order of `filter.channels`; with the bias they make the value. */
  readonly contributions: readonly number[];
  readonly value: number;
}

/** Weight times activation, summed over the unit's window, for each unit it reads. `input`: what `filter.input` gives. */
export function feedsAt(
  filter: UnitFilter,
  input: { readonly shape: Shape; readonly values: Float32Array },
  cell: Pair,
): Feeds {
  const { taps, channels, values, bias } = filter;
  const [rows, columns] = placesOf(input.shape) ?? [1, 1];
  const width = input.shape.at(-1) ?? 1;
  const contributions = channels.map(() => 0);
  for (let y = 0; y < taps.size[0]; y += 1) {
    const row = taps.place(0, cell[0], y);
    if (row === null || row < 0 || row >= rows) continue;
    for (let x = 0; x < taps.size[1]; x += 1) {
      const column = taps.place(1, cell[1], x);
      if (column === null || column < 0 || column >= columns) continue;
      const [from, to] = [(y * taps.size[1] + x) * channels.length, (row * columns + column) * width];
      channels.forEach((channel, at) => {
        const weight = values[from + at] ?? Number.NaN;
        contributions[at] = (contributions[at] ?? 0) + weight * (input.values[to + channel] ?? Number.NaN);
      });
    }
  }
  return { contributions, value: contributions.reduce((sum, part) => sum + part, bias ?? 0) };
}

/** How strongly a unit listens to each unit it reads, whatever the input: the sum of its weights without their signs. */
export function feedStrengths({ channels, values }: UnitFilter): readonly number[] {
  const sums = channels.map(() => 0);
  values.forEach((value, at) => {
    if (!Number.isNaN(value)) sums[at % channels.length] = (sums[at % channels.length] ?? 0) + Math.abs(value);
  });
  return sums;
}
