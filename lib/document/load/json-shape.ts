import type { FileWarning } from '@/lib/core/file-problem';

/** An object of which nothing is known yet. */
export type Unknown = Readonly<Record<string, unknown>>;

/** Takes note of something that was mended. */
export type Warn = (warning: FileWarning) => void;

export function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
