import { evaluateExpression, number, product, productOf, sum, type Expression } from '@/lib/core/expression';
import type { NodeId } from '@/lib/core/ids';
import { elementCount, type TensorType } from '@/lib/core/tensor-type';
import { documentId } from '@/lib/document/blocks';
import { NUMBER_BYTES, type Conventions } from '@/lib/analysis/conventions';
import {
  countMacs,
  countParams,
  countWork,
  operationsExpression,
  paramsExpression,
  weightsExpression,
  workExpression,
} from '@/lib/analysis/explain-counts';
import {
  layerPart,
  namedPart,
  sumOfParts,
  wholePart,
  type Explanation,
  type FigureKey,
  type Part,
  type SourceKey,
} from '@/lib/analysis/explanation';
import { countWeights, factsOf } from '@/lib/analysis/layer-facts';
import { STATE_PER_WEIGHT } from '@/lib/analysis/totals';
import type { TypedLayer } from '@/lib/analysis/types';

export interface NumberedLayer {
  readonly id: NodeId;
  readonly layer: TypedLayer;
}

/** What a layer, or several together, take: parameters, work, activations, memory, arithmetic intensity. */
export function explainNumbers(layers: readonly NumberedLayer[], conventions: Conventions): readonly Explanation[] {
  const still = frozenOf(layers, conventions);
  const trainableOf = (layer: TypedLayer) =>
    still.has(layer) ? [] : layer.weights.filter((weight) => weight.trainable);
  const params = explainCount(layers, {
    figure: 'params',
    source: 'weights',
    count: ({ weights }) => countParams(weights, conventions),
    express: ({ weights }) => paramsExpression(weights, conventions),
  });
  const trainable = explainCount(layers, {
    figure: 'trainable',
    source: 'weights',
    count: (layer) => countParams(trainableOf(layer), conventions),
    express: (layer) => paramsExpression(trainableOf(layer), conventions),
  });
  const work = explainCount(layers, {
    figure: 'work',
    source: 'products',
    count: (layer) => countWork(layer, conventions),
    express: (layer) => workExpression(layer, conventions),
  });
  const activations = explainCount(layers, {
    figure: 'activations',
    source: 'shapes',
    count: (layer) => factsOf(layer).outputElements,
    express: ({ site }) => productOf(site.output.shape),
  });
  return [
    params,
    ...(params.values[0] === trainable.values[0] ? [] : [trainable]),
    work,
    activations,
    ofBytes('memory-inference', inferenceParts(layers, conventions)),
    ofBytes('memory-training', trainingParts(layers, conventions)),
    ...intensity(layers, conventions),
  ];
}

/** Those that training leaves as they are. */
function frozenOf(layers: readonly NumberedLayer[], { frozen }: Conventions): ReadonlySet<TypedLayer> {
  return new Set(layers.filter(({ id }) => frozen.includes(documentId(id))).map(({ layer }) => layer));
}

interface Counted {
  readonly figure: FigureKey;
  readonly source: SourceKey;
  readonly count: (layer: TypedLayer) => number;
  /** What `count` gives, with the way to it. */
  readonly express: (layer: TypedLayer) => Expression;
}

/** One layer's figure in one line; that of several, a line for each layer that has any. */
function explainCount(layers: readonly NumberedLayer[], { figure, source, count, express }: Counted): Explanation {
  const [only] = layers;
  const parts =
    only && layers.length === 1
      ? () => [wholePart(express(only.layer))]
      : () => layers.map(({ id, layer }) => layerPart(id, express(layer))).filter(({ value }) => value > 0);
  const value = layers.reduce((sum, { layer }) => sum + count(layer), 0);
  return { figure, unit: 'count', values: [value], combination: 'sum', parts, source };
}

function ofBytes(figure: 'memory-inference' | 'memory-training', parts: readonly Part[]): Explanation {
  const used = parts.filter(({ value }) => value > 0);
  return { figure, unit: 'bytes', values: [sumOfParts(used)], combination: 'sum', parts: () => used, source: 'memory' };
}

