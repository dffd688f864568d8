import type {
  InferSite,
  Inputs,
  KerasReader,
  LayerRewrite,
  Migration,
  Products,
  Reach,
  Weight,
} from '@/lib/layers/definition';
import { inputShape, sizedOutput } from '@/lib/layers/shapes';

/** Words for what a definition has nothing of its own to say about; spread into it, so that silence is on purpose. */

export const noWeights = { weights: (): readonly Weight[] => [] };

/** Comparisons, additions and function values are not multiply-accumulates. */
export const noMacs = { macs: (): Products => [] };

export const pointwise = { reach: (): Reach => 'pointwise' };

/** Every output depends on every place of the input, or has no place any more. */
export const reachesEverywhere = { reach: (): Reach => 'global' };

/** The same values at other places, so that no field of the input stands for one place. */
export const rearranges = { reach: (): Reach => 'rearranged' };

export const oneInput: { readonly inputs: Inputs } = { inputs: { arity: 'one' } };

export const firstVersion: { readonly version: number; readonly migrations: readonly Migration[] } = {
  version: 1,
  migrations: [],
};

/** A second version that only added fields, whose defaults mean what went without saying before. */
export const addedFields: { readonly version: number; readonly migrations: readonly Migration[] } = {
  version: 2,
  migrations: [{ from: 1, migrate: (params) => params }],
};

/** Nothing simpler does the same. */
export const noRewrites = { rewrites: (): readonly LayerRewrite[] => [] };

/** No Keras layer is read as this one. */
export const readsNothing: { readonly reads: readonly KerasReader<never>[] } = { reads: [] };

/** Neither the data, nor a distribution, nor a width of its own, nor a bias. */
export const plainTransform = { role: 'transform', widthParam: null, biasParam: null, ...noRewrites } as const;

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
