import type { NodeId } from '@/lib/core/ids';
import { sameShape, type Shape } from '@/lib/core/tensor-type';
import { applyCommand } from '@/lib/document/apply-command';
import { documentId } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import type { Document } from '@/lib/document/document';
import { addedNodes, incomingEdges } from '@/lib/document/graph';
import type { Analysis, AnalysisTask, LayerAnalysis, ReceptiveField, Totals } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import type { RewritePlan } from '@/lib/analysis/rewrites/plan-rewrites';

export interface Change<V> {
  readonly before: V;
  readonly after: V;
}

/** One place that is rewritten, measured where it hands on to what follows. */
export interface PartProof {
  /** The layer that is replaced or removed, by its id in the design as it is. */
  readonly node: NodeId;
  /** How often the network has it: several times in a block that is used or repeated. */
  readonly uses: number;
  /** Of all uses together: their inputs may differ. */
  readonly params: Change<number>;
  readonly macs: Change<number>;
  readonly output: Change<Shape | null>;
  readonly field: Change<ReceptiveField | null>;
}

export interface RewriteProof {
  readonly totals: Change<Totals>;
  readonly layers: Change<number>;
  readonly parts: readonly PartProof[];
  readonly output: Change<Shape | null>;
  /** Layers that stay and give another shape than before. */
  readonly reshaped: readonly { readonly node: NodeId; readonly shape: Change<Shape> }[];
}

export interface ProofRequest {
  readonly document: Document;
  /** Of the document. */
  readonly analysis: Analysis;
  readonly task: AnalysisTask | null;
  readonly plan: RewritePlan;
}

/** What a rewrite changes, from an analysis of the design with it: nothing here is estimated. */
export function proveRewrite({ document, analysis, task, plan }: ProofRequest): RewriteProof {
  const { result, parts } = applyTracked(document, plan.commands);
  const after = analyze(result, task);
  const [before, behind] = [usesOf(analysis), usesOf(after)];
  const layersOf = (each: Document) => Object.keys(each.nodes).length;
  return {
    totals: { before: analysis.totals, after: after.totals },
    layers: { before: layersOf(document), after: layersOf(result) },
    parts: parts.map((part) => ({
      ...measure(part, analysis, after),
      uses: before.get(part.node)?.length ?? 1,
      params: { before: sumOf(before, [part.node], 'params'), after: sumOf(behind, part.replacement, 'params') },
      macs: { before: sumOf(before, [part.node], 'macs'), after: sumOf(behind, part.replacement, 'macs') },
    })),
    output: { before: shapeOf(analysis, analysis.output), after: shapeOf(after, after.output) },
    reshaped: findReshaped(analysis, after, new Set(parts.map(({ node }) => node))),
  };
}

type Uses = ReadonlyMap<NodeId, readonly LayerAnalysis[]>;

/** By a layer's own id what is known of it everywhere in the network. */
function usesOf({ network, layers }: Analysis): Uses {
  const uses = new Map<NodeId, LayerAnalysis[]>();
  for (const id of network) {
    const layer = layers[id];
    if (layer === undefined) continue;
    const known = uses.get(documentId(id));
    if (known) known.push(layer);
    else uses.set(documentId(id), [layer]);
  }
  return uses;
}

function sumOf(uses: Uses, nodes: readonly NodeId[], figure: 'params' | 'macs'): number {
  return nodes.flatMap((id) => uses.get(id) ?? []).reduce((sum, layer) => sum + layer[figure], 0);
}

interface Part {
  readonly node: NodeId;
  /** What stands in its place, in the design as it becomes. */
  readonly replacement: readonly NodeId[];
  /** Where it hands on then: its last layer, or what leads to where it was. */
  readonly end: NodeId | null;
}

function applyTracked(
  document: Document,
  commands: readonly Command[],
): { readonly result: Document; readonly parts: readonly Part[] } {
  const parts: Part[] = [];
  let result = document;
  for (const command of commands) {
    const before = result;
    result = applyCommand(before, command);
    if (command.kind === 'replace-layer') {
      const stays = Object.hasOwn(result.nodes, command.node) ? [command.node] : [];
      const replacement = [...stays, ...addedNodes(before, result)];
      parts.push({ node: command.node, replacement, end: endOf(result, new Set(replacement)) });
    } else if (command.kind === 'remove') {
      const gone = new Set(command.nodes);
      for (const node of command.nodes) parts.push({ node, replacement: [], end: feederOf(before, node, gone) });
    }
  }
  return { result, parts };
}

/** The last of a chain: the old layer's id may have gone to any of them. */
function endOf(document: Document, chain: ReadonlySet<NodeId>): NodeId | null {
  const leading = new Set(
    Object.values(document.edges).flatMap(({ source, target }) => (chain.has(target) ? [source] : [])),
  );
  return [...chain].find((id) => !leading.has(id)) ?? null;
}

/** The layer that stays and led to a removed one. */
function feederOf(document: Document, removed: NodeId, gone: ReadonlySet<NodeId>): NodeId | null {
  let at: NodeId | undefined = removed;
  while (at !== undefined && gone.has(at)) at = incomingEdges(document, at)[0]?.source;
  return at ?? null;
}

/** Where a block is used several times, of its first use. */
function measure({ node, end }: Part, before: Analysis, after: Analysis): Pick<PartProof, 'node' | 'output' | 'field'> {
  return {
    node,
    output: { before: shapeOf(before, node), after: shapeOf(after, end) },
    field: {
      before: before.layers[node]?.receptiveField ?? null,
      after: (end === null ? undefined : after.layers[end])?.receptiveField ?? null,
    },
  };
}

function shapeOf({ layers }: Analysis, id: NodeId | null): Shape | null {
  return (id === null ? undefined : layers[id])?.output?.shape ?? null;
}

/** Of a block that is used several times its first use. */
function findReshaped(before: Analysis, after: Analysis, rewritten: ReadonlySet<NodeId>): RewriteProof['reshaped'] {
  const found = new Map<NodeId, Change<Shape>>();
  for (const id of after.order) {
    const node = documentId(id);
    const [old, shape] = [shapeOf(before, id), shapeOf(after, id)];
    const isNews = old !== null && shape !== null && !sameShape(old, shape) && !rewritten.has(node) && !found.has(node);
    if (isNews) found.set(node, { before: old, after: shape });
  }
  return [...found].map(([node, shape]) => ({ node, shape }));
}
