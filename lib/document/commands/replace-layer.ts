import type { NodeId } from '@/lib/core/ids';
import type { NewLayer } from '@/lib/layers/definition';
import { defaultParams, type Params } from '@/lib/layers/fields';
import { layerDefinition } from '@/lib/layers/registry';
import type { Command } from '@/lib/document/command';
import type { Document, DocumentEdge, DocumentNode } from '@/lib/document/document';
import { below, makeRoomBelow } from '@/lib/document/layout';
import { nextEdgeId, nextNodeId } from '@/lib/document/next-id';

/**
 * The first of the new layers stands where the old one stood, the others under it. What was said of the old layer (that
 * it is an output, of the design or of its block) is said of the last new one.
 */
export function replaceLayer(document: Document, command: Extract<Command, { kind: 'replace-layer' }>): Document {
  const node = Object.hasOwn(document.nodes, command.node) ? document.nodes[command.node] : undefined;
  const [first, ...others] = command.layers;
  if (node === undefined || first === undefined) return document;
  if (command.layers.some(({ type }) => layerDefinition(type)?.inputs.arity !== 'one')) return document;
  const hasWeights = command.layers.filter(isNamed).length > 1;
  const begun = putFirst(document, node, first, hasWeights);
  return others.reduce(
    ({ document: before, last, number }, layer) => {
      const count = isNamed(layer) ? number + 1 : number;
      const title = isNamed(layer) ? titled(node, count) : {};
      return { ...appendAfter(before, last, { ...layer, title }), number: count };
    },
    { document: begun.document, last: begun.id, number: isNamed(first) ? 1 : 0 },
  ).document;
}

/** Activations stay nameless: a name is for what computes. */
function isNamed({ type }: NewLayer): boolean {
  return layerDefinition(type)?.nature === 'affine';
}

function titled({ title }: DocumentNode, number: number): { readonly title?: string } {
  return title === undefined ? {} : { title: `${title}_${number}` };
}

function putFirst(
  document: Document,
  node: DocumentNode,
  layer: NewLayer,
  isNumbered: boolean,
): { readonly document: Document; readonly id: NodeId } {
  const keepsId = layer.type === node.type;
  const id = keepsId ? node.id : nextNodeId(document, layer.type);
  const { title: _, notes, ...untitled } = node;
  const title = isNumbered ? titled(node, 1) : node.title === undefined ? {} : { title: node.title };
  // Another type's units are others.
  const kept = keepsId && notes !== undefined ? { notes } : {};
  const replaced: DocumentNode = { ...untitled, ...title, ...kept, id, type: layer.type, params: withDefaults(layer) };
  const nodes = Object.entries(document.nodes).map(([key, other]) =>
    key === node.id ? ([id, replaced] as const) : ([key, other] as const),
  );
  return { document: renamed({ ...document, nodes: Object.fromEntries(nodes) }, node.id, id), id };
}

interface Appended {
  readonly document: Document;
  readonly last: NodeId;
}

interface TitledLayer extends NewLayer {
  readonly title: { readonly title?: string };
}

/** Takes over all that `before` leads to: the edges keep their ids and their slots. */
function appendAfter(document: Document, before: NodeId, { type, params, title }: TitledLayer): Appended {
  const from = document.nodes[before];
  if (from === undefined) return { document, last: before };
  const id = nextNodeId(document, type);
  const scope = from.scope === undefined ? {} : { scope: from.scope };
  const node: DocumentNode = {
    id,
    type,
    ...title,
    params: withDefaults({ type, params }),
    position: below(from.position),
    ...scope,
  };
  const edges = Object.entries(document.edges).map(([key, edge]): readonly [string, DocumentEdge] => [
    key,
    edge.source === before ? { ...edge, source: id } : edge,
  ]);
  const entering = { id: nextEdgeId(document), source: before, target: id, slot: 0 };
  const added: Document = {
    ...document,
    nodes: { ...document.nodes, [id]: node },
    edges: { ...Object.fromEntries(edges), [entering.id]: entering },
  };
  return { document: makeRoomBelow(outputFrom(added, before, id), id), last: id };
}

function withDefaults({ type, params }: NewLayer): Params {
  const definition = layerDefinition(type);
  return { ...(definition ? defaultParams(definition.fields) : {}), ...params };
}

/** Everything that names the layer names it by its new id; rules silenced for the old kind of layer speak again. */
function renamed(document: Document, from: NodeId, to: NodeId): Document {
  if (from === to) return document;
  const edges = Object.entries(document.edges).map(([key, edge]): readonly [string, DocumentEdge] => [
    key,
    {
      ...edge,
      source: edge.source === from ? to : edge.source,
      target: edge.target === from ? to : edge.target,
    },
  ]);
  const silenced = document.silenced.filter(({ node }) => node !== from);
  return outputFrom({ ...document, edges: Object.fromEntries(edges), silenced }, from, to);
}

function outputFrom(document: Document, from: NodeId, to: NodeId): Document {
  const blocks = Object.entries(document.blocks).map(
    ([key, block]) => [key, block.output === from ? { ...block, output: to } : block] as const,
  );
  return {
    ...document,
    outputs: document.outputs.map((id) => (id === from ? to : id)),
    blocks: Object.fromEntries(blocks),
  };
}
