import type { NodeId } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { elementCount, sameShape, type Shape } from '@/lib/core/tensor-type';
import type { Family, Nature, Reach } from '@/lib/layers/definition';
import type { IconName } from '@/lib/layers/icon-name';
import { layerDefinition } from '@/lib/layers/registry';
import { repeatOf } from '@/lib/document/blocks';
import type { Document, DocumentNode } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';
import type { Analysis } from '@/lib/analysis/analysis';
import { flatLayers, typedLayer } from '@/lib/analysis/typed-layer';
import type { Scene } from '@/lib/pictures/canvas/scene';

/** A layer with those folded into it: one map, vector or junction of the figure. */
export interface FigureBlock {
  readonly id: NodeId;
  readonly title: string;
  /** Of a block of the design: how often it runs in a row. */
  readonly repeat: number;
  /** Titles of the activations and normalizations behind it, in order. */
  readonly folded: readonly string[];
  readonly shape: Shape;
  readonly family: Family;
  readonly icon: IconName | null;
  /** A junction only joins equals (addition): it is drawn as a sign, not as a map. */
  readonly kind: 'map' | 'vector' | 'junction';
  /** How it reads what comes in, and the shape of that; null where nothing is known of it. */
  readonly reading: { readonly reach: Reach; readonly input: Shape } | null;
}

export interface FigureGraph {
  /** In the order of computation. */
  readonly blocks: readonly FigureBlock[];
  readonly links: readonly FigureLink[];
}

export interface FigureLink {
  readonly from: NodeId;
  readonly to: NodeId;
}

interface Design {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly scene: Scene;
}

/** What changes values but neither shape nor place: it belongs to the map before it. */
const FOLDED: ReadonlySet<Nature> = new Set([
  'activation',
  'saturating',
  'probabilities',
  'batch-statistics',
  'normalization',
  'noise',
]);

/** The layers of the network whose shape is known, with activations and normalizations folded into the layer before. */
export function foldLayers({ document, analysis, scene }: Design, locale: Locale): FigureGraph {
  const nodes = inOrder(scene, analysis).filter(({ id }) => analysis.layers[id]?.output != null);
  const known = new Set(nodes.map(({ id }) => id));
  const sources = sourcesByTarget(scene, known);
  const targets = countTargets(sources);
  /** From a layer to the one it is folded into, at last. */
  const roots = new Map<NodeId, NodeId>();
  const folded = new Map<NodeId, string[]>();
  for (const node of nodes) {
    const [source, ...others] = sources.get(node.id) ?? [];
    const shape = analysis.layers[node.id]?.output?.shape ?? [];
    const before = analysis.layers[source ?? '']?.output?.shape;
    const nature = layerDefinition(node.type)?.nature;
    if (source === undefined || before === undefined || others.length > 0 || nature === undefined) continue;
    const isFolded = FOLDED.has(nature) && sameShape(shape, before);
    const isFlattened = isReordered(nature, before, shape) && (targets.get(node.id) ?? 0) > 0;
    if (!isFolded && !isFlattened) continue;
    const root = roots.get(source) ?? source;
    roots.set(node.id, root);
    // What only one of several branches applies is not said of the map they share.
    const isTold = isFolded && nature !== 'noise' && targets.get(source) === 1;
    if (isTold) folded.set(root, [...(folded.get(root) ?? []), shortTitle(node, nature, locale)]);
  }
  const kept = nodes.filter(({ id }) => !roots.has(id));
  const blocks = kept.map((node): FigureBlock => {
    const inputs = (sources.get(node.id) ?? []).map((id) => analysis.layers[id]?.output?.shape ?? []);
    const title = layerTitle(node, locale, document.blocks);
    return { ...blockOf(node, { analysis, inputs }), title, folded: folded.get(node.id) ?? [] };
  });
  const links = kept.flatMap(({ id }) =>
    (sources.get(id) ?? []).map((source) => ({ from: roots.get(source) ?? source, to: id })),
  );
  return { blocks, links: distinct(links) };
}

