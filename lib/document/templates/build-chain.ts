import type { BlockId, NodeId } from '@/lib/core/ids';
import type { ParamValue } from '@/lib/core/problem';
import type { Params } from '@/lib/layers/fields';
import type { LAYERS, LayerType } from '@/lib/layers/registry';
import { applyCommand } from '@/lib/document/apply-command';
import { BLOCK_INPUT_TYPE, BLOCK_TYPE, type Scope } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import { createDocument } from '@/lib/document/create-document';
import { NO_DATASET, type Document } from '@/lib/document/document';
import { addedNodes } from '@/lib/document/graph';
import { layered } from '@/lib/document/layout';
import { nextBlockId } from '@/lib/document/next-id';

/** Parameters that a layer of this type has; what is left out keeps its default. */
type ParamsFor<T extends LayerType> = { readonly [K in keyof (typeof LAYERS)[T]['fields']]?: ParamValue };

/** Builds a design layer by layer with the commands that people's own gestures become. */
export interface Builder {
  /** Adds a layer behind these; returns its id. */
  add<T extends LayerType>(type: T, params?: ParamsFor<T>, ...inputs: readonly NodeId[]): NodeId;
  /**
   * Draws a block; `draw` gets a builder of its inside and its inputs, and returns the layer that gives its output. It
   * stands in the design where `use` puts it.
   */
  block(name: string, draw: DrawBlock, options?: { readonly inputs?: number }): BlockId;
  /** Adds a use of a block behind these, run `repeat` times in a row; returns its id. */
  use(block: BlockId, options?: { readonly repeat?: number }, ...inputs: readonly NodeId[]): NodeId;
  apply(command: Command): void;
  /** The design so far, laid out. */
  build(): Document;
}

export type DrawBlock = (inside: Builder, ...inputs: readonly NodeId[]) => NodeId;

export function createBuilder(name: string): Builder {
  return builderOf({ document: createDocument(name) }, null);
}

/** Builders of the design and of its blocks' insides share the document. */
function builderOf(state: { document: Document }, scope: Scope): Builder {
  const apply = (command: Command) => {
    state.document = applyCommand(state.document, command);
  };
  const add = (type: string, params: Params, inputs: readonly NodeId[]): NodeId => {
    const before = state.document;
    apply({ kind: 'add-layer', type, params, ...(scope === null ? {} : { scope }) });
    const [id] = addedNodes(before, state.document);
    if (id === undefined) throw new Error(`no layer of type ${type} can stand here`);
    for (const source of inputs) apply({ kind: 'connect', source, target: id });
    return id;
  };
  return {
    apply,
    add: (type, params = {}, ...inputs) => add(type, definedParams(params), inputs),
    use: (block, { repeat = 1 } = {}, ...inputs) => add(BLOCK_TYPE, { block, repeat }, inputs),
    block(title, draw, { inputs: count = 1 } = {}) {
      const id = nextBlockId(state.document);
      state.document = {
        ...state.document,
        blocks: { ...state.document.blocks, [id]: { id, name: title, output: null } },
      };
      const inside = builderOf(state, id);
      const inputs = Array.from({ length: count }, () => addInput(state, id));
      apply({ kind: 'set-block-output', node: draw(inside, ...inputs) });
      return id;
    },
    build() {
      apply({ kind: 'move', positions: layered(state.document, Object.keys(state.document.nodes)) });
      return state.document;
    },
  };
}

function addInput(state: { document: Document }, scope: BlockId): NodeId {
  const before = state.document;
  state.document = applyCommand(before, { kind: 'add-layer', type: BLOCK_INPUT_TYPE, scope });
  const [id] = addedNodes(before, state.document);
  if (id === undefined) throw new Error(`there is no block ${scope}`);
  return id;
}

/** One layer of a chain: its type, its parameters. */
export type Link = { readonly [T in LayerType]: readonly [type: T, params?: ParamsFor<T>] }[LayerType];

/** Layers one behind another; each may be given as several that belong together. */
export function buildChain(name: string, links: readonly Link[]): Document {
  const builder = createBuilder(name);
  addChain(builder, links);
  return builder.build();
}

/** Adds a chain behind `from`, or at the start; returns its last layer. */
export function addChain(builder: Builder, links: readonly Link[], from?: NodeId): NodeId {
  const last = links.reduce<NodeId | undefined>(
    (before, [type, params]) => builder.add(type, params, ...(before === undefined ? [] : [before])),
    from,
  );
  if (last === undefined) throw new Error('a chain has at least one layer');
  return last;
}

/** The end of AlexNet (2012), which VGG (2015) kept: two wide dense layers with dropout, a score per class of ImageNet. */
export const IMAGENET_CLASSIFIER: readonly Link[] = [
  ['flatten'],
  ['dense', { units: 4096 }],
  ['relu'],
  ['dropout'],
  ['dense', { units: 4096 }],
  ['relu'],
  ['dropout'],
  ['dense', { units: 1000 }],
  ['softmax'],
];

/** The networks for ImageNet have no data set here: nothing to check them against, and nothing to train them on. */
export function withoutDataset(document: Document): Document {
  return applyCommand(document, { kind: 'set-training', settings: { dataset: NO_DATASET } });
}

function definedParams(params: Readonly<Record<string, ParamValue | undefined>>): Readonly<Record<string, ParamValue>> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
