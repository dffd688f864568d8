import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { TensorType } from '@/lib/core/tensor-type';
import { blockOf, documentId, inputIndexOf, scopeOf, type Scope } from '@/lib/document/blocks';
import type { Document, DocumentEdge, DocumentNode } from '@/lib/document/document';
import { DESIGN, type Expansion, type Frame } from '@/lib/document/expand-blocks';
import type { Analysis, LayerAnalysis } from '@/lib/analysis/analysis';

type Layers = Analysis['layers'];
type Edges = Analysis['edges'];

/** What is known of the nodes that stand for blocks, and of the layers inside by their own ids: where used first. */
export function describeBlocks(
  document: Document,
  { frames, resolve }: Expansion,
  flat: { readonly layers: Layers; readonly edges: Edges },
): { readonly layers: Layers; readonly edges: Edges } {
  const drawn = indexScopes(document);
  const layers: Record<NodeId, LayerAnalysis> = { ...flat.layers };
  const outputOf = (frame: Frame, node: NodeId) => layerAt(flat.layers, resolve(frame, node));
  for (const [id, sums] of sumBlocks(flat.layers, frames)) {
    const { parent, node } = sums.use;
    const output = outputOf(parent, node.id);
    layers[id] = {
      ...sums.figures,
      node: id,
      inputs: (drawn.incoming.get(node.id) ?? []).flatMap(({ source }) => resolve(parent, source) ?? []),
      output: output?.output ?? null,
      receptiveField: output?.receptiveField ?? null,
    };
  }
  for (const frame of frames) {
    for (const node of drawn.inputs.get(scopeOfFrame(frame)) ?? []) {
      const id = frame.prefix + node.id;
      const source = resolve(frame, node.id);
      layers[id] = blockInput(id, source, layerAt(flat.layers, source));
    }
  }
  return { layers: withOwnIds(layers), edges: withOwnIds(describeEdges(drawn, { frames, outputOf }, flat.edges)) };
}

interface Drawn {
  readonly inputs: ReadonlyMap<Scope, readonly DocumentNode[]>;
  readonly edges: ReadonlyMap<Scope, readonly DocumentEdge[]>;
  /** By target, in the order of their slots. */
  readonly incoming: ReadonlyMap<NodeId, readonly DocumentEdge[]>;
}

function indexScopes(document: Document): Drawn {
  const [inputs, edges, incoming] = [new Map<Scope, DocumentNode[]>(), new Map<Scope, DocumentEdge[]>(), new Map()] as [
    Map<Scope, DocumentNode[]>,
    Map<Scope, DocumentEdge[]>,
    Map<NodeId, DocumentEdge[]>,
  ];
  for (const node of Object.values(document.nodes)) if (inputIndexOf(node) !== null) push(inputs, scopeOf(node), node);
  for (const edge of Object.values(document.edges).sort((a, b) => a.slot - b.slot)) {
    const target = document.nodes[edge.target];
    if (target === undefined) continue;
    push(edges, scopeOf(target), edge);
    push(incoming, edge.target, edge);
  }
  return { inputs, edges, incoming };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function scopeOfFrame({ use }: Frame): Scope {
  return use === null ? null : blockOf(use.node);
}

function layerAt(layers: Layers, id: NodeId | null): LayerAnalysis | null {
  return id === null ? null : (layers[id] ?? null);
}

type Figures = Pick<LayerAnalysis, 'weights' | 'params' | 'trainableParams' | 'macs'>;
const NONE: Figures = { weights: [], params: 0, trainableParams: 0, macs: 0 };

interface Sums {
  readonly use: NonNullable<Frame['use']>;
  readonly figures: Figures;
}

/** The sums over all repetitions of every use, by the use's id; inner uses are in the sums of outer ones. */
function sumBlocks(layers: Layers, frames: readonly Frame[]): ReadonlyMap<NodeId, Sums> {
  const byPrefix = new Map<string, Figures>();
  for (const [id, layer] of Object.entries(layers)) {
    const prefix = id.slice(0, id.length - documentId(id).length);
    if (prefix !== '') byPrefix.set(prefix, addFigures(byPrefix.get(prefix) ?? NONE, layer));
  }
  const uses = new Map<NodeId, Sums>();
  // Outer frames come first, so from the end every frame's sum is complete before it is added to the one around it.
  for (const { prefix, use } of [...frames].reverse()) {
    if (use === null) continue;
    const own = byPrefix.get(prefix) ?? NONE;
    const id = use.parent.prefix + use.node.id;
    uses.set(id, { use, figures: addFigures(uses.get(id)?.figures ?? NONE, own) });
    const around = use.parent.prefix;
    if (around !== '') byPrefix.set(around, addFigures(byPrefix.get(around) ?? NONE, own));
  }
  return uses;
}

function addFigures(a: Figures, b: Figures): Figures {
  return {
    weights: b.weights.length === 0 ? a.weights : [...a.weights, ...b.weights],
    params: a.params + b.params,
    trainableParams: a.trainableParams + b.trainableParams,
    macs: a.macs + b.macs,
  };
}

function blockInput(id: NodeId, source: NodeId | null, feeding: LayerAnalysis | null): LayerAnalysis {
  return {
    ...NONE,
    node: id,
    inputs: source === null ? [] : [source],
    output: feeding?.output ?? null,
    receptiveField: feeding?.receptiveField ?? null,
  };
}

/** Edges into blocks and out of their inputs have none of their own in the design written out. */
function describeEdges(
  drawn: Drawn,
  { frames, outputOf }: { frames: readonly Frame[]; outputOf: (frame: Frame, node: NodeId) => LayerAnalysis | null },
  known: Edges,
): Edges {
  const edges: Record<EdgeId, TensorType | null> = { ...known };
  for (const frame of [DESIGN, ...frames]) {
    for (const edge of drawn.edges.get(scopeOfFrame(frame)) ?? []) {
      edges[frame.prefix + edge.id] ??= outputOf(frame, edge.source)?.output ?? null;
    }
  }
  return edges;
}

/** Adds what has no entry by its id in the document yet under that id: where a block is used first, it stands first. */
function withOwnIds<T>(values: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const own: Record<string, T> = {};
  for (const [id, value] of Object.entries(values)) {
    const short = documentId(id);
    if (short !== id && !Object.hasOwn(values, short) && !Object.hasOwn(own, short)) own[short] = value;
  }
  return { ...values, ...own };
}
