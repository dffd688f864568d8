import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '@/lib/analysis/analyze';
import { exportProject } from '@/lib/codegen/project/export-project';
import { layerNames } from '@/lib/codegen/named-plan';
import { compile } from '@/lib/compile/compile';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Totals } from '@/lib/analysis/analysis';
import type { Document } from '@/lib/document/document';

/** A design, what the product says of it, and where its project was written. */
export interface ExportedDesign {
  readonly name: string;
  readonly document: Document;
  readonly plan: ModelPlan;
  readonly totals: Totals;
  /** Plan name → name in the generated code. */
  readonly names: ReadonlyMap<string, string>;
  readonly folder: string;
}

/** Inside the repository, so that Node and TypeScript find its packages from there. */
const ROOT = path.resolve(__dirname, '../../test-results/exported');

export function exportDesign(name: string, document: Document): ExportedDesign {
  const analysis = analyze(document, null);
  const plan = compile(document, analysis);
  if (!plan.ok) throw new Error(`${name} has errors: ${JSON.stringify(analysis.diagnostics)}`);
  const folder = path.join(ROOT, name);
  rmSync(folder, { recursive: true, force: true });
  for (const file of exportProject({ document, plan: plan.value, weights: null })) {
    const target = path.join(folder, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.content);
  }
  const names = layerNames(plan.value, document);
  return { name, document, plan: plan.value, totals: analysis.totals, names, folder };
}
