import type { NodeId } from '@/lib/core/ids';
import type { ProblemCode } from '@/lib/core/problem';
import type { Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { documentId } from '@/lib/document/blocks';
import type { ReceptiveField } from '@/lib/analysis/analysis';
import type { AnalysisContext } from '@/lib/analysis/context';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import type { GraphNode } from '@/lib/analysis/graph';
import { silencedText, type Heard, type IsSilenced } from '@/lib/analysis/silence';
import { factsOf } from '@/lib/analysis/layer-facts';
import type { TypedLayer } from '@/lib/analysis/types';

/** What the rules read. `layers` are in the order of computation. */
export interface RuleSite {
  readonly context: AnalysisContext;
  readonly layers: ReadonlyMap<NodeId, TypedLayer>;
  readonly fields: ReadonlyMap<NodeId, ReceptiveField>;
  /** Those that make the network. */
  readonly network: readonly RuleLayer[];
  /** Of these, those that slide a window over places. */
  readonly windows: readonly WindowLayer[];
}

/** A layer of which everything is known, where it stands. */
export interface RuleLayer {
  readonly id: NodeId;
  readonly node: GraphNode;
  readonly layer: TypedLayer;
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

export function defineRule<F extends Finding>(code: ProblemCode, { find, report }: RuleParts<F>): Rule {
  return (site, isSilenced) => {
    const found = find(site);
    const heard = found.filter(({ at }) => !isSilenced(code, at.id));
    const silenced = found.filter(({ at }) => isSilenced(code, at.id)).map(({ at }) => silencedText(code, at.id));
    return { diagnostics: heard.length === 0 ? [] : report(heard, site), silenced };
  };
}

export function createRuleSite(parts: Omit<RuleSite, 'windows' | 'network'>): RuleSite {
  const network: RuleLayer[] = [];
  const windows: WindowLayer[] = [];
  for (const [id, layer] of parts.layers) {
    const node = parts.context.graph.get(id);
    if (node === undefined || !parts.context.network.members.has(id)) continue;
    network.push({ id, node, layer });
    const { reach, places: input } = factsOf(layer);
    if (input !== null && typeof reach === 'object' && !('kind' in reach)) {
      windows.push({ id, node, layer, window: reach, input });
    }
  }
  return { ...parts, network, windows };
}

export function layerAt({ context, layers }: RuleSite, id: NodeId | undefined): RuleLayer | null {
  const [node, layer] = id === undefined ? [] : [context.graph.get(id), layers.get(id)];
  return id === undefined || node === undefined || layer === undefined ? null : { id, node, layer };
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
