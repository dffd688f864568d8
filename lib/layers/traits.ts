import type { InferSite, Inputs, Migration, Reach, Weight } from '@/lib/layers/definition';
import { inputShape, sizedOutput } from '@/lib/layers/shapes';

/** Words for what a definition has nothing of its own to say about; spread into it, so that silence is on purpose. */

export const noWeights = { weights: (): readonly Weight[] => [] };

/** Comparisons, additions and function values are not multiply-accumulates. */
export const noMacs = { macs: () => 0 };

export const pointwise = { reach: (): Reach => 'pointwise' };

/** Every output depends on every place of the input, or has no place any more. */
export const reachesEverywhere = { reach: (): Reach => 'global' };

export const oneInput: { readonly inputs: Inputs } = { inputs: { arity: 'one' } };

export const firstVersion: { readonly version: number; readonly migrations: readonly Migration[] } = {
  version: 1,
  migrations: [],
};

/** Neither the data, nor a distribution, nor a width of its own. */
export const plainTransform = { role: 'transform', widthParam: null } as const;

export const keepsShape = {
  infer: (site: Pick<InferSite, 'inputs'>) => sizedOutput(inputShape(site)),
};

/** One input, the same shape out, nothing learnt, each place for itself: an activation function. */
export const elementwise = {
  ...firstVersion,
  ...oneInput,
  ...keepsShape,
  ...noWeights,
  ...noMacs,
  ...pointwise,
  ...plainTransform,
};
