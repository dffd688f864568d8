import { sameJson } from '@/lib/core/same-json';
import { fail, succeed, type Result } from '@/lib/core/result';
import { readDocument } from '@/lib/document/load';
import { documentFile } from '@/lib/document/save';
import { readCurves, readRecord, readReport, type Damage } from '@/lib/runs/files/read-run';
import { fromTypedJson, toTypedJson } from '@/lib/runs/files/typed-json';
import type { KeptRun } from '@/lib/runs/run-record';

/** Described in docs/runs-file.md. */
export const RUNS_FORMAT = 'shapeflow-runs';
export const RUNS_VERSION = 1;

/** Everything of some runs but their checkpoints, as text; numbers of 32 bits come back exactly. */
export function writeRuns(runs: readonly KeptRun[]): string {
  return `${JSON.stringify({ format: RUNS_FORMAT, version: RUNS_VERSION, runs: runs.map(toTypedJson) })}\n`;
}

/** 'damaged': run `run`, counted from 1, lacks or spoils what nothing can stand in for: `part`. */
export type RunsFileProblem =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'too-new'; readonly version: number }
  | (Damage & { readonly kind: 'damaged'; readonly run: number });

/** A file's text to runs that every other part may trust; one damaged run refuses the file. */
export function readRuns(text: string): Result<readonly KeptRun[], RunsFileProblem> {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail({ kind: 'not-json' });
  }
  const { format, version, runs } = Object(file) as Readonly<Record<string, unknown>>;
  if (format !== RUNS_FORMAT || !Array.isArray(runs)) return fail({ kind: 'not-ours' });
  if (typeof version !== 'number' || version > RUNS_VERSION) return fail({ kind: 'too-new', version: Number(version) });
  const read: KeptRun[] = [];
  for (const [index, run] of runs.entries()) {
    const result = readRun(run);
    if (!result.ok) return fail({ kind: 'damaged', run: index + 1, ...result.error });
    read.push(result.value);
  }
  return succeed(read);
}

function readRun(value: unknown): Result<KeptRun, Damage> {
  const { record, document, curves, report } = Object(fromTypedJson(value)) as Readonly<Record<string, unknown>>;
  const known = readRecord(record);
  if (known === null) return fail({ part: 'record', lengths: null });
  const design = readDocument(document, known.name);
  // A design that needs mending is not the one that was trained.
  if (!design.ok || design.value.warnings.length > 0) return fail({ part: 'document', lengths: null });
  const lines = readCurves(curves);
  if (!lines.ok) return lines;
  const tested = readReport(report);
  if (!tested.ok) return tested;
  return succeed({
    record: known,
    document: documentFile(design.value.document),
    curves: lines.value,
    report: tested.value,
  });
}

/** The same run, seen again: what people have called it and noted since does not matter. */
export function isSameRun(a: KeptRun['record'], b: KeptRun['record']): boolean {
  return a.id === b.id && a.createdAt === b.createdAt && a.epochs === b.epochs && sameJson(a.last, b.last);
}
