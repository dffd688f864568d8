import { targetNames } from '@/lib/datasets/dataset';
import { balanceOf, bytesOf, splitPlan } from '@/lib/datasets/import/build-dataset';
import type { SkippedFile } from '@/lib/datasets/import/import-problem';
import type { ImportOptions, Preview, PreviewSample } from '@/lib/datasets/import/protocol';
import type { SourcePlan } from '@/lib/datasets/import/source-plan';

/** Some samples as they would be kept, each class in turn, and what the whole would be. */
export async function previewPlan(plan: SourcePlan, options: ImportOptions, count: number): Promise<Preview> {
  const split = splitPlan(plan, options.split);
  const samples: PreviewSample[] = [];
  const broken: SkippedFile[] = [];
  const chosen = inTurn(plan, count);
  for await (const { sample, values } of plan.read([...chosen].sort((a, b) => a - b))) {
    if ('reason' in values) broken.push(values);
    else samples.push({ name: plan.nameOf(sample), values, target: targetText(plan, sample) });
  }
  const [target] = plan.targets;
  return {
    inputShape: plan.inputShape,
    element: plan.element,
    samples,
    counts: { training: split.training.length, test: split.test.length },
    balance: balanceOf(target, plan.columns[0], split),
    bytes: bytesOf(plan),
    skipped: [...plan.skipped, ...broken],
  };
}

/** The first of every class, then the second of every class, and so on; the first samples where there are no classes. */
function inTurn({ columns: [column], count: total }: SourcePlan, count: number): readonly number[] {
  if (column?.kind !== 'classes') return Array.from({ length: Math.min(count, total) }, (_, sample) => sample);
  const most = Math.ceil(count / Math.max(1, Math.min(column.width, count)));
  const taken = new Array<number>(column.width).fill(0);
  const rounds: number[][] = Array.from({ length: most }, () => []);
  for (let sample = 0; sample < total; sample += 1) {
    const label = column.classes[sample] ?? 0;
    const round = taken[label] ?? 0;
    taken[label] = round + 1;
    rounds[round]?.push(sample);
  }
  return rounds.flat().slice(0, count);
}

function targetText({ columns: [column], targets: [target] }: SourcePlan, sample: number): string {
  const names = targetNames(target);
  if (column === undefined) return '';
  if (column.kind === 'classes') return names[column.classes[sample] ?? 0] ?? '';
  const values = column.values.subarray(sample * column.width, (sample + 1) * column.width);
  if (column.kind === 'labels') return names.filter((_, at) => values[at] === 1).join(', ');
  return Array.from(values, (value) => String(Number(value.toPrecision(6)))).join(', ');
}
