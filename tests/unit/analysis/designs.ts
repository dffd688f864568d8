import type { Analysis, AnalysisTask } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import type { ProblemCode } from '@/lib/core/problem';
import { applyCommand } from '@/lib/document/apply-command';
import type { Command } from '@/lib/document/command';
import { createDocument } from '@/lib/document/create-document';
import type { Document } from '@/lib/document/document';
import { addChain, createBuilder, type Builder, type Link } from '@/lib/document/templates/build-chain';

export const MNIST: AnalysisTask = { dataset: 'MNIST', inputShape: [28, 28, 1], classes: 10 };

export function chain(...links: readonly Link[]): Document {
  const builder = createBuilder('test');
  addChain(builder, links);
  return builder.build();
}

export function design(draw: (builder: Builder) => void): Document {
  const builder = createBuilder('test');
  draw(builder);
  return builder.build();
}

export function change(document: Document, ...commands: readonly Command[]): Document {
  return commands.reduce(applyCommand, document);
}

export function codes(analysis: Analysis): readonly ProblemCode[] {
  return analysis.diagnostics.map(({ code }) => code);
}

/** The only diagnostic of this code; fails the test when there are none or several. */
export function only(analysis: Analysis, code: ProblemCode): Diagnostic {
  const found = analysis.diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found).toHaveLength(1);
  const [diagnostic] = found;
  if (diagnostic === undefined) throw new Error(`no ${code}`);
  return diagnostic;
}

/** The design after the nth mend of a diagnostic. */
export function fixed(document: Document, diagnostic: Diagnostic, index = 0): Document {
  const fix = diagnostic.fixes[index];
  if (fix === undefined) throw new Error(`${diagnostic.code} has no mend ${index}`);
  return applyCommand(document, fix.command);
}

export function codesOf(document: Document, task: AnalysisTask | null = null): readonly ProblemCode[] {
  return codes(analyze(document, task));
}

export const EMPTY = createDocument('test');
