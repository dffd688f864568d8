import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import { expandBlocks, type Expansion } from '@/lib/document/expand-blocks';
import type { Analysis, AnalysisTask } from '@/lib/analysis/analysis';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import { checkBlocks } from '@/lib/analysis/blocks/check-blocks';
import { describeBlocks } from '@/lib/analysis/blocks/describe-blocks';
import { placeDiagnostics } from '@/lib/analysis/blocks/place-diagnostics';
import { createContext } from '@/lib/analysis/context';
import { describeLayers } from '@/lib/analysis/describe-layers';
import { findReceptiveFields } from '@/lib/analysis/receptive-field';
import { checkRules } from '@/lib/analysis/rules';
import { checkDesign } from '@/lib/analysis/rules/design-rules';
import { createSilence, hear } from '@/lib/analysis/silence';
import type { Slots } from '@/lib/analysis/slots';
import { checkTopology } from '@/lib/analysis/topology';
import { findTotals } from '@/lib/analysis/totals';
import { inferTypes } from '@/lib/analysis/types';

/**
 * Everything that is known of a design: shapes, counts, memory, receptive fields, and what is wrong with it. Pure and
 * total: any document gives an analysis, however broken. `task` is what its data set asks of it; null: nothing.
 */
export function analyze(document: Document, task: AnalysisTask | null): Analysis {
  const expansion = expandBlocks(document);
  const analysis = analyzeFlat(expansion.flat, task);
  if (Object.keys(document.blocks).length === 0) return analysis;
  return withBlocks(document, expansion, { analysis, check: (flat) => analyzeFlat(flat, task).diagnostics });
}

/** Blocks are told apart from layers only here: every pass sees the design written out. */
function withBlocks(
  document: Document,
  expansion: Expansion,
  { analysis, check }: { readonly analysis: Analysis; readonly check: (flat: Document) => readonly Diagnostic[] },
): Analysis {
  const { diagnostics: found } = analysis;
  const placed = expansion.overflow ? [] : placeDiagnostics(document, expansion, { diagnostics: found, check });
  const diagnostics = [...checkBlocks(document, expansion), ...placed];
  const described = describeBlocks(document, expansion, analysis);
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  return { ...analysis, ...described, diagnostics, hasErrors };
}

/** Of a design without blocks. */
function analyzeFlat(document: Document, task: AnalysisTask | null): Analysis {
  const context = createContext(document, task);
  const { order, slots } = context;
  const types = inferTypes(context);
  const views = findReceptiveFields(context, types.found);
  const isSilenced = createSilence(document.silenced);
  const basic = hear(
    [...checkTopology(context), ...types.diagnostics, ...checkRules(context, types.layers)],
    isSilenced,
  );
  const design = checkDesign(context, { types, views }, isSilenced);
  const diagnostics = [...basic.diagnostics, ...design.diagnostics];
  return {
    flat: document,
    order,
    outputs: context.network.outputs,
    output: context.network.output,
    network: networkOf(slots),
    layers: describeLayers(slots, types.found, views),
    edges: types.edges,
    totals: findTotals(slots, types.found, document.training),
    diagnostics,
    silenced: new Set([...basic.silenced, ...design.silenced]).size,
    hasErrors: diagnostics.some(({ severity }) => severity === 'error'),
    isLimited: types.limited.some((id) => context.network.members.has(id)),
  };
}

const networks = new WeakMap<Slots, readonly NodeId[]>();

function networkOf(slots: Slots): readonly NodeId[] {
  const network = networks.get(slots) ?? slots.network.flatMap((slot) => slots.ids[slot] ?? []);
  networks.set(slots, network);
  return network;
}
