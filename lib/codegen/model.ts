import type { Json } from '@/lib/core/json';
import type { NodeId } from '@/lib/core/ids';
import { elementCount, formatShape, type Shape } from '@/lib/core/tensor-type';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';
import type { CustomKerasClass } from '@/lib/layers/keras-class-names';
import { isCustomKerasClass, KERAS_CLASSES } from '@/lib/layers/keras-classes';
import { count, oneLine } from '@/lib/codegen/comments';
import { identifier } from '@/lib/codegen/names';
import { layerNames, renamePlan } from '@/lib/codegen/named-plan';
import { printProgram, type PrintedCode } from '@/lib/codegen/print';
import { chain, fromJson, name, type Expression, type Statement } from '@/lib/codegen/tree';
import { customLayerFile } from '@/lib/codegen/sources';

const SAMPLE_AXES: Readonly<Record<number, string>> = { 3: 'One sample: height × width × channels.' };

export interface ModelSource {
  readonly plan: ModelPlan;
  /** The people's own names for layers. */
  readonly titles: Readonly<Record<NodeId, string | undefined>>;
}

/** `src/model.ts`: the design as a tfjs functional model, with the lines of every node. */
export function generateModel({ plan, titles }: ModelSource): PrintedCode {
  const named = renamePlan(plan, layerNames(plan, titles));
  return printProgram([
    { kind: 'import', what: '* as tf', from: '@tensorflow/tfjs' },
    ...customImports(plan),
    { kind: 'blank' },
    { kind: 'doc', lines: [SAMPLE_AXES[plan.inputShape.length] ?? 'One sample, without the batch.'] },
    { kind: 'const', name: 'inputShape', value: fromJson(plan.inputShape), exported: true },
    { kind: 'const', name: 'classes', value: fromJson(plan.outputShape.at(-1) ?? 0), exported: true },
    { kind: 'blank' },
    { kind: 'doc', lines: [`${oneLine(plan.name)}: ${count(plan.params)} parameters.`] },
    {
      kind: 'function',
      signature: 'export function createModel(): tf.LayersModel',
      body: [...named.layers.flatMap((layer) => layerStatements(layer, titles)), returned(named)],
    },
  ]);
}

/** Which classes of ours a plan needs, each once. */
export function customClasses(plan: ModelPlan): readonly CustomKerasClass[] {
  return [...new Set(plan.layers.map((layer) => layer.callee).filter(isCustomKerasClass))].sort();
}

function customImports(plan: ModelPlan): readonly Statement[] {
  return customClasses(plan).map((callee) => ({
    kind: 'import',
    what: `{ ${KERAS_CLASSES[callee].factory} }`,
    from: `./${customLayerFile(callee).replace(/\.ts$/, '.js')}`,
  }));
}

function layerStatements(layer: PlanLayer, titles: ModelSource['titles']): readonly Statement[] {
  const { node } = layer;
  return [
    { kind: 'comment', lines: [comment(layer, titles[node])], node },
    { kind: 'const', name: layer.name, value: layerExpression(layer), node },
    { kind: 'blank' },
  ];
}

/** "C1: 28 × 28 × 6, 156 parameters"; the title only where the variable's name does not say it already. */
function comment(layer: PlanLayer, title: string | undefined): string {
  const params = layer.weights.reduce((sum, weight) => sum + elementCount(weight.shape), 0);
  const size = [shapeText(layer.outputShape), ...(params === 0 ? [] : [`${count(params)} parameters`])].join(', ');
  const heading = title === undefined ? '' : oneLine(title);
  return heading === '' || heading.toLowerCase() === layer.name.toLowerCase() ? size : `${heading}: ${size}`;
}

function shapeText(shape: Shape): string {
  return shape.length === 1 ? `${count(shape[0] ?? 0)} values` : formatShape(shape);
}

function layerExpression(layer: PlanLayer): Expression {
  if (layer.callee === 'InputLayer') {
    return chain(name('tf'), { method: 'input', args: [withName(layer, ['shape', name('inputShape')])] });
  }
  const inputs = layer.inputs.map(name);
  const [only] = inputs;
  const apply = {
    method: 'apply',
    args: [only !== undefined && inputs.length === 1 ? only : ({ kind: 'array', items: inputs } as const)],
  };
  return { kind: 'as', of: constructed(layer, apply), type: 'tf.SymbolicTensor' };
}

function constructed(
  layer: PlanLayer,
  apply: { readonly method: string; readonly args: readonly Expression[] },
): Expression {
  if (isCustomKerasClass(layer.callee)) {
    const { factory } = KERAS_CLASSES[layer.callee];
    return chain({ kind: 'call', callee: factory, args: [withName(layer, ...argsOf(layer))] }, apply);
  }
  const factory = { method: KERAS_CLASSES[layer.callee].factory, args: [withName(layer, ...argsOf(layer))] };
  return chain(name('tf.layers'), factory, apply);
}

function withName(layer: PlanLayer, ...args: readonly (readonly [string, Expression])[]): Expression {
  return { kind: 'object', properties: [['name', fromJson(layer.name)], ...args] };
}

function argsOf({ args }: PlanLayer): readonly (readonly [string, Expression])[] {
  return Object.entries(args).map(([key, value]) => [key, fromJson(oneForBoth(key, value))] as const);
}

/** tfjs takes one number for several that are equal; `kernelSize: 5` reads better than `[5, 5]`. */
function oneForBoth(key: string, value: Json): Json {
  if (!ONE_FOR_BOTH.has(key) || !Array.isArray(value)) return value;
  const [first, second] = (value as readonly Json[]).map((each) => oneForBoth(key, each));
  if (first === undefined || second === undefined || Array.isArray(first) || Array.isArray(second)) return value;
  return first === second ? first : [first, second];
}
const ONE_FOR_BOTH = new Set(['kernelSize', 'strides', 'poolSize', 'dilationRate', 'padding']);

function returned(named: ModelPlan): Statement {
  const several = (names: readonly string[]): Expression => {
    const [first] = names;
    return first !== undefined && names.length === 1 ? name(first) : { kind: 'array', items: names.map(name) };
  };
  const settings: Expression = {
    kind: 'object',
    properties: [
      ['name', fromJson(identifier(named.name) || 'network')],
      ['inputs', several(named.inputs)],
      ['outputs', several(named.outputs)],
    ],
  };
  return { kind: 'return', value: chain(name('tf'), { method: 'model', args: [settings] }) };
}
