import type { ByteSource } from '@/lib/datasets/import/byte-source';
import type { SkipReason } from '@/lib/datasets/import/import-problem';

/** A file of the source, on its own or out of an archive. */
export interface Entry {
  /** With forward slashes, of whatever archive it came from. */
  readonly path: string;
  /** Unpacked. */
  readonly size: number;
  /** Throws an EntryError where it cannot be unpacked. */
  open(): Promise<ByteSource>;
}

/** Why an entry cannot be read; thrown by archives, caught where files are listed and skipped. */
export class EntryError extends Error {
  readonly reason: SkipReason;
  readonly detail: string;

  constructor(reason: SkipReason, detail = '') {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}

export async function readWhole(entry: Entry): Promise<Uint8Array<ArrayBuffer>> {
  const source = await entry.open();
  return source.read(0, source.size);
}

/** What systems and tools leave in folders and archives, and nobody means. */
export function isJunk(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  return (
    parts.includes('__MACOSX') ||
    parts.some((part) => part.startsWith('.') && part !== '.' && part !== '..') ||
    /^(thumbs\.db|desktop\.ini|ehthumbs\.db|icon\r)$/i.test(name)
  );
}

/** Slashes forward, no way up and no control characters: a name to show and to compare, never one to open. */
export function cleanPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => part.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ''))
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** "png", in small letters; empty without one. */
export function extensionOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** "2" before "10". */
export const naturally = new Intl.Collator('en', { numeric: true }).compare;
