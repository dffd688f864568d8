import { type Arithmetic, inputCell } from '@/lib/layers/arithmetic';
import type { InferSite, KerasReader, Site } from '@/lib/layers/definition';
import { readsClass } from '@/lib/layers/read-config';
import { asSequence, refuseNoSequence, sequenceOf } from '@/lib/layers/sequence/sequences';
import { inputShape, sizedOutput } from '@/lib/layers/shapes';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform, reachesEverywhere } from '@/lib/layers/traits';

type NoParams = Readonly<Record<string, never>>;

/** What both global pools of sequences say alike. */
export const globalPooling1dFacets = {
  fields: {},
  ...firstVersion,
  ...oneInput,
  infer(site: Pick<InferSite, 'inputs'>) {
    const shape = inputShape(site);
    const sequence = asSequence(shape);
    return sequence ? sizedOutput([sequence.features]) : refuseNoSequence(shape);
  },
  ...noWeights,
  ...noMacs,
  ...reachesEverywhere,
  ...plainTransform,
} as const;

/** One feature at every step. */
export function steps({ inputs }: Pick<Site, 'inputs'>, cell: readonly number[]): readonly Arithmetic[] {
  const { length } = sequenceOf(inputShape({ inputs }));
  return Array.from({ length }, (_, step) => inputCell([step, ...cell]));
}

export function readsGlobalPooling(className: string): KerasReader<NoParams> {
  return readsClass(className, (read) => {
    if (read.boolean('keepdims', false)) read.refuse();
    return {};
  });
}
