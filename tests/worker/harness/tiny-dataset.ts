import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Dataset, DatasetFile, PackedSplit } from '@/lib/datasets/dataset';
import { createRandom } from '@/lib/core/random';

const SIDE = 8;
const CLASSES = 4;

interface Packed {
  readonly dataset: Dataset;
  /** Content unzipped, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Noise with one bright quarter; the class says which. */
function picture(label: number, random: ReturnType<typeof createRandom>): Uint8Array {
  const top = label < 2 ? 0 : SIDE / 2;
  const left = label % 2 === 0 ? 0 : SIDE / 2;
  return Uint8Array.from({ length: SIDE * SIDE }, (_, cell) => {
    const row = Math.floor(cell / SIDE);
    const column = cell % SIDE;
    const isBright = row >= top && row < top + SIDE / 2 && column >= left && column < left + SIDE / 2;
    return random.below(100) + (isBright ? 100 : 0);
  });
}

function makeSplit(name: string, count: number, seed: number): { split: PackedSplit; files: [string, Uint8Array][] } {
  const random = createRandom(seed);
  const labels = Uint8Array.from({ length: count }, () => random.below(CLASSES));
  const images = Buffer.concat(Array.from(labels, (label) => picture(label, random)));
  const describe = (part: string, content: Uint8Array): DatasetFile => ({
    path: `datasets/tiny/${name}-${part}.gz`,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
  const split = { images: describe('images', images), labels: describe('labels', labels) };
  return {
    split,
    files: [
      [split.images.path, images],
      [split.labels.path, labels],
    ],
  };
}

/** Four classes of 8 × 8 pictures that a small network learns in a moment. */
export function tinyDataset(): Packed {
  const training = makeSplit('training', 512, 1);
  const test = makeSplit('test', 128, 2);
  const dataset: Dataset = {
    id: 'tiny',
    title: 'Tiny',
    inputShape: [SIDE, SIDE, 1],
    element: 'uint8',
    targets: [{ kind: 'classes', name: 'quarter', classes: ['0', '1', '2', '3'] }],
    training: { count: 512 },
    test: { count: 128 },
    source: { kind: 'packed', training: training.split, test: test.split },
    statistics: null,
    isSynthetic: true,
    licence: { name: 'MIT', url: '', credit: '' },
  };
  return { dataset, files: new Map([...training.files, ...test.files]) };
}

export const zipped = (content: Uint8Array): Buffer => gzipSync(content);
