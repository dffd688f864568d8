import { firstSamples } from '@/components/data/first-samples';
import { sameShape, type Shape } from '@/lib/core/tensor-type';
import type { Dataset } from '@/lib/datasets/dataset';
import type { Pair } from '@/lib/layers/fields';

/** Something to look at: `values` row by row, channels last, 0 … 255. */
export interface Picture {
  readonly size: Pair;
  readonly channels: number;
  readonly values: Uint8Array;
  /** Null: a generated one. */
  readonly sample: { readonly dataset: string; readonly index: number; readonly label: string } | null;
}

const MOST_SAMPLES = 20;

/** Test pictures of the data set; a generated one where it has another shape, is no pictures, or cannot be had. */
export async function loadPictures(dataset: Dataset | undefined, shape: Shape): Promise<readonly Picture[]> {
  if (dataset === undefined || shape.length !== 3 || !sameShape(dataset.inputShape, shape))
    return [generatedPicture(shape)];
  const [rows = 1, columns = 1, channels = 1] = shape;
  const samples = await firstSamples(dataset, MOST_SAMPLES);
  const pictures = samples.flatMap(({ index, values, target }): readonly Picture[] =>
    values instanceof Uint8Array
      ? [{ size: [rows, columns], channels, values, sample: { dataset: dataset.title, index, label: target } }]
      : [],
  );
  return pictures.length > 0 ? pictures : [generatedPicture(shape)];
}

/** Tiles that grow brighter to the right and down, so that one can tell where one looks. */
export function generatedPicture(shape: Shape): Picture {
  const [rows = 1] = shape;
  const columns = shape.length === 3 ? (shape[1] ?? 1) : 1;
  const tile = Math.max(1, Math.round(Math.max(rows, columns) / 14));
  const values = new Uint8Array(rows * columns);
  values.forEach((_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const isDark = (Math.floor(row / tile) + Math.floor(column / tile)) % 2 === 0;
    values[at] = 70 + (110 * (row + column)) / (rows + columns) + (isDark ? 0 : 60);
  });
  return { size: [rows, columns], channels: 1, values, sample: null };
}
