import type { NodeId } from '@/lib/core/ids';
import type { ProblemCode } from '@/lib/core/problem';
import type { LayerDefinition, Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { documentId } from '@/lib/document/blocks';
import type { ReceptiveField } from '@/lib/analysis/analysis';
import type { AnalysisContext } from '@/lib/analysis/context';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import type { GraphNode } from '@/lib/analysis/graph';
import { silencedText, type Heard, type IsSilenced } from '@/lib/analysis/silence';
import type { LayerFacts } from '@/lib/analysis/layer-facts';
import type { View } from '@/lib/analysis/receptive-field';
import type { TypedLayer, Types } from '@/lib/analysis/types';

type Nature = LayerDefinition['nature'];

/** What the rules read; layers are in the order of computation. */
export interface RuleSite {
  readonly context: AnalysisContext;
  /** By slot; null where a layer's shape is not known. */
  readonly layers: readonly (RuleLayer | null)[];
  /** By slot. */
  readonly views: readonly View[];
  /** Those that make the network. */
  readonly network: readonly RuleLayer[];
  /** Of these, those of a nature. */
  readonly byNature: ReadonlyMap<Nature, readonly RuleLayer[]>;
  /** And those that slide a window over places. */
  readonly windows: readonly WindowLayer[];
}

/** A layer of which everything is known, where it stands. */
export interface RuleLayer {
  readonly id: NodeId;
  readonly slot: number;
  readonly node: GraphNode;
  readonly layer: TypedLayer;
  readonly facts: LayerFacts;
}

export interface WindowLayer extends RuleLayer {
  readonly window: Window;
  /** Rows and columns of the input. */
  readonly input: Pair;
}

/** One thing a rule has found, at the layer that it can be silenced for. */
export interface Finding {
  readonly at: RuleLayer;
}

export type Rule = (site: RuleSite, isSilenced: IsSilenced) => Heard;

interface RuleParts<F extends Finding> {
  readonly find: (site: RuleSite) => readonly F[];
  /** Words for what may be said; several findings may become one diagnostic. */
  readonly report: (findings: readonly F[], site: RuleSite) => readonly Diagnostic[];
}

const NOTHING_HEARD: Heard = { diagnostics: [], silenced: [] };

export function defineRule<F extends Finding>(code: ProblemCode, { find, report }: RuleParts<F>): Rule {
  return (site, isSilenced) => {
    const found = find(site);
    if (found.length === 0) return NOTHING_HEARD;
    const heard = found.filter(({ at }) => !isSilenced(code, at.id));
    const silenced = found.filter(({ at }) => isSilenced(code, at.id)).map(({ at }) => silencedText(code, at.id));
    return { diagnostics: heard.length === 0 ? [] : report(heard, site), silenced };
  };
}

interface Known {
  readonly types: Types;
  readonly views: readonly View[];
}

interface Kept extends Pick<RuleSite, 'layers' | 'network' | 'byNature' | 'windows'> {
  readonly nodes: AnalysisContext['nodes'];
  readonly found: Types['found'];
}

const known = new WeakMap<AnalysisContext['slots'], Kept>();

export function createRuleSite(context: AnalysisContext, { types: { found }, views }: Known): RuleSite {
  const { slots, nodes } = context;
  const before = known.get(slots);
  const kept = before?.nodes === nodes && before.found === found ? before : gather(context, found, before);
  known.set(slots, kept);
  const { layers, network, byNature, windows } = kept;
  return { context, views, layers, network, byNature, windows };
}

/** What an edit does not touch stays the same object. */
function gather({ slots, nodes }: AnalysisContext, found: Types['found'], before: Kept | undefined): Kept {
  const layers = nodes.map((node, slot) => {
    const { layer = null, facts = null } = found[slot] ?? {};
    const last = before?.layers[slot] ?? null;
    if (layer === null || facts === null) return null;
    return last?.node === node && last.layer === layer ? last : ruleLayer({ id: node.id, slot, node, layer, facts });
  });
  const network = slots.network.flatMap((slot) => layers[slot] ?? []);
  const byNature = new Map<Nature, RuleLayer[]>();
  for (const layer of network) {
    const { nature } = layer.layer.definition;
    const same = byNature.get(nature);
    if (same) same.push(layer);
    else byNature.set(nature, [layer]);
  }
  return { nodes, found, layers, network, byNature, windows: network.filter(slides) };
}

function ruleLayer(layer: RuleLayer): RuleLayer | WindowLayer {
  const { reach, places: input } = layer.facts;
  return input !== null && typeof reach === 'object' && !('kind' in reach) ? { ...layer, window: reach, input } : layer;
}

export function slides(layer: RuleLayer): layer is WindowLayer {
  return 'window' in layer;
}

/** What is found of each, where something is. */
export function findEach<L, F>(layers: readonly L[], find: (layer: L) => F | null): readonly F[] {
  const found: F[] = [];
  for (const layer of layers) {
    const finding = find(layer);
    if (finding !== null) found.push(finding);
  }
  return found;
}

export function layerAt({ context: { slots }, layers }: RuleSite, id: NodeId | undefined): RuleLayer | null {
  return id === undefined ? null : (layers[slots.index.get(id) ?? -1] ?? null);
}

export function fieldAt({ context: { slots }, views }: RuleSite, id: NodeId | undefined): ReceptiveField | null {
  return id === undefined ? null : (views[slots.index.get(id) ?? -1]?.field ?? null);
}

/** What a layer of a single input takes it from. */
export function layerBefore(site: RuleSite, { node }: RuleLayer): RuleLayer | null {
  return node.incoming.length === 1 ? layerAt(site, node.incoming[0]?.source) : null;
}

/** What a layer leads to, if that is one layer only. */
export function layerBehind(site: RuleSite, { node }: RuleLayer): RuleLayer | null {
  return node.outgoing.length === 1 ? layerAt(site, node.outgoing[0]?.target) : null;
}

/** What people call a layer: in a block by the id it is drawn with, whichever repetition it is of. */
export function nameOf({ context }: RuleSite, id: NodeId): string {
  return context.graph.get(id)?.node.title ?? documentId(id);
}

export function joinsInputs({ layer }: RuleLayer): boolean {
  return layer.definition.inputs.arity === 'many';
}
