import type { ModelPlan } from '@/lib/compile/plan';
import type { Document } from '@/lib/document/document';
import type { CustomKerasClass } from '@/lib/layers/keras-class-names';
import { isCustomKerasClass, KERAS_CLASSES } from '@/lib/layers/keras-classes';
import { blockFunctions, partStatements, valueOf } from '@/lib/codegen/block-functions';
import { outputNode } from '@/lib/codegen/block-structure';
import { count, oneLine } from '@/lib/codegen/comments';
import { identifier } from '@/lib/codegen/names';
import { modelNames, renamePlan } from '@/lib/codegen/named-plan';
import { printProgram, type PrintedCode } from '@/lib/codegen/print';
import { chain, fromJson, name, type Expression, type Statement } from '@/lib/codegen/tree';
import { customLayerFile } from '@/lib/codegen/sources';

const SAMPLE_AXES: Readonly<Record<number, string>> = { 3: 'One sample: height × width × channels.' };

export interface ModelSource {
  readonly plan: ModelPlan;
  /** What the plan was compiled from: its blocks become functions, its titles names. */
  readonly document: Document;
}

/** `src/model.ts`: the design as a tfjs functional model, with the lines of every node as it is drawn. */
export function generateModel({ plan, document }: ModelSource): PrintedCode {
  const names = modelNames(plan, document);
  const writing = { document: names.document, names, inputShape: plan.inputShape };
  return printProgram([
    { kind: 'import', what: '* as tf', from: '@tensorflow/tfjs' },
    ...customImports(plan),
    { kind: 'blank' },
    { kind: 'doc', lines: [SAMPLE_AXES[plan.inputShape.length] ?? 'One sample, without the batch.'] },
    { kind: 'const', name: 'inputShape', value: fromJson(plan.inputShape), exported: true },
    { kind: 'const', name: 'classes', value: fromJson(plan.outputShape.at(-1) ?? 0), exported: true },
    { kind: 'blank' },
    ...blockFunctions(writing),
    { kind: 'doc', lines: [`${oneLine(plan.name)}: ${count(plan.params)} parameters.`] },
    {
      kind: 'function',
      signature: 'export function createModel(): tf.LayersModel',
      body: [...partStatements(names.structure.design, writing), returned(plan, writing)],
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

/** The outputs as they are drawn: a block's stands for the layer in it. */
function returned(plan: ModelPlan, writing: Parameters<typeof blockFunctions>[0]): Statement {
  const { document, names } = writing;
  const named = renamePlan(plan, names.layers);
  const several = (values: readonly Expression[]): Expression => {
    const [first] = values;
    return first !== undefined && values.length === 1 ? first : { kind: 'array', items: values };
  };
  const nodeOf = (output: string) => (Object.hasOwn(document.nodes, output) ? output : outputNode(output));
  const ends = plan.outputs.map((output) => valueOf(nodeOf(output), names.structure.design, writing));
  const settings: Expression = {
    kind: 'object',
    properties: [
      ['name', fromJson(identifier(document.name) || 'network')],
      ['inputs', several(named.inputs.map((input) => name(input)))],
      ['outputs', several(ends)],
    ],
  };
  return { kind: 'return', value: chain(name('tf'), { method: 'model', args: [settings] }) };
}
