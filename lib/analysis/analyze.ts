import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import { expandBlocks, type Expansion } from '@/lib/document/expand-blocks';
import type { Analysis, AnalysisTask, LayerAnalysis, ReceptiveField } from '@/lib/analysis/analysis';
import { checkBlocks } from '@/lib/analysis/blocks/check-blocks';
import { describeBlocks } from '@/lib/analysis/blocks/describe-blocks';
import { placeDiagnostics } from '@/lib/analysis/blocks/place-diagnostics';
import { createContext } from '@/lib/analysis/context';
import type { GraphNode } from '@/lib/analysis/graph';
import { factsOf } from '@/lib/analysis/layer-facts';
import { findReceptiveFields } from '@/lib/analysis/receptive-field';
import { checkRules } from '@/lib/analysis/rules';
import { checkDesign } from '@/lib/analysis/rules/design-rules';
import { createSilence, hear } from '@/lib/analysis/silence';
import { checkTopology } from '@/lib/analysis/topology';
import { findTotals } from '@/lib/analysis/totals';
import { inferTypes, type TypedLayer } from '@/lib/analysis/types';

/**
 * Everything that is known of a design: shapes, counts, memory, receptive fields, and what is wrong with it. Pure and
 * total: any document gives an analysis, however broken. `task` is what its data set asks of it; null: nothing.
 */
export function analyze(document: Document, task: AnalysisTask | null): Analysis {
  const expansion = expandBlocks(document);
  const analysis = analyzeFlat(expansion.flat, task);
  return Object.keys(document.blocks).length === 0 ? analysis : withBlocks(document, expansion, analysis);
}

/** Blocks are told apart from layers only here: every pass sees the design written out. */
function withBlocks(document: Document, expansion: Expansion, analysis: Analysis): Analysis {
  const placed = expansion.overflow ? [] : placeDiagnostics(document, expansion, analysis.diagnostics);
  const diagnostics = [...checkBlocks(document, expansion), ...placed];
  const described = describeBlocks(document, expansion, analysis);
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  return { ...analysis, ...described, diagnostics, hasErrors };
}

/** Of a design without blocks. */
function analyzeFlat(document: Document, task: AnalysisTask | null): Analysis {
  const context = createContext(document, task);
  const { order } = context;
  const types = inferTypes(context, order);
  const fields = findReceptiveFields(context, types.layers);
  const isSilenced = createSilence(document.silenced);
  const basic = hear(
    [...checkTopology(context), ...types.diagnostics, ...checkRules(context, types.layers)],
    isSilenced,
  );
  const design = checkDesign(context, { layers: types.layers, fields }, isSilenced);
  const diagnostics = [...basic.diagnostics, ...design.diagnostics];
  const layers: Record<NodeId, LayerAnalysis> = {};
  for (const node of context.graph.values()) {
    layers[node.id] = describe(node, types.layers.get(node.id), fields.get(node.id) ?? null);
  }
  return {
    flat: document,
    order,
    outputs: context.network.outputs,
    output: context.network.output,
    network: order.filter((id) => context.network.members.has(id)),
    layers,
    edges: types.edges,
    totals: findTotals(context.network.members, types.layers, document.training),
    diagnostics,
    silenced: new Set([...basic.silenced, ...design.silenced]).size,
    hasErrors: diagnostics.some(({ severity }) => severity === 'error'),
    isLimited: [...types.limited].some((id) => context.network.members.has(id)),
  };
}

function describe(
  node: GraphNode,
  typed: TypedLayer | undefined,
  receptiveField: ReceptiveField | null,
): LayerAnalysis {
  const { params, trainableParams, macs } = typed === undefined ? NOTHING_KNOWN : factsOf(typed);
  return {
    node: node.id,
    inputs: node.incoming.map(({ source }) => source),
    output: typed?.site.output ?? null,
    weights: typed?.weights ?? [],
    params,
    trainableParams,
    macs,
    receptiveField,
  };
}

const NOTHING_KNOWN = { params: 0, trainableParams: 0, macs: 0 } as const;
