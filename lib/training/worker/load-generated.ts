import { elementCount } from '@/lib/core/tensor-type';
import type { Dataset } from '@/lib/datasets/dataset';
import { drawScene } from '@/lib/datasets/scenes/draw-scene';
import { createMemorySamples, type Samples } from '@/lib/training/worker/samples';

/** Between two looks at the messages. */
const STRETCH_MS = 40;
/** Pictures of a kept copy that are drawn anew to tell that it is of this version's drawing. */
const PROBES = 12;
const BOX = 4;

export interface GeneratedOptions {
  readonly seed: number;
  readonly onProgress: (loaded: number, total: number) => void;
  /** Where what was drawn is kept for other workers and visits, and under which address. */
  readonly cache: Cache | null;
  readonly key: string;
}

/** One scene after another, those to test on behind those to train on. */
interface Scenes {
  readonly pixels: Uint8Array<ArrayBuffer>;
  readonly classes: Uint8Array<ArrayBuffer>;
  readonly boxes: Float32Array<ArrayBuffer>;
}

/** Every picture: from the copy that was kept, or drawn, which takes seconds. */
export async function loadGenerated(
  { inputShape, training, test }: Dataset,
  options: GeneratedOptions,
): Promise<{ readonly training: Samples; readonly test: Samples; readonly fromCache: boolean }> {
  const size = elementCount(inputShape);
  const count = training.count + test.count;
  const kept = await readCopy(options, { count, size });
  const scenes = kept ?? (await drawAll(options, { count, size }));
  // Training need not wait until it is written.
  if (kept === null) void keepCopy(options, scenes);
  else options.onProgress(count * size, count * size);
  const part = (from: number, to: number): Samples =>
    createMemorySamples(scenes.pixels.subarray(from * size, to * size), {
      shape: inputShape,
      targets: [
        { kind: 'classes', width: 3, classes: Uint16Array.from(scenes.classes.subarray(from, to)) },
        { kind: 'values', width: BOX, values: scenes.boxes.slice(from * BOX, to * BOX) },
      ],
    });
  return { training: part(0, training.count), test: part(training.count, count), fromCache: kept !== null };
}

interface Extent {
  readonly count: number;
  /** Bytes of a picture. */
  readonly size: number;
}

async function drawAll({ seed, onProgress }: GeneratedOptions, { count, size }: Extent): Promise<Scenes> {
  const scenes = {
    pixels: new Uint8Array(count * size),
    classes: new Uint8Array(count),
    boxes: new Float32Array(count * BOX),
  };
  let last = performance.now();
  for (let at = 0; at < count; at += 1) {
    const scene = drawScene(seed, at);
    scenes.pixels.set(scene.pixels, at * size);
    scenes.classes[at] = scene.label;
    scenes.boxes.set(scene.box, at * BOX);
    if (performance.now() - last < STRETCH_MS && at < count - 1) continue;
    onProgress((at + 1) * size, count * size);
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  }
  return scenes;
}

/** Pixels, then classes, then boxes. A copy that cannot be kept only costs drawing once more. */
async function keepCopy({ cache, key }: GeneratedOptions, { pixels, classes, boxes }: Scenes): Promise<void> {
  try {
    await cache?.put(key, new Response(new Blob([pixels, classes, boxes])));
  } catch {
    // It is drawn again.
  }
}

/** null where there is none, or it is of another version's drawing. */
async function readCopy({ seed, cache, key }: GeneratedOptions, { count, size }: Extent): Promise<Scenes | null> {
  const response = await cache?.match(key).catch(() => undefined);
  const bytes = await response?.arrayBuffer().catch(() => undefined);
  if (bytes?.byteLength !== count * (size + 1 + BOX * Float32Array.BYTES_PER_ELEMENT)) return null;
  const scenes = {
    pixels: new Uint8Array(bytes, 0, count * size),
    classes: new Uint8Array(bytes, count * size, count),
    boxes: new Float32Array(bytes.slice(count * (size + 1))),
  };
  const isOwn = Array.from({ length: PROBES }, (_, probe) => Math.floor((probe * count) / PROBES)).every((at) => {
    const { pixels, label } = drawScene(seed, at);
    const kept = scenes.pixels.subarray(at * size, (at + 1) * size);
    return scenes.classes[at] === label && pixels.every((byte, index) => kept[index] === byte);
  });
  return isOwn ? scenes : null;
}
