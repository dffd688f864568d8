import type { Json } from '@/lib/core/json';
import { elementCount, formatShape, sameShape, type Shape } from '@/lib/core/tensor-type';
import type { PlanLayer } from '@/lib/compile/plan';
import { isCustomKerasClass, isImplied, KERAS_CLASSES } from '@/lib/layers/keras-classes';
import { count, oneLine } from '@/lib/codegen/comments';
import { chain, fromJson, name, type Expression } from '@/lib/codegen/tree';

/** "C1: 28 × 28 × 6, 156 parameters"; the title only where the variable's name does not say it already. */
export function layerComment(layer: PlanLayer, title: string | undefined, variable: string): string {
  const params = layer.weights.reduce((sum, weight) => sum + elementCount(weight.shape), 0);
  const size = [shapeText(layer.outputShape), ...(params === 0 ? [] : [`${count(params)} parameters`])].join(', ');
  const heading = title === undefined ? '' : oneLine(title);
  return heading === '' || heading.toLowerCase() === variable.toLowerCase() ? size : `${heading}: ${size}`;
}

function shapeText(shape: Shape): string {
  return shape.length === 1 ? `${count(shape[0] ?? 0)} values` : formatShape(shape);
}

/** How a layer is called in its scope. */
export interface LayerCall {
  /** The layer's name, as an expression: inside a function it starts with what the function is given. */
  readonly name: Expression;
  readonly inputs: readonly Expression[];
  /** The shape that the exported constant `inputShape` has. */
  readonly inputShape: Shape;
}

/** The call of tfjs that builds a layer of a plan. */
export function callExpression(layer: PlanLayer, call: LayerCall): Expression {
  if (layer.callee === 'InputLayer') {
    const shape = sameShape(layer.outputShape, call.inputShape) ? name('inputShape') : fromJson(layer.outputShape);
    return chain(name('tf'), { method: 'input', args: [withName(call, ['shape', shape])] });
  }
  const [only] = call.inputs;
  const apply = {
    method: 'apply',
    args: [only !== undefined && call.inputs.length === 1 ? only : ({ kind: 'array', items: call.inputs } as const)],
  };
  return { kind: 'as', of: constructed(layer, call, apply), type: 'tf.SymbolicTensor' };
}

function constructed(
  layer: PlanLayer,
  call: LayerCall,
  apply: { readonly method: string; readonly args: readonly Expression[] },
): Expression {
  if (isCustomKerasClass(layer.callee)) {
    const { factory } = KERAS_CLASSES[layer.callee];
    return chain({ kind: 'call', callee: factory, args: [withName(call, ...argsOf(layer))] }, apply);
  }
  const factory = { method: KERAS_CLASSES[layer.callee].factory, args: [withName(call, ...argsOf(layer))] };
  return chain(name('tf.layers'), factory, apply);
}

function withName(call: LayerCall, ...args: readonly (readonly [string, Expression])[]): Expression {
  return { kind: 'object', properties: [['name', call.name], ...args] };
}

function argsOf({ callee, args }: PlanLayer): readonly (readonly [string, Expression])[] {
  return Object.entries(args)
    .filter(([key, value]) => !isImplied(callee, key, value))
    .map(([key, value]) => [key, argument(callee, key, value)] as const);
}

/** Our own classes take a number for a constant; tfjs's want it made. */
function argument(callee: PlanLayer['callee'], key: string, value: Json): Expression {
  const isConstant = key.endsWith('Initializer') && typeof value === 'number' && !isCustomKerasClass(callee);
  if (!isConstant) return fromJson(oneForBoth(key, value));
  return chain(name('tf.initializers'), { method: 'constant', args: [fromJson({ value })] });
}

/** tfjs takes one number for several that are equal; `kernelSize: 5` reads better than `[5, 5]`. */
function oneForBoth(key: string, value: Json): Json {
  if (!ONE_FOR_BOTH.has(key) || !Array.isArray(value)) return value;
  const [first, second] = (value as readonly Json[]).map((each) => oneForBoth(key, each));
  if (first === undefined || second === undefined || Array.isArray(first) || Array.isArray(second)) return value;
  return first === second ? first : [first, second];
}
const ONE_FOR_BOTH = new Set(['kernelSize', 'strides', 'poolSize', 'dilationRate', 'padding']);
