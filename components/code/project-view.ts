import { statisticsOf } from '@/lib/datasets/registry';
import { compile } from '@/lib/compile/compile';
import { exportProject, generateSources, MODEL_PATH } from '@/lib/codegen/project/export-project';
import type { Span } from '@/lib/codegen/print';
import type { Analysis } from '@/lib/analysis/analysis';
import type { Document } from '@/lib/document/document';
import type { DesignId } from '@/lib/state/workspace-state';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The files of a design's project that people read, and where its layers stand in them. */
export interface ProjectText {
  readonly design: DesignId;
  readonly files: readonly TextFile[];
  /** Lines of `modelPath`. */
  readonly spans: readonly Span[];
  readonly modelPath: string;
}

export interface ProjectView {
  /** Of the design as it is, or of its last version without errors; null when there was none. */
  readonly project: ProjectText | null;
  /** Errors of the design as it is. */
  readonly errors: number;
  readonly isEmpty: boolean;
}

export interface OpenDesign {
  readonly design: DesignId;
  readonly document: Document;
  readonly analysis: Analysis;
}

/** `earlier` is what was shown before: its code stays while the same design has errors. */
export function viewProject({ design, document, analysis }: OpenDesign, earlier: ProjectView | null): ProjectView {
  const errors = analysis.diagnostics.filter(({ severity }) => severity === 'error').length;
  const isEmpty = Object.keys(document.nodes).length === 0;
  const plan = compile(document, analysis);
  if (plan.ok) {
    const { spans } = generateSources({ document, plan: plan.value });
    const statistics = statisticsOf(document.training.dataset);
    const files = exportProject({ document, plan: plan.value, weights: null, statistics }).flatMap(
      ({ path, content }) => (typeof content === 'string' ? [{ path, text: content }] : []),
    );
    return { project: { design, files, spans, modelPath: MODEL_PATH }, errors, isEmpty };
  }
  const project = earlier?.project?.design === design ? earlier.project : null;
  return { project, errors, isEmpty };
}

/** The layer that a line of the model's file comes from. */
export function nodeAtLine({ spans }: ProjectText, line: number): string | null {
  return spans.find(({ startLine, endLine }) => startLine <= line && line <= endLine)?.node ?? null;
}
