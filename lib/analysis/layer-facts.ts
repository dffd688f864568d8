import { elementCount, type TensorType } from '@/lib/core/tensor-type';
import type { Reach, Weight } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { evaluateProducts } from '@/lib/layers/products';
import { placesOf } from '@/lib/layers/reach';
import { stepsThrough, type Step } from '@/lib/analysis/step-through';
import type { TypedLayer } from '@/lib/analysis/types';

/** What follows from a layer alone, whatever stands around it. */
export interface LayerFacts {
  readonly params: number;
  readonly trainableParams: number;
  readonly macs: number;
  readonly reach: Reach;
  /** Rows and columns of its first input. */
  readonly places: Pair | null;
  /** How its output goes over those; null where a unit reads no certain ones, or all. */
  readonly steps: readonly [Step, Step] | null;
  /** Numbers in its output, and in its inputs and output together. */
  readonly outputElements: number;
  readonly heldElements: number;
}

const known = new WeakMap<TypedLayer, LayerFacts>();

/**
 * Worked out once for a layer, however many passes ask and however often the design around it is edited: a layer that an
 * edit does not touch stays the same object.
 */
export function factsOf(layer: TypedLayer): LayerFacts {
  const facts = known.get(layer);
  if (facts !== undefined) return facts;
  const found = findFacts(layer);
  known.set(layer, found);
  return found;
}

function findFacts({ definition, site, weights }: TypedLayer): LayerFacts {
  const [first] = site.inputs;
  const outputElements = elementCount(site.output.shape);
  const reach = definition.reach(site);
  const places = first === undefined ? null : placesOf(first.shape);
  return {
    params: countWeights(weights),
    trainableParams: countTrainable(weights),
    macs: evaluateProducts(definition.macs(site)),
    reach,
    places,
    steps: stepsThrough(reach, places),
    outputElements,
    heldElements: outputElements + elements(site.inputs),
  };
}

export function countWeights(weights: readonly Weight[]): number {
  return weights.reduce((sum, { shape }) => sum + elementCount(shape), 0);
}

export function countTrainable(weights: readonly Weight[]): number {
  return countWeights(weights.filter(({ trainable }) => trainable));
}

function elements(types: readonly TensorType[]): number {
  return types.reduce((sum, { shape }) => sum + elementCount(shape), 0);
}
