import type { BlockId, EdgeId, NodeId } from '@/lib/core/ids';
import type { ParamValue } from '@/lib/core/problem';
import { defaultParams, type Params } from '@/lib/layers/fields';
import { layerDefinition, type LAYERS, type LayerType } from '@/lib/layers/registry';
import { applyCommand } from '@/lib/document/apply-command';
import { BLOCK_INPUT_TYPE, BLOCK_TYPE, type Scope } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import { createDocument } from '@/lib/document/create-document';
import type { Document, DocumentEdge, DocumentNode } from '@/lib/document/document';
import { NO_DATASET } from '@/lib/document/training-settings';
import { layered } from '@/lib/document/layout';
import { createIdSeries, nextBlockId, type IdSeries } from '@/lib/document/next-id';

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
  return builderOf(startFrom(createDocument(name)), null);
}

/** Grown in place, so that a network of hundreds of layers is not copied for each; builders of blocks share it. */
interface Growing {
  /** All but the layers and edges. */
  rest: Document;
  nodes: Record<NodeId, DocumentNode>;
  edges: Record<EdgeId, DocumentEdge>;
  ids: IdSeries;
}

function startFrom(document: Document): Growing {
  const nodes = { ...document.nodes };
  const edges = { ...document.edges };
  return { rest: document, nodes, edges, ids: createIdSeries(document) };
}

function builderOf(growing: Growing, scope: Scope): Builder {
  const current = (): Document => ({ ...growing.rest, nodes: growing.nodes, edges: growing.edges });
  const apply = (command: Command) => {
    Object.assign(growing, startFrom(applyCommand(current(), command)));
  };
  const add = (type: string, params: Params, inputs: readonly NodeId[]) =>
    addNode(growing, { type, params, ...(scope === null ? {} : { scope }) }, inputs);
  return {
    apply,
    add: (type, params = {}, ...inputs) => add(type, withDefaults(type, definedParams(params)), inputs),
    use(block, { repeat = 1 } = {}, ...inputs) {
      if (!Object.hasOwn(growing.rest.blocks, block)) throw new Error(`there is no block ${block}`);
      return add(BLOCK_TYPE, { repeat, block }, inputs);
    },
    block(title, draw, { inputs: count = 1 } = {}) {
      const id = nextBlockId(growing.rest);
      const blocks = { ...growing.rest.blocks, [id]: { id, name: title, output: null } };
      growing.rest = { ...growing.rest, blocks };
      const inputs = Array.from({ length: count }, (_, index) =>
        addNode(growing, { type: BLOCK_INPUT_TYPE, params: { index }, scope: id }, []),
      );
      apply({ kind: 'set-block-output', node: draw(builderOf(growing, id), ...inputs) });
      return id;
    },
    build() {
      apply({ kind: 'move', positions: layered(current(), Object.keys(growing.nodes)) });
      return current();
    },
  };
}

type NewNode = Pick<DocumentNode, 'type' | 'params' | 'scope'>;

function addNode(growing: Growing, node: NewNode, inputs: readonly NodeId[]): NodeId {
  const { nodes, edges, ids } = growing;
  const id = ids.node(node.type);
  nodes[id] = { id, ...node, position: { x: 0, y: 0 } };
  inputs.forEach((source, slot) => {
    if (nodes[source]?.scope !== node.scope) throw new Error(`${source} and ${id} are not drawn together`);
    const edge = ids.edge();
    edges[edge] = { id: edge, source, target: id, slot };
  });
  return id;
}

function withDefaults(type: LayerType, params: Params): Params {
  const definition = layerDefinition(type);
  if (definition === null) throw new Error(`there is no layer type ${type}`);
  return { ...defaultParams(definition.fields), ...params };
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
