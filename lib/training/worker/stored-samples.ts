import type { Sample } from '@/lib/training/protocol';
import type { Samples } from '@/lib/training/worker/samples';

/** Samples as they are stored, with their first target. */
export function storedSamples(samples: Samples, indices: readonly number[]): readonly Sample[] {
  const labels = classColumn(samples);
  return indices.map((index) => ({
    index,
    values: samples.read([index]),
    label: labels[index] ?? 0,
    target: targetRow(samples, index),
  }));
}

/** Of every sample; empty where the first target is not of classes. */
export function classColumn({ targets: [first] }: Samples): Uint16Array {
  return first?.kind === 'classes' ? first.classes : new Uint16Array();
}

/** Of labels and numbers; empty for classes. */
function targetRow({ targets: [first] }: Samples, index: number): readonly number[] {
  if (first === undefined || first.kind === 'classes') return [];
  return [...first.values.subarray(index * first.width, (index + 1) * first.width)];
}
