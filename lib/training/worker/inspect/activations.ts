import type { ActivationsReply, ActivationsRequest } from '@/lib/training/inspect/protocol';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { goThrough, type LayerBatch } from '@/lib/training/worker/inspect/go-through';
import type { LongWork } from '@/lib/training/worker/inspect/inspect-session';

/** 256 MB. */
const MOST_NUMBERS = 2 ** 26;

/** A layer's output for many samples, a row for each; null when it was stopped. */
export async function readActivations(
  work: LongWork,
  { layer, split, mostSamples, pooled }: ActivationsRequest,
): Promise<ActivationsReply | null> {
  const samples = (await work.data()).split(split);
  const count = Math.min(samples.count, Math.max(0, mostSamples));
  const shape = work.network.layerOf(layer).outputShape;
  const isPooled = pooled && shape.length > 1;
  const width = isPooled ? (shape.at(-1) ?? 1) : shape.reduce((product, size) => product * size, 1);
  if (width * count > MOST_NUMBERS) {
    throw new WorkerFailure('training/out-of-memory', `${count} rows of ${width} numbers`, layer);
  }
  const values = new Float32Array(count * width);
  const passed = await goThrough(
    work,
    { layer, split, mostSamples },
    {
      onBatch(batch) {
        values.set(isPooled ? meansOf(batch) : batch.values, (batch.samples[0] ?? 0) * width);
      },
      onReport: (done, total) => work.emit({ kind: 'progress', call: 'activations', done, total }),
    },
  );
  if (passed === null) return null;
  const indices = Array.from({ length: count }, (_, number) => number);
  return { indices, width, values, labels: samples.classes.slice(0, count) };
}

/** The mean of each channel's map, sample after sample. */
export function meansOf({ samples, values, shape }: LayerBatch): Float32Array {
  const units = shape.at(-1) ?? 1;
  const cells = shape.slice(0, -1).reduce((product, size) => product * size, 1);
  const sums = new Float64Array(samples.length * units);
  for (let row = 0; row < samples.length; row += 1) {
    for (let cell = 0; cell < cells; cell += 1) {
      const from = (row * cells + cell) * units;
      for (let unit = 0; unit < units; unit += 1) add(sums, row * units + unit, values[from + unit] ?? 0);
    }
  }
  return Float32Array.from(sums, (sum) => sum / cells);
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}
