import { sameShape, type Shape } from '@/lib/core/tensor-type';
import { classesOf, type Dataset } from '@/lib/datasets/dataset';
import type { Pair } from '@/lib/layers/fields';
import { fetchFirstBytes } from '@/lib/platform/first-bytes';

/** Something to look at: `values` row by row, channels last, 0 … 255. */
export interface Picture {
  readonly size: Pair;
  readonly channels: number;
  readonly values: Uint8Array;
  /** Null: a generated one. */
  readonly sample: { readonly dataset: string; readonly index: number; readonly label: string } | null;
}

const MOST_SAMPLES = 20;

/** The first test pictures of the data set; a generated one where it has another shape or cannot be fetched. */
export async function loadPictures(dataset: Dataset | undefined, shape: Shape): Promise<readonly Picture[]> {
  if (dataset?.source.kind !== 'packed' || !sameShape(dataset.inputShape, shape)) return [generatedPicture(shape)];
  const [rows = 1, columns = 1, channels = 1] = shape;
  const perPicture = rows * columns * channels;
  const url = (path: string) => new URL(path, document.baseURI).href;
  const [images, labels] = await Promise.all([
    fetchFirstBytes(url(dataset.source.test.images.path), MOST_SAMPLES * perPicture),
    fetchFirstBytes(url(dataset.source.test.labels.path), MOST_SAMPLES),
  ]);
  if (images === null || labels === null) return [generatedPicture(shape)];
  return Array.from({ length: MOST_SAMPLES }, (_, index) => ({
    size: [rows, columns],
    channels,
    values: images.subarray(index * perPicture, (index + 1) * perPicture),
    sample: { dataset: dataset.title, index, label: classesOf(dataset)[labels[index] ?? 0] ?? '' },
  }));
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
