import { createTopUnits, type TopUnits, type UnitAnswers } from '@/lib/inspect/top-units';
import type { TopReply, TopRequest } from '@/lib/training/inspect/protocol';
import { goThrough, type LayerBatch } from '@/lib/training/worker/inspect/go-through';
import type { LongWork } from '@/lib/training/worker/inspect/inspect-session';

/** The samples that excite each unit of a layer most: of all its channels in one pass. null when it was stopped. */
export async function topSamples(work: LongWork, { layer, split, count, mostSamples }: TopRequest) {
  let tops: TopUnits | null = null;
  const passed = await goThrough(
    work,
    { layer, split, mostSamples },
    {
      onBatch(batch) {
        tops ??= createTopUnits(batch.shape.at(-1) ?? 1, count);
        tops.add(batch.samples, strongest(batch));
      },
      onReport(done, total) {
        work.emit({ kind: 'progress', call: 'top-samples', done, total });
        if (tops !== null) work.emit({ kind: 'tops', tops: tops.snapshot(), gone: done });
      },
    },
  );
  if (passed === null) return null;
  const units = work.network.layerOf(layer).outputShape.at(-1) ?? 1;
  return { tops: (tops ?? createTopUnits(units, count)).snapshot(), gone: passed.gone } satisfies TopReply;
}

/** Of every sample and channel the greatest value of the map and where it is, the first of equal ones. */
export function strongest({ samples, values, shape }: LayerBatch): UnitAnswers {
  const units = shape.at(-1) ?? 1;
  const places = shape.slice(0, -1);
  const cells = places.reduce((product, size) => product * size, 1);
  const columns = places.length < 2 ? 1 : (places.at(-1) ?? 1);
  const activations = new Float32Array(samples.length * units).fill(Number.NaN);
  const where = new Int32Array(samples.length * units * 2);
  for (let row = 0; row < samples.length; row += 1) {
    for (let cell = 0; cell < cells; cell += 1) {
      const from = (row * cells + cell) * units;
      for (let unit = 0; unit < units; unit += 1) {
        const value = values[from + unit] ?? Number.NaN;
        const at = row * units + unit;
        const most = activations[at] ?? Number.NaN;
        if (value > most || (most !== most && value === value)) {
          activations[at] = value;
          where[at * 2] = Math.floor(cell / columns);
          where[at * 2 + 1] = cell % columns;
        }
      }
    }
  }
  return { activations, places: places.length === 0 ? null : where };
}
