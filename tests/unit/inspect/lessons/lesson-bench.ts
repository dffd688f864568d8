import { succeed } from '@/lib/core/result';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { watch, type Lesson, type LessonProgress, NOT_BEGUN, goOn } from '@/lib/inspect/lessons/lesson';
import { lessonSnapshot } from '@/lib/state/lesson-snapshot';
import type { LayerLook, LookRequest } from '@/lib/training/inspect/protocol';
import { createInspectBench, flush, type InspectBench } from '@/tests/unit/state/inspect-harness';

export const SIDE = 28;
/** Rows and columns of a 5 × 5 filter, from −2 to 2. */
type Pattern = (row: number, column: number) => number;

/** Six filters of LeNet's first layer: edges, an even one and one of nothing. Channels last, as Keras has them. */
export const FILTERS: readonly Pattern[] = [
  () => 1,
  (_, column) => column,
  (_, column) => -column,
  (row) => row,
  () => 0,
  (row, column) => (row === 0 && column === 0 ? 1 : 0),
];

export function kernelOf(filters: readonly Pattern[]): NamedTensor {
  const values = new Float32Array(150);
  values.forEach((_, at) => {
    const [tap, filter] = [Math.floor(at / 6), at % 6];
    values[at] = filters[filter]?.(Math.floor(tap / 5) - 2, (tap % 5) - 2) ?? 0;
  });
  return { name: 'conv2d_1/kernel', shape: [5, 5, 1, 6], values };
}

/** A bright square of 4 × 4 pixels. */
export function square(top: number, left: number): Float32Array {
  const values = new Float32Array(SIDE * SIDE);
  for (let at = 0; at < 16; at += 1) values[(top + (at >> 2)) * SIDE + left + (at % 4)] = 1;
  return values;
}

/** The first layer written out: every filter on every place, with a border of zeros. */
function firstLayer(input: Float32Array, kernel: Float32Array): LayerLook {
  const values = new Float32Array(SIDE * SIDE * 6);
  for (let at = 0; at < values.length; at += 1) {
    const [row, column, filter] = [Math.floor(at / 6 / SIDE), Math.floor(at / 6) % SIDE, at % 6];
    for (let tap = 0; tap < 25; tap += 1) {
      const [y, x] = [row + Math.floor(tap / 5) - 2, column + (tap % 5) - 2];
      const isInside = y >= 0 && x >= 0 && y < SIDE && x < SIDE;
      if (isInside) values[at] = (values[at] ?? 0) + (kernel[tap * 6 + filter] ?? 0) * (input[y * SIDE + x] ?? 0);
    }
  }
  return { node: 'conv2d_1', shape: [SIDE, SIDE, 6], values };
}

/**
 * Maps of 10 × 10 cells, each of which sees 14 × 14 pixels from 2 to the next with a border of 2, as LeNet's second
 * convolution does. Unit 0 likes bright things in the middle of what it sees, unit 1 is the same everywhere, unit 2 likes
 * the upper left corner of the picture whatever is there, unit 3 a whole row of it.
 */
function deepLayer(input: Float32Array): LayerLook {
  const values = new Float32Array(10 * 10 * 16);
  for (let cell = 0; cell < 100; cell += 1) {
    const [row, column] = [Math.floor(cell / 10), cell % 10];
    const centre = [5 + 2 * row, 5 + 2 * column] as const;
    input.forEach((value, pixel) => {
      const away = Math.hypot(Math.floor(pixel / SIDE) + 0.5 - centre[0], (pixel % SIDE) + 0.5 - centre[1]);
      if (away < 7) values[cell * 16] = (values[cell * 16] ?? 0) + value * (7 - away) ** 2;
    });
    values[cell * 16 + 1] = 1;
    values[cell * 16 + 2] = row === 1 && column === 1 ? 5 : 0;
    values[cell * 16 + 3] = row === 5 ? 4 + (column === 4 ? 1 : 0) : 0;
  }
  return { node: 'conv2d_2', shape: [10, 10, 16], values };
}

export interface LessonBench extends InspectBench {
  /** Answers every look that is asked for, and lets the lesson look at the state. */
  readonly go: (views?: readonly string[]) => Promise<LessonProgress>;
  readonly next: () => Promise<LessonProgress>;
  readonly progress: () => LessonProgress;
}

/** The store of "Look inside" as it is, with LeNet-5 and a worker that works its layers out by hand. */
export async function createLessonBench(lesson: Lesson, filters = FILTERS): Promise<LessonBench> {
  const bench = createInspectBench();
  const kernel = kernelOf(filters);
  bench.page.weights = { source: 'trained', run: 'run', epoch: null, weights: [kernel], isComplete: true };
  bench.inspect.actions.open();
  await flush();
  await bench.answer('open', succeed({ backend: 'wasm', weights: [kernel] }));
  const sample = { index: 0, values: new Uint8Array(784).fill(255), label: 7, target: [] };
  await bench.answer('read-samples', succeed({ samples: [sample] }));
  let progress = NOT_BEGUN;
  let views: readonly string[] = ['maps', 'unit'];
  let answered = 0;

  async function go(shown = views): Promise<LessonProgress> {
    views = shown;
    while (bench.asked('look').length > answered) {
      answered = bench.asked('look').length;
      const { input, layers } = bench.asked('look').at(-1)?.request as LookRequest;
      const all = [firstLayer(input, kernel.values), deepLayer(input), answer()];
      const looks = all.filter(({ node }) => layers.includes(node));
      await bench.answer('look', succeed({ layers: looks, miniatures: [], output: answer().values, milliseconds: 1 }));
    }
    progress = watch(lesson, progress, lessonSnapshot(bench.inspect.store.getState(), views));
    return progress;
  }

  await go();
  return {
    ...bench,
    go,
    progress: () => progress,
    next() {
      progress = goOn(lesson, progress);
      return go();
    },
  };
}

function answer(): LayerLook {
  return { node: 'softmax_1', shape: [10], values: new Float32Array(10).fill(0.1) };
}
