import type { Locale } from '@/lib/core/locale';
import { layerWords } from '@/lib/layers/layer-words';
import type { Document } from '@/lib/document/document';
import { flatTitle } from '@/lib/document/flat-title';
import type { Analysis } from '@/lib/analysis/analysis';
import type { WorkUnit } from '@/lib/analysis/conventions';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import { describeFix, describeProblem } from '@/lib/messages/diagnostics';

/** The layers in the order of computation, blocks written out, those in a cycle last. */
export function orderedNodes({ flat, order }: Analysis): readonly string[] {
  const ordered = new Set(order);
  return [...order, ...Object.keys(flat.nodes).filter((id) => !ordered.has(id))];
}

export interface Summary {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly locale: Locale;
  readonly work: WorkUnit;
}

/** How the figures of `summary --json` are counted. */
const CONVENTIONS = {
  flopsPerMac: 2,
  biasesAsWork: false,
  biasesAsParameters: true,
  statisticsAsParameters: true,
  precision: 'float32',
} as const;

/**
 * `summary --json`. Sizes are per sample, shapes without the batch axis, channels last; memory in bytes for one batch.
 * `receptiveField` is `{size: [height, width], jump, start, global}` in pixels of the input, null where there is none.
 */
export function summaryJson({ document, analysis, locale, work }: Summary) {
  const flops = (macs: number) => (work === 'flops' ? { flops: CONVENTIONS.flopsPerMac * macs } : {});
  const layers = orderedNodes(analysis).flatMap((id) => {
    const [node, layer] = [analysis.flat.nodes[id], analysis.layers[id]];
    if (node === undefined || layer === undefined) return [];
    const { params, trainableParams, macs, receptiveField } = layer;
    const outputShape = layer.output?.shape ?? null;
    const title = flatTitle(document, id, locale);
    const counts = { params, trainableParams, macs, ...flops(macs) };
    return [{ id, type: node.type, title, outputShape, ...counts, receptiveField }];
  });
  const { macs } = analysis.totals;
  const totals = { ...analysis.totals, ...flops(macs), batchSize: document.training.batchSize };
  return {
    name: document.name,
    conventions: CONVENTIONS,
    layers,
    totals,
    diagnostics: diagnosticsJson(analysis, locale),
  };
}

export function checkJson(document: Document, analysis: Analysis, locale: Locale) {
  return { name: document.name, diagnostics: diagnosticsJson(analysis, locale), silenced: analysis.silenced };
}

function diagnosticsJson({ diagnostics }: Analysis, locale: Locale) {
  const words = layerWords(locale);
  return diagnostics.map((diagnostic) => ({
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: describeProblem(diagnostic, locale),
    ...placeJson(diagnostic),
    values: diagnostic.values,
    fixes: diagnostic.fixes.map(({ label }) => describeFix(label, locale, words)),
  }));
}

function placeJson({ place }: Diagnostic) {
  switch (place.kind) {
    case 'document':
      return {};
    case 'node':
      return { node: place.node };
    case 'param':
      return { node: place.node, param: place.param };
    case 'edge':
      return { node: place.node, edge: place.edge };
  }
}
