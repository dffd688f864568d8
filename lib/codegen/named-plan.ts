import type { BlockId, NodeId } from '@/lib/core/ids';
import type { ModelPlan } from '@/lib/compile/plan';
import { blockInputs, definitionOf, scopeOf, type Scope } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';
import type { Frame } from '@/lib/document/expand-blocks';
import { isCustomKerasClass, KERAS_CLASSES } from '@/lib/layers/keras-classes';
import { isRepeated, structureOf, writableDesign, type Part, type Structure } from '@/lib/codegen/block-structure';
import { identifier, uniqueNames } from '@/lib/codegen/names';

/** Names that generated files use for other things. */
const TAKEN = ['tf', 'createModel', 'inputShape', 'classes'];

/** Inside a block's function: what it gets besides its inputs, and what a loop counts with. */
const TAKEN_INSIDE = ['name', 'index'];

/** Names for everything in a generated model that is drawn from a design. */
export interface ModelNames {
  /** The design as its code is written. */
  readonly document: Document;
  readonly structure: Structure;
  /** Of the function of every variant of a block. */
  readonly functions: ReadonlyMap<string, string>;
  /**
   * By scope, what a layer, a helper or a use of a block is called there, by its id without what its frame puts before it:
   * from the person's own title where there is one, else from the id.
   */
  readonly locals: ReadonlyMap<Scope, ReadonlyMap<string, string>>;
  /** The whole name of every plan layer, by plan name: what the built model and its weights go by. */
  readonly layers: ReadonlyMap<string, string>;
}

export function modelNames(plan: ModelPlan, design: Document): ModelNames {
  const document = writableDesign(plan, design);
  const structure = structureOf(plan, document);
  const factories = plan.layers
    .map(({ callee }) => callee)
    .filter(isCustomKerasClass)
    .map((own) => KERAS_CLASSES[own].factory);
  const parameters = Object.keys(document.blocks).flatMap((block) => inputNames(document, block));
  const functions = uniqueNames(
    structure.functions.map(({ variant, block }) => ({
      key: variant,
      texts: [document.blocks[block ?? '']?.name ?? '', 'block'],
    })),
    [...TAKEN, ...factories, ...TAKEN_INSIDE, ...parameters],
  );
  const taken = [...TAKEN, ...factories, ...functions.values()];
  const locals = new Map<Scope, ReadonlyMap<string, string>>([
    [null, localNames(document, [structure.design], [...taken, ...(functions.size > 0 ? ['index'] : [])])],
  ]);
  for (const { block } of structure.parts) {
    if (locals.has(block)) continue;
    const inside = structure.parts.filter((part) => part.block === block);
    const inputs = inputNames(document, block);
    locals.set(block, localNames(document, inside, [...taken, ...TAKEN_INSIDE, ...inputs]));
  }
  const whole = [structure.design, ...structure.parts].flatMap((part) => wholeNames(part, locals));
  return { document, structure, functions, locals, layers: new Map(whole) };
}

/** The identifier of every plan layer, by plan name. */
export function layerNames(plan: ModelPlan, document: Document): ReadonlyMap<string, string> {
  return modelNames(plan, document).layers;
}

/** What a block's function calls its inputs, in order. */
export function inputNames(document: Document, block: BlockId | null): readonly string[] {
  const count = block === null ? 0 : blockInputs(document, block).length;
  return Array.from({ length: count }, (_, index) => (count === 1 ? 'input' : `input${index + 1}`));
}

/** A helper layer (the padding before a convolution) is named after the layer it serves. */
function localNames(document: Document, parts: readonly Part[], taken: readonly string[]): ReadonlyMap<string, string> {
  const own = new Map<string, readonly string[]>();
  const helpers = new Map<string, readonly string[]>();
  for (const { frame, steps } of parts) {
    for (const step of steps) {
      const node = document.nodes[step.node];
      const title = node === undefined ? '' : (node.title ?? definitionOf(document, node)?.name ?? '');
      own.set(step.node, [title, step.node]);
      for (const { name } of step.kind === 'layer' ? step.calls : []) {
        const local = name.slice(frame.prefix.length);
        if (local !== step.node) helpers.set(local, [helperName(local, step.node, title)]);
      }
    }
  }
  return uniqueNames(
    [...own, ...helpers].map(([key, texts]) => ({ key, texts })),
    taken,
  );
}

function helperName(local: string, node: NodeId, title: string): string {
  const suffix = local.startsWith(node) ? local.slice(node.length) : local;
  return `${identifier(title) === '' ? node : title} ${suffix}`;
}

function wholeNames(part: Part, locals: ModelNames['locals']): readonly (readonly [string, string])[] {
  const names = locals.get(part.block);
  const prefix = namePrefix(part.frame, locals);
  return part.steps.flatMap((step) =>
    step.kind === 'use'
      ? []
      : step.calls.map(({ name }) => {
          const local = name.slice(part.frame.prefix.length);
          return [name, prefix + (names?.get(local) ?? local)] as const;
        }),
  );
}

/** What the function of a frame's block is given as `name`, with a dot. */
function namePrefix(frame: Frame, locals: ModelNames['locals']): string {
  if (frame.use === null) return '';
  const { node, repetition, parent } = frame.use;
  const name = locals.get(scopeOf(node))?.get(node.id) ?? node.id;
  return `${namePrefix(parent, locals)}${name}${isRepeated(frame) ? `.${repetition}` : ''}.`;
}

/** The plan with every layer named as in the generated code: what its weights and its model.json go by. */
export function renamePlan(plan: ModelPlan, names: ReadonlyMap<string, string>): ModelPlan {
  const rename = (name: string) => names.get(name) ?? name;
  return {
    ...plan,
    layers: plan.layers.map((layer) => ({ ...layer, name: rename(layer.name), inputs: layer.inputs.map(rename) })),
    inputs: plan.inputs.map(rename),
    outputs: plan.outputs.map(rename),
  };
}
