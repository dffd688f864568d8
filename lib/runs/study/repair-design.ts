import { applyCommand } from '@/lib/document/apply-command';
import type { Command } from '@/lib/document/command';
import type { Document } from '@/lib/document/document';
import type { Analysis, AnalysisTask } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import type { Diagnostic, Fix } from '@/lib/analysis/diagnostic';
import type { Repair } from '@/lib/runs/study/study';

/** What is not whole after as many rounds of mends is another network. */
const MOST_ROUNDS = 8;

export interface RepairedDesign {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly repairs: readonly Repair[];
}

/**
 * A design with the first quick fix of each of its errors applied, again and again, until none is left or none helps.
 * Fixes that add or set something come before those that take a layer out; whole branches are never taken out.
 */
export function repairDesign(broken: Document, task: AnalysisTask | null): RepairedDesign {
  const repairs: Repair[] = [];
  let document = broken;
  let analysis = analyze(document, task);
  for (let round = 0; round < MOST_ROUNDS && analysis.hasErrors; round += 1) {
    const before = document;
    for (const diagnostic of analysis.diagnostics) {
      const fix = diagnostic.severity === 'error' ? bestFix(diagnostic.fixes) : undefined;
      const mended = fix === undefined ? document : applyCommand(document, fix.command);
      if (fix === undefined || mended === document) continue;
      repairs.push({ label: fix.label, layer: layerAt(document, diagnostic) });
      document = mended;
    }
    if (document === before) break;
    analysis = analyze(document, task);
  }
  return { document, analysis, repairs };
}

function bestFix(fixes: readonly Fix[]): Fix | undefined {
  const building = fixes.find(({ command }) => !takesOut(command));
  return building ?? fixes.find(({ label }) => label.kind === 'remove-layer');
}

function takesOut(command: Command): boolean {
  return command.kind === 'remove' || (command.kind === 'batch' && command.commands.some(takesOut));
}

function layerAt({ nodes }: Document, { place }: Diagnostic): string | null {
  if (place.kind === 'document') return null;
  return nodes[place.node]?.title ?? place.node;
}
