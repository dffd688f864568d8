import { number, product, productOf, sum, type Expression } from '@/lib/core/expression';
import { elementCount } from '@/lib/core/tensor-type';
import type { Weight } from '@/lib/layers/definition';
import { evaluateProducts } from '@/lib/layers/products';
import type { Conventions, Counting } from '@/lib/analysis/conventions';
import { countWeights, factsOf } from '@/lib/analysis/layer-facts';
import type { TypedLayer } from '@/lib/analysis/types';

/** Numbers in the weights that count. */
export function countParams(weights: readonly Weight[], counting: Counting): number {
  return countWeights(countedWeights(weights, counting));
}

/** "(3·3·64 + 1)·128": the weights' sizes, those that end in the same axis taken together. */
export function paramsExpression(weights: readonly Weight[], counting: Counting): Expression {
  return weightsExpression(countedWeights(weights, counting));
}

function countedWeights(weights: readonly Weight[], { biases, statistics }: Counting): readonly Weight[] {
  if (biases !== 'never' && statistics) return weights;
  return weights.filter((weight) => (biases !== 'never' || !isBias(weight)) && (statistics || weight.trainable));
}

export function weightsExpression(weights: readonly Weight[]): Expression {
  const groups = new Map<number, (readonly number[])[]>();
  for (const { shape } of weights) {
    const axes = withoutLastOnes(shape);
    const last = axes.at(-1) ?? 1;
    groups.set(last, [...(groups.get(last) ?? []), axes.slice(0, -1)]);
  }
  return sum([...groups].map(([last, leading]) => product([...factor(together(leading)), number(last)])));
}

/** What stands before the common last axis; vectors are counted: gamma and beta are 2·C. */
function together(leading: readonly (readonly number[])[]): Expression {
  return leading.every((axes) => axes.length === 0) ? number(leading.length) : sum(leading.map(productOf));
}

/** Multiply-accumulates of one sample. */
export function countMacs(layer: TypedLayer, { biases }: Counting): number {
  const { macs } = factsOf(layer);
  if (biases !== 'params-and-work') return macs;
  return macs + evaluateProducts(layer.weights.filter(isBias).map((bias) => biasAdditions(bias, layer.site)));
}

export function countWork(layer: TypedLayer, counting: Counting): number {
  return (counting.work === 'flops' ? 2 : 1) * countMacs(layer, counting);
}

/** Multiply-accumulates or FLOPs of one sample. */
export function workExpression(layer: TypedLayer, { work, biases }: Counting): Expression {
  const macs = macsExpression(layer, biases === 'params-and-work');
  return work === 'flops' && !isZero(macs) ? product([number(2), macs]) : macs;
}

/** Two operations per multiply-accumulate, for a whole batch. */
export function operationsExpression(layer: TypedLayer, { biases, batchSize }: Conventions): Expression {
  const macs = macsExpression(layer, biases === 'params-and-work');
  return isZero(macs) ? macs : product([number(2), number(batchSize), macs]);
}

function macsExpression({ definition, site, weights }: TypedLayer, withBiases: boolean): Expression {
  const products = definition.macs(site);
  const additions = withBiases ? weights.filter(isBias).map((bias) => biasAdditions(bias, site)) : [];
  const [only] = products;
  const [addition] = additions;
  if (only && addition && products.length === 1 && additions.length === 1 && startsWith(only, addition)) {
    return product([...addition.map(number), sum([productOf(only.slice(addition.length)), number(1)])]);
  }
  return sum([...products, ...additions].map(productOf));
}

/** How often a bias is added, as factors: once per output value; in a layer with gates, at every place for each of them. */
function biasAdditions({ shape }: Weight, { inputs, output }: TypedLayer['site']): readonly number[] {
  if (elementCount(shape) === output.shape.at(-1)) return output.shape;
  return [...(inputs[0]?.shape.slice(0, -1) ?? []), ...shape];
}

function startsWith(factors: readonly number[], start: readonly number[]): boolean {
  return start.every((factor, index) => factors[index] === factor);
}

/** Keras calls every bias so; in layers of several kernels with a prefix ('query/bias'). */
function isBias({ name }: Weight): boolean {
  return name === 'bias' || /[/_]bias$/.test(name);
}

function isZero(expression: Expression): boolean {
  return expression.kind === 'number' && expression.value === 0;
}

/** A depthwise kernel's last axis is the multiplier, mostly 1: the axis before it is the one that counts. */
function withoutLastOnes(shape: readonly number[]): readonly number[] {
  const axes = [...shape];
  while (axes.length > 1 && axes.at(-1) === 1) axes.pop();
  return axes;
}

/** A factor of 1 is not written. */
function factor(expression: Expression): readonly Expression[] {
  return expression.kind === 'number' && expression.value === 1 ? [] : [expression];
}