/** Normalizations go by their initials, as everywhere: BN, LN, LRN. */
function shortTitle(node: DocumentNode, nature: Nature, locale: Locale): string {
  const isNormalization = nature === 'batch-statistics' || nature === 'normalization';
  if (node.title !== undefined || !isNormalization) return layerTitle(node, locale);
  const initials = layerDefinition(node.type)?.text.en.title.replaceAll(/[^A-Z]/g, '') ?? '';
  return initials.length > 1 ? initials : layerTitle(node, locale);
}

/** A flatten: the same numbers in one row. */
function isReordered(nature: Nature, before: Shape, after: Shape): boolean {
  return nature === 'linear' && after.length === 1 && before.length > 1 && elementCount(before) === elementCount(after);
}

function blockOf(
  node: DocumentNode,
  { analysis, inputs }: { readonly analysis: Analysis; readonly inputs: readonly Shape[] },
): Omit<FigureBlock, 'title' | 'folded'> {
  const definition = layerDefinition(node.type);
  const shape = analysis.layers[node.id]?.output?.shape ?? [];
  const isJunction =
    definition?.family === 'merge' && inputs.length > 1 && inputs.every((input) => sameShape(input, shape));
  const layer = typedLayer(analysis, node.id);
  const [input] = inputs;
  return {
    id: node.id,
    repeat: repeatOf(node),
    shape,
    family: definition?.family ?? heaviestFamily(analysis, node.id),
    icon: definition?.icon ?? null,
    kind: isJunction ? 'junction' : shape.length === 1 ? 'vector' : 'map',
    reading:
      layer === null || input === undefined || inputs.length > 1
        ? null
        : { reach: layer.definition.reach(layer.site), input },
  };
}

/** Of what does most of a block's work. */
function heaviestFamily(analysis: Analysis, id: NodeId): Family {
  let best: { readonly family: Family; readonly macs: number } = { family: 'input', macs: -1 };
  for (const layer of flatLayers(analysis, id)) {
    const family = layerDefinition(analysis.flat.nodes[layer]?.type ?? '')?.family;
    const macs = analysis.layers[layer]?.macs ?? 0;
    if (family !== undefined && macs > best.macs) best = { family, macs };
  }
  return best.family;
}

/** The scene's layers that make the network, or all of them while there is none; inputs before what they lead to. */
function inOrder(scene: Scene, analysis: Analysis): readonly DocumentNode[] {
  const network = new Set(analysis.network);
  const place = new Map(analysis.order.map((id, index) => [id, index]));
  const nodes = Object.values(scene.nodes).flatMap((node) => {
    const layers = flatLayers(analysis, node.id).filter((id) => network.size === 0 || network.has(id));
    const at = Math.max(...layers.map((id) => place.get(id) ?? Infinity));
    return layers.length === 0 || scene.frames.has(node.id) ? [] : [{ node, at }];
  });
  return nodes.sort((a, b) => a.at - b.at).map(({ node }) => node);
}

function sourcesByTarget(scene: Scene, known: ReadonlySet<NodeId>): ReadonlyMap<NodeId, readonly NodeId[]> {
  const sources = new Map<NodeId, NodeId[]>();
  const edges = Object.values(scene.edges).sort((a, b) => a.slot - b.slot);
  for (const { source, target } of edges) {
    if (!known.has(source) || !known.has(target)) continue;
    const before = sources.get(target);
    if (before) before.push(source);
    else sources.set(target, [source]);
  }
  return sources;
}

function countTargets(sources: ReadonlyMap<NodeId, readonly NodeId[]>): ReadonlyMap<NodeId, number> {
  const counts = new Map<NodeId, number>();
  for (const each of sources.values()) for (const id of each) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function distinct(links: readonly FigureLink[]): readonly FigureLink[] {
  return [...new Map(links.map((link) => [`${link.from}\n${link.to}`, link])).values()];
}
