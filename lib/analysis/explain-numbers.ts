import { evaluateExpression, number, product, productOf, sum, type Expression } from '@/lib/core/expression';
import type { NodeId } from '@/lib/core/ids';
import { elementCount, type TensorType } from '@/lib/core/tensor-type';
import { NUMBER_BYTES, type Conventions } from '@/lib/analysis/conventions';
import {
  operationsExpression,
  paramsExpression,
  weightsExpression,
  workExpression,
} from '@/lib/analysis/explain-counts';
import { layerPart, namedPart, sumOfParts, wholePart, type Explanation, type Part } from '@/lib/analysis/explanation';
import { countTrainable, countWeights } from '@/lib/analysis/layer-facts';
import { STATE_PER_WEIGHT } from '@/lib/analysis/totals';
import type { TypedLayer } from '@/lib/analysis/types';

export interface NumberedLayer {
  readonly id: NodeId;
  readonly layer: TypedLayer;
}

/** What a layer, or several together, take: parameters, work, activations, memory, arithmetic intensity. */
export function explainNumbers(layers: readonly NumberedLayer[], conventions: Conventions): readonly Explanation[] {
  const params = counted('params', layers, ({ weights }) => paramsExpression(weights, conventions));
  const trainable = counted('trainable', layers, ({ weights }) =>
    paramsExpression(
      weights.filter((weight) => weight.trainable),
      conventions,
    ),
  );
  const isAllTrained = params.values[0] === trainable.values[0];
  return [
    { ...params, source: 'weights' },
    ...(isAllTrained ? [] : [{ ...trainable, source: 'weights' } as const]),
    { ...counted('work', layers, (layer) => workExpression(layer, conventions)), source: 'products' },
    { ...counted('activations', layers, ({ site }) => productOf(site.output.shape)), source: 'shapes' },
    ofBytes('memory-inference', inferenceParts(layers, conventions)),
    ofBytes('memory-training', trainingParts(layers, conventions)),
    ...intensity(layers, conventions),
  ];
}

/** One layer's figure in one line; that of several, a line for each layer that has any. */
function counted(
  figure: 'params' | 'trainable' | 'work' | 'activations',
  layers: readonly NumberedLayer[],
  express: (layer: TypedLayer) => Expression,
): Omit<Explanation, 'source'> {
  const [only] = layers;
  const parts =
    only && layers.length === 1
      ? [wholePart(express(only.layer))]
      : layers.map(({ id, layer }) => layerPart(id, express(layer))).filter(({ value }) => value > 0);
  return { figure, unit: 'count', values: [sumOfParts(parts)], combination: 'sum', parts };
}

function ofBytes(figure: 'memory-inference' | 'memory-training', parts: readonly Part[]): Explanation {
  const used = parts.filter(({ value }) => value > 0);
  return { figure, unit: 'bytes', values: [sumOfParts(used)], combination: 'sum', parts: used, source: 'memory' };
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
  const trained = number(layers.reduce((total, { layer }) => total + countTrainable(layer.weights), 0));
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
  const operations = together(layers, (layer) => operationsExpression(layer, conventions));
  const bytes = together(layers, ({ site, weights }) => bytesMoved(site, weights, conventions));
  const parts = [namedPart('operations', operations), namedPart('bytes-moved', bytes)];
  const value = evaluateExpression(operations) / evaluateExpression(bytes);
  if (!Number.isFinite(value)) return [];
  return [{ figure: 'intensity', unit: 'ratio', values: [value], combination: 'quotient', parts, source: 'roofline' }];
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

/** The expression of the only layer, or the sum of all, each as one number. */
function together(layers: readonly NumberedLayer[], express: (layer: TypedLayer) => Expression): Expression {
  const [only] = layers;
  if (only && layers.length === 1) return express(only.layer);
  return number(layers.reduce((total, { layer }) => total + evaluateExpression(express(layer)), 0));
}

function allWeights(layers: readonly NumberedLayer[]): Expression {
  return together(layers, ({ weights }) => weightsExpression(weights));
}

function allOutputs(layers: readonly NumberedLayer[]): Expression {
  return together(layers, ({ site }) => productOf(site.output.shape));
}

/** The values of the layer whose inputs and output are the most. */
function mostAround(layers: readonly NumberedLayer[]): Expression {
  const around = layers.map(({ layer: { site } }) => sum([...site.inputs, site.output].map(elements)));
  const largest = around.reduce<Expression | null>(
    (most, next) => (most === null || evaluateExpression(next) > evaluateExpression(most) ? next : most),
    null,
  );
  return largest ?? number(0);
}

function elements({ shape }: TensorType): Expression {
  return number(elementCount(shape));
}
