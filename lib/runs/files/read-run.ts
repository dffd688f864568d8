import { fail, succeed, type Result } from '@/lib/core/result';
import { isRecord, type Unknown } from '@/lib/document/load/json-shape';
import {
  BACKENDS,
  type EpochMetrics,
  type HeadResult,
  type TestReport,
  type TrainOutcome,
} from '@/lib/training/protocol';
import type { BackendMove, Machine, RunCurves, RunData, RunRecord, RunStatus, StudyPlace } from '@/lib/runs/run-record';

const STATUSES: readonly RunStatus[] = [
  'running',
  'paused',
  'interrupted',
  'finished',
  'stopped',
  'diverged',
  'failed',
];

const KINDS = ['classes', 'labels', 'values'] as const;

/** Long enough for anything written by hand; keeps a hostile file from filling the page. */
const MOST_TEXT = 10_000;

/** Null where something is missing or of another kind. */
export function readRecord(value: unknown): RunRecord | null {
  if (!isRecord(value)) return null;
  const { id, name, tags, note, createdAt, changedAt, design, parent, backend, status, epochs, params } = value;
  const [data, machine] = [readData(value.data), readMachine(value.machine)];
  const knownBackend = BACKENDS.find((known) => known === backend) ?? null;
  const moves = readMoves(value.moves);
  const learns = KINDS.find((known) => known === value.learns);
  const knownStatus = STATUSES.find((known) => known === status);
  const [study, last, test] = [readStudy(value.study), readLast(value.last), readTest(value.test)];
  const outcome = readOutcome(value.outcome);
  if (knownStatus === undefined || data === null || last === undefined || test === undefined) return null;
  if (study === undefined || outcome === undefined) return null;
  if (!isText(id) || id === '' || !isText(name) || !isText(note) || !isText(design)) return null;
  if (!isNumber(createdAt) || !isNumber(changedAt) || !isCount(epochs) || !isCount(params)) return null;
  if (!Array.isArray(tags) || !tags.every(isText) || (parent !== null && !isText(parent))) return null;
  // A run of a file goes on nowhere: it cannot be resumed without its checkpoints either.
  const settled = knownStatus === 'running' || knownStatus === 'paused' ? 'stopped' : knownStatus;
  return {
    ...{ id, name, tags, note, createdAt, changedAt, design, parent, data, machine, study, outcome, last, test },
    ...(learns === undefined ? {} : { learns }),
    backend: knownBackend,
    ...(moves.length === 0 ? {} : { moves }),
    status: settled === 'interrupted' ? 'stopped' : settled,
    epochs,
    params,
    kept: [],
  };
}

/** What of a file cannot be trusted: its place, and how long a row of numbers is where it should have another length. */
export interface Damage {
  readonly part: string;
  readonly lengths: { readonly has: number; readonly wants: number } | null;
}

/** Curves that later versions add stay. */
export function readCurves(value: unknown): Result<RunCurves, Damage> {
  if (!isRecord(value)) return damaged('curves');
  const { losses, scores, times, gradients = new Float32Array(), epochs } = value;
  if (!isRow(losses) || !isRow(scores) || !isRow(times) || !isRow(gradients)) return damaged('curves');
  if (!Array.isArray(epochs)) return damaged('curves');
  const read = epochs.map(readMetrics);
  if (read.some((metrics) => metrics === null)) return damaged('curves');
  const wrong =
    misfit('curves.scores', scores, losses.length) ??
    misfit('curves.times', times, evenFrom(times)) ??
    misfit('curves.gradients', gradients, evenFrom(gradients));
  return wrong === null ? succeed({ ...value, epochs: read } as unknown as RunCurves) : fail(wrong);
}

/** Of pairs. */
function evenFrom({ length }: Float32Array): number {
  return length + (length % 2);
}

export function readReport(value: unknown): Result<TestReport | null, Damage> {
  if (value === null || value === undefined) return succeed(null);
  if (!isRecord(value) || !readTest(value)) return damaged('report');
  const { confusion, predicted, labels, outputs = null, heads, ...rest } = value;
  const isMatrix = Array.isArray(confusion) && confusion.every((row) => Array.isArray(row) && row.every(isNumber));
  if (!isMatrix || !(predicted instanceof Uint16Array) || !(labels instanceof Uint16Array)) return damaged('report');
  const count = Number(value['count']);
  const rows = confusion as readonly (readonly number[])[];
  const crooked = rows.find((row) => row.length !== rows.length);
  const wrong =
    misfit('report.predicted', predicted, count) ??
    // Only classes have true ones.
    (labels.length === 0 ? null : misfit('report.labels', labels, count)) ??
    (crooked === undefined ? null : misfit('report.confusion', crooked, rows.length));
  if (wrong !== null) return fail(wrong);
  const kept = readOutputs(outputs, count);
  if (!kept.ok) return kept;
  return succeed({
    ...(rest as unknown as TestReport),
    ...{ confusion: rows, predicted, labels, outputs: kept.value },
    ...(areHeads(heads) ? { heads } : {}),
  });
}

