import type { NodeId } from '@/lib/core/ids';
import { copyLayers } from '@/lib/document/block-parts';
import {
  BLOCK_INPUT_TYPE,
  definitionOf,
  edgesIn,
  inputIndexOf,
  nodesIn,
  repeatOf,
  scopeOf,
  usesOf,
  type Scope,
} from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import { replaceOutput } from '@/lib/document/commands/group';
import { withoutUnusedBlocks } from '@/lib/document/commands/unused-blocks';
import type { Block, Document, DocumentEdge, DocumentNode, Position } from '@/lib/document/document';
import { incomingEdges } from '@/lib/document/graph';
import { below } from '@/lib/document/layout';
import { createIdSeries } from '@/lib/document/next-id';
import { innerNotesOutOf, notesOutOf, withoutNotesIn } from '@/lib/document/unit-notes';

/** Puts a block's layers in the place of one use of it: the layers themselves where it is the only one, else copies. */
export function ungroup(document: Document, command: Extract<Command, { kind: 'ungroup' }>): Document {
  const use = document.nodes[command.node];
  const block = use && definitionOf(document, use);
  if (use === undefined || !block) return document;
  const isOnly = usesOf(document, block.id).length === 1;
  const passes = inlineAll(document, { use, block, isOnly });
  return withoutUnusedBlocks(withoutUse(passes.document, use, passes.output));
}

interface Inlining {
  readonly use: DocumentNode;
  readonly block: Block;
  readonly isOnly: boolean;
}

interface Inlined {
  readonly document: Document;
  /** What now gives what the use gave; null where the block has no output. */
  readonly output: NodeId | null;
  /** What each layer of the block became. */
  readonly ids: ReadonlyMap<NodeId, NodeId>;
}

/** Once per repetition, each fed by the one before. */
function inlineAll(document: Document, { use, block, isOnly }: Inlining): Inlined {
  const all = nodesIn(document, block.id);
  const layers = all.filter(({ type }) => type !== BLOCK_INPUT_TYPE);
  const inputs = all.filter(({ type }) => type === BLOCK_INPUT_TYPE);
  const content = { block, layers, inputs, edges: edgesIn(document, block.id), scope: scopeOf(use) };
  const box = boxOf(layers);
  const pitch = below({ x: 0, y: box.bottom }).y - box.top;
  let feeds = new Map(incomingEdges(document, use.id).map(({ slot, source }) => [slot, source] as const));
  let state: Inlined = { document, output: null, ids: new Map() };
  for (let pass = 0; pass < repeatOf(use); pass += 1) {
    const offset = { x: use.position.x - box.left, y: use.position.y - box.top + pass * pitch };
    const put = isOnly && pass === 0 ? moveOut : copyOut;
    const noted = layers.map((node) => notesOutOf(node, use.id, pass + 1));
    const inlined = put(state.document, { ...content, layers: noted, feeds, offset });
    const nodes = innerNotesOutOf(inlined.document.nodes, { use: use.id, repetition: pass + 1, ids: inlined.ids });
    state = { ...inlined, document: { ...inlined.document, nodes } };
    feeds = new Map(state.output === null ? [] : [[0, state.output]]);
  }
  return state;
}

interface Pass {
  readonly block: Block;
  readonly layers: readonly DocumentNode[];
  readonly inputs: readonly DocumentNode[];
  readonly edges: readonly DocumentEdge[];
  /** Where they go. */
  readonly scope: Scope;
  readonly offset: Position;
  /** What each input of the block gets. */
  readonly feeds: ReadonlyMap<number, NodeId>;
}

/** Of the only use the layers themselves, with their ids, so that to group and to ungroup changes nothing. */
function moveOut(document: Document, pass: Pass): Inlined {
  const sources = feedsByInput(pass);
  const isInput = new Set(pass.inputs.map(({ id }) => id));
  const moved = pass.layers.map((node): DocumentNode => {
    const { scope: _, ...rest } = node;
    const position = { x: node.position.x + pass.offset.x, y: node.position.y + pass.offset.y };
    return { ...rest, position, ...(pass.scope === null ? {} : { scope: pass.scope }) };
  });
  const gone = new Set(
    pass.edges.flatMap(({ id, source }) => (isInput.has(source) && !sources.has(source) ? [id] : [])),
  );
  const edges = Object.values(document.edges).flatMap((edge): readonly DocumentEdge[] => {
    if (gone.has(edge.id)) return [];
    const source = sources.get(edge.source);
    return [source === undefined ? edge : { ...edge, source }];
  });
  const { output } = pass.block;
  return {
    document: { ...document, nodes: { ...document.nodes, ...byId(moved) }, edges: byId(edges) },
    output: output === null ? null : (sources.get(output) ?? (isInput.has(output) ? null : output)),
    ids: new Map(pass.layers.map(({ id }) => [id, id])),
  };
}

function copyOut(document: Document, pass: Pass): Inlined {
  const sources = feedsByInput(pass);
  const { layers: nodes, edges, scope, offset } = pass;
  const copy = copyLayers(document, { nodes, edges, scope, offset, blocks: new Map() });
  const series = createIdSeries(copy.document);
  const fed = edges.flatMap((edge): readonly DocumentEdge[] => {
    const [source, target] = [sources.get(edge.source), copy.ids.get(edge.target)];
    return source === undefined || target === undefined ? [] : [{ ...edge, id: series.edge(), source, target }];
  });
  const { output } = pass.block;
  return {
    document: { ...copy.document, edges: { ...copy.document.edges, ...byId(fed) } },
    output: output === null ? null : (copy.ids.get(output) ?? sources.get(output) ?? null),
    ids: copy.ids,
  };
}

function feedsByInput({ inputs, feeds }: Pass): ReadonlyMap<NodeId, NodeId> {
  return new Map(
    inputs.flatMap((node) => {
      const index = inputIndexOf(node);
      const source = index === null ? undefined : feeds.get(index);
      return source === undefined ? [] : [[node.id, source] as const];
    }),
  );
}

function byId<T extends { readonly id: string }>(values: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}

/** The use goes; what it led to and was named for gets what stands in its place. */
function withoutUse(document: Document, use: DocumentNode, output: NodeId | null): Document {
  const { [use.id]: _, ...others } = document.nodes;
  const nodes = withoutNotesIn(others, use.id);
  const edges = Object.values(document.edges).flatMap((edge): readonly DocumentEdge[] => {
    if (edge.target === use.id) return [];
    if (edge.source !== use.id) return [edge];
    return output === null ? [] : [{ ...edge, source: output }];
  });
  return replaceOutput(
    { ...document, nodes, edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])) },
    { scope: scopeOf(use), from: use.id, to: output },
  );
}

function boxOf(nodes: readonly DocumentNode[]): {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
} {
  const [xs, ys] = [nodes.map(({ position }) => position.x), nodes.map(({ position }) => position.y)];
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const bottom = ys.reduce((a, b) => Math.max(a, b), -Infinity);
  return nodes.length === 0 ? { left: 0, top: 0, bottom: 0 } : { left: least(xs), top: least(ys), bottom };
}
