import { elementCount } from '@/lib/core/tensor-type';
import type { Dataset } from '@/lib/datasets/dataset';
import { drawScene } from '@/lib/datasets/scenes/draw-scene';
import { createMemorySamples, type Samples } from '@/lib/training/worker/samples';

/** Between two looks at the messages. */
const STRETCH_MS = 40;

/** Draws every picture; those to test on come after those to train on. */
export async function loadGenerated(
  dataset: Dataset,
  { seed, onProgress }: { readonly seed: number; readonly onProgress: (loaded: number, total: number) => void },
): Promise<{ readonly training: Samples; readonly test: Samples }> {
  const size = elementCount(dataset.inputShape);
  const total = (dataset.training.count + dataset.test.count) * size;
  const draw = (first: number, count: number): Promise<Samples> =>
    drawSamples({
      shape: dataset.inputShape,
      seed,
      first,
      count,
      progress: (drawn) => onProgress((first + drawn) * size, total),
    });
  const training = await draw(0, dataset.training.count);
  return { training, test: await draw(dataset.training.count, dataset.test.count) };
}

async function drawSamples({
  shape,
  seed,
  first,
  count,
  progress,
}: {
  readonly shape: Dataset['inputShape'];
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  readonly progress: (drawn: number) => void;
}): Promise<Samples> {
  const size = elementCount(shape);
  const pixels = new Uint8Array(count * size);
  const classes = new Uint16Array(count);
  const boxes = new Float32Array(count * 4);
  let last = performance.now();
  for (let at = 0; at < count; at += 1) {
    const scene = drawScene(seed, first + at);
    pixels.set(scene.pixels, at * size);
    classes[at] = scene.label;
    boxes.set(scene.box, at * 4);
    if (performance.now() - last < STRETCH_MS && at < count - 1) continue;
    progress(at + 1);
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  }
  return createMemorySamples(pixels, {
    shape,
    targets: [
      { kind: 'classes', width: 3, classes },
      { kind: 'values', width: 4, values: boxes },
    ],
  });
}