/** The outputs of so many samples, row by row; a closer look at the test reads them by their place. */
function readOutputs(value: unknown, count: number): Result<TestReport['outputs'], Damage> {
  if (value === null) return succeed(null);
  const { kind, width, given, wanted = null }: Unknown = isRecord(value) ? value : {};
  const known = KINDS.find((name) => name === kind);
  if (known === undefined || !isCount(width) || !isRow(given)) return damaged('report.outputs');
  if (wanted !== null && !isRow(wanted)) return damaged('report.outputs');
  const wrong =
    misfit('report.outputs.given', given, count * width) ??
    (wanted === null ? null : misfit('report.outputs.wanted', wanted, count * width));
  return wrong === null ? succeed({ kind: known, width, given, wanted }) : fail(wrong);
}

function misfit(part: string, row: ArrayLike<number>, wants: number): Damage | null {
  return row.length === wants ? null : { part, lengths: { has: row.length, wants } };
}

function damaged(part: string): { readonly ok: false; readonly error: Damage } {
  return fail({ part, lengths: null });
}

function isRow(value: unknown): value is Float32Array {
  return value instanceof Float32Array;
}

function areHeads(value: unknown): value is readonly HeadResult[] {
  return Array.isArray(value) && value.every(isHead);
}

function isHead(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const isKnown = KINDS.some((kind) => kind === value['kind']);
  return isKnown && isText(value['name']) && isNumber(value['loss']) && isNumber(value['score']);
}

function readData(value: unknown): RunData | null {
  if (!isRecord(value)) return null;
  const { id, title, training, validation, test, isSynthetic } = value;
  if (!isText(id) || !isText(title) || !isCount(training) || !isCount(validation) || !isCount(test)) return null;
  return { id, title, training, validation, test, isSynthetic: isSynthetic === true };
}

/** What is damaged is left out: the rest of the record is worth having. */
function readMoves(value: unknown): readonly BackendMove[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((move: unknown) => {
    const { backend, batches }: Unknown = isRecord(move) ? move : {};
    const known = BACKENDS.find((name) => name === backend);
    return known === undefined || !isCount(batches) ? [] : [{ backend: known, batches }];
  });
}

function readMachine(value: unknown): Machine {
  const { userAgent, cores, gibibytes, renderer }: Unknown = isRecord(value) ? value : {};
  return {
    userAgent: isText(userAgent) ? userAgent : '',
    cores: isNumber(cores) ? cores : null,
    gibibytes: isNumber(gibibytes) ? gibibytes : null,
    renderer: isText(renderer) ? renderer : null,
  };
}

function readStudy(value: unknown): StudyPlace | null | undefined {
  if (value === null || value === undefined) return null;
  if (!isRecord(value)) return undefined;
  const { study, variant, seed } = value;
  return isText(study) && isText(variant) && isNumber(seed) ? { study, variant, seed } : undefined;
}

function readLast(value: unknown): EpochMetrics | null | undefined {
  return value === null || value === undefined ? null : (readMetrics(value) ?? undefined);
}

function readMetrics(value: unknown): EpochMetrics | null {
  if (!isRecord(value)) return null;
  const { epoch, loss, accuracy, validationLoss, validationAccuracy, heads, ...rest } = value;
  const isWhole = isCount(epoch) && isNumber(loss) && isNumber(accuracy);
  if (!isWhole || !isNumberOrNull(validationLoss) || !isNumberOrNull(validationAccuracy)) return null;
  const metrics = { epoch, loss, accuracy, validationLoss, validationAccuracy };
  // What is damaged of single outputs is left out.
  return { ...rest, ...metrics, ...(areHeads(heads) ? { heads } : {}) };
}

function readTest(value: unknown): RunRecord['test'] | undefined {
  if (value === null || value === undefined) return null;
  if (!isRecord(value)) return undefined;
  const { count, accuracy, loss } = value;
  return isCount(count) && isNumber(accuracy) && isNumber(loss) ? { count, accuracy, loss } : undefined;
}

function readOutcome(value: unknown): TrainOutcome | null | undefined {
  if (value === null || value === undefined) return null;
  if (!isRecord(value)) return undefined;
  const { ended, epochs, batches, backend, seconds, earlyStopping } = value;
  const isKnown = isText(ended) && BACKENDS.some((name) => name === backend);
  if (earlyStopping !== undefined && !isEarlyEnd(earlyStopping)) return undefined;
  return isKnown && isCount(epochs) && isCount(batches) && isNumber(seconds)
    ? (value as unknown as TrainOutcome)
    : undefined;
}

function isEarlyEnd(value: unknown): boolean {
  return isRecord(value) && typeof value['stopped'] === 'boolean' && isCount(value['best']);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MOST_TEXT;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isNumberOrNull(value: unknown): value is number | null {
  return value === null || isNumber(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
