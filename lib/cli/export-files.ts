import type { NamedTensor } from '@/lib/core/named-tensor';
import { succeed, type Result } from '@/lib/core/result';
import type { SaveNote } from '@/lib/core/save-note';
import type { Document } from '@/lib/document/document';
import { saveDocument } from '@/lib/document/save';
import type { Analysis } from '@/lib/analysis/analysis';
import { exportProject } from '@/lib/codegen/project/export-project';
import { statisticsOf } from '@/lib/datasets/registry';
import { compile, type CompileProblem } from '@/lib/compile/compile';
import type { ModelPlan } from '@/lib/compile/plan';
import { fittingWeights } from '@/lib/interop/write/fitting-weights';
import { notesOf, saveModel } from '@/lib/interop/write/save-model';
import type { ExportFormat } from '@/lib/cli/arguments';
import type { OutputFile } from '@/lib/cli/io';
import { nodeHdf5 } from '@/lib/cli/open-design';

export interface ExportedFiles {
  readonly files: readonly OutputFile[];
  readonly notes: readonly SaveNote[];
}

interface Exported {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly weights: readonly NamedTensor[] | null;
}

/** About the earliest day that a zip file can tell: the same design always gives the same files. */
const MADE = '1980-01-02T00:00:00Z';

/** The files that `export` writes. Our own format can hold a design with mistakes; no other can. */
export async function exportFiles(
  { document, analysis, weights }: Exported,
  format: ExportFormat,
): Promise<Result<ExportedFiles, CompileProblem>> {
  if (format === 'shapeflow') {
    return succeed({ files: [{ path: 'design.shapeflow.json', content: saveDocument(document) }], notes: [] });
  }
  const plan = compile(document, analysis);
  if (!plan.ok) return plan;
  if (format === 'project') {
    const whole = weights !== null && isWhole(plan.value, weights) ? weights : null;
    const statistics = statisticsOf(document.training.dataset);
    return succeed({ files: exportProject({ document, plan: plan.value, weights: whole, statistics }), notes: [] });
  }
  const order = { document, plan: plan.value, format, weights };
  return succeed({ files: await saveModel(order, { hdf5: nodeHdf5, now: MADE }), notes: notesOf(order) });
}

/** A project takes the weights of every layer or none. */
function isWhole(plan: ModelPlan, weights: readonly NamedTensor[]): boolean {
  const count = plan.layers.reduce((total, layer) => total + layer.weights.length, 0);
  return fittingWeights(plan, weights).length === count;
}