/** Weights, and the inputs and output of the layer that holds most. */
function inferenceParts(layers: readonly NumberedLayer[], { precision, batchSize }: Conventions): readonly Part[] {
  const bytes = NUMBER_BYTES[precision];
  return [
    namedPart('weights', product([number(bytes.weight), allWeights(layers)])),
    namedPart('activations-at-once', product([number(bytes.activation), number(batchSize), mostAround(layers)])),
  ];
}

/** As `estimateMemory` of totals.ts has it, in any precision. */
function trainingParts(layers: readonly NumberedLayer[], conventions: Conventions): readonly Part[] {
  const { precision, batchSize, optimizer } = conventions;
  const bytes = NUMBER_BYTES[precision];
  const still = frozenOf(layers, conventions);
  const trained = number(
    layers.reduce((total, { layer }) => total + (still.has(layer) ? 0 : factsOf(layer).trainableParams), 0),
  );
  return [
    namedPart('weights', product([number(bytes.weight), allWeights(layers)])),
    namedPart('master-weights', product([number(bytes.master), trained])),
    namedPart('activations-kept', product([number(bytes.activation), number(batchSize), allOutputs(layers)])),
    namedPart('activation-gradients', product([number(bytes.gradient), number(batchSize), mostAround(layers)])),
    namedPart('weight-gradients', product([number(bytes.gradient), trained])),
    namedPart('optimizer-state', product([number(bytes.state), number(STATE_PER_WEIGHT[optimizer]), trained])),
  ];
}

/**
 * Operations per byte moved to or from memory, where every layer reads its inputs and weights once and writes its output
 * once: Williams, Waterman & Patterson, "Roofline", CACM 2009.
 */
function intensity(layers: readonly NumberedLayer[], conventions: Conventions): readonly Explanation[] {
  const { precision, batchSize } = conventions;
  const bytes = NUMBER_BYTES[precision];
  const operations = together(layers, {
    count: (layer) => 2 * batchSize * countMacs(layer, conventions),
    express: (layer) => operationsExpression(layer, conventions),
  });
  const moved = together(layers, {
    count: (layer) => bytes.activation * batchSize * factsOf(layer).heldElements + bytes.weight * factsOf(layer).params,
    express: ({ site, weights }) => bytesMoved(site, weights, conventions),
  });
  const parts = [namedPart('operations', operations), namedPart('bytes-moved', moved)];
  const value = evaluateExpression(operations) / evaluateExpression(moved);
  if (!Number.isFinite(value)) return [];
  const source = 'roofline';
  return [{ figure: 'intensity', unit: 'ratio', values: [value], combination: 'quotient', parts: () => parts, source }];
}

function bytesMoved(
  { inputs, output }: TypedLayer['site'],
  weights: TypedLayer['weights'],
  { precision, batchSize }: Conventions,
): Expression {
  const bytes = NUMBER_BYTES[precision];
  const read = product([number(bytes.activation), number(batchSize), sum([...inputs, output].map(elements))]);
  return weights.length === 0 ? read : sum([read, product([number(bytes.weight), number(countWeights(weights))])]);
}

/** The expression of the only layer, or the sum of all as one number. */
function together(
  layers: readonly NumberedLayer[],
  { count, express }: Pick<Counted, 'count' | 'express'>,
): Expression {
  const [only] = layers;
  if (only && layers.length === 1) return express(only.layer);
  return number(layers.reduce((total, { layer }) => total + count(layer), 0));
}

function allWeights(layers: readonly NumberedLayer[]): Expression {
  return together(layers, {
    count: (layer) => factsOf(layer).params,
    express: ({ weights }) => weightsExpression(weights),
  });
}

function allOutputs(layers: readonly NumberedLayer[]): Expression {
  return together(layers, {
    count: (layer) => factsOf(layer).outputElements,
    express: ({ site }) => productOf(site.output.shape),
  });
}

/** The values of the layer whose inputs and output are the most. */
function mostAround(layers: readonly NumberedLayer[]): Expression {
  const held = (layer: TypedLayer | undefined) => (layer === undefined ? 0 : factsOf(layer).heldElements);
  const largest = layers.reduce<TypedLayer | undefined>(
    (most, { layer }) => (held(layer) > held(most) ? layer : most),
    undefined,
  );
  return largest === undefined ? number(0) : sum([...largest.site.inputs, largest.site.output].map(elements));
}

function elements({ shape }: TensorType): Expression {
  return number(elementCount(shape));
}
