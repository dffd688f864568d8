import { elementCount } from '@/lib/core/tensor-type';
import type { Arithmetic } from '@/lib/layers/arithmetic';
import { cellOf, positionOf } from '@/lib/layers/cells';
import { evaluate, type Leaves } from '@/lib/layers/evaluate';
import type { WorkedSite } from '@/lib/analysis/workings/worked-site';
import { startingInput, startingRow, startingWeight } from '@/lib/analysis/workings/worked-values';
import { workOut, type Working } from '@/lib/analysis/workings/work-out';

/** The numbers that people fill in, each tensor flat with its last axis fastest. */
export interface WorkedNumbers {
  readonly inputs: readonly (readonly number[])[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

export function startingNumbers({ definition, site }: WorkedSite): WorkedNumbers {
  const weights = definition.weights(site);
  const rows = rowsLookedUp(definition.explain(site, cellOf(site.output.shape, 0)));
  const table = rows === null ? undefined : weights.find(({ name }) => name === rows)?.shape[0];
  return {
    inputs: site.inputs.map(({ shape }, index) =>
      table === undefined ? startingInput(shape, index) : startingRow(shape, table),
    ),
    weights: Object.fromEntries(weights.map((weight) => [weight.name, startingWeight(weight)])),
  };
}

/** The weight whose rows an input names, if the layer looks values up. */
function rowsLookedUp(arithmetic: Arithmetic): string | null {
  return arithmetic.op === 'lookup' ? arithmetic.name : null;
}

/** Every number of the output. */
export function workedOutput(worked: WorkedSite, numbers: WorkedNumbers): readonly number[] {
  const { definition, site } = worked;
  const leaves = leavesOf(worked, numbers);
  return Array.from({ length: elementCount(site.output.shape) }, (_, position) =>
    evaluate(definition.explain(site, cellOf(site.output.shape, position)), leaves),
  );
}

/** How one number of the output comes about. `format` writes a number for people. */
export function workCell(
  worked: WorkedSite,
  numbers: WorkedNumbers,
  { cell, format }: { readonly cell: readonly number[]; readonly format: (value: number) => string },
): Working {
  return workOut(worked.definition.explain(worked.site, cell), leavesOf(worked, numbers), format);
}

function leavesOf({ definition, site }: WorkedSite, { inputs, weights }: WorkedNumbers): Leaves {
  const shapes = new Map(definition.weights(site).map(({ name, shape }) => [name, shape]));
  return {
    input: (index, cell) => inputs[index]?.[positionOf(site.inputs[index]?.shape ?? [], cell)] ?? NaN,
    weight: (name, cell) => weights[name]?.[positionOf(shapes.get(name) ?? [], cell)] ?? NaN,
  };
}
