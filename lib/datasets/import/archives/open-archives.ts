import { gunzip } from '@/lib/datasets/import/archives/inflate';
import { isTar, tarEntries } from '@/lib/datasets/import/archives/tar-entries';
import { zipEntries } from '@/lib/datasets/import/archives/zip-entries';
import { blobSource, memorySource } from '@/lib/datasets/import/byte-source';
import { cleanPath, EntryError, isJunk, type Entry } from '@/lib/datasets/import/entry';
import type { SkippedFile } from '@/lib/datasets/import/import-problem';
import { MOST_ENTRIES, MOST_UNPACKED_BYTES } from '@/lib/datasets/import/limits';
import type { SourceFile } from '@/lib/datasets/import/protocol';
import { messageOf } from '@/lib/core/message-of';

export interface OpenedFiles {
  /** Without folders and without what systems leave behind, paths cleaned. */
  readonly entries: readonly Entry[];
  readonly skipped: readonly SkippedFile[];
}

/** The files themselves and those in zip, tar and gzip files; archives within archives are left as they are. */
export async function openArchives(files: readonly SourceFile[]): Promise<OpenedFiles> {
  const entries: Entry[] = [];
  const skipped: SkippedFile[] = [];
  for (const { path, file } of files) {
    if (isJunk(path)) continue;
    try {
      for (const entry of await openFile(cleanPath(path), file)) {
        if (isJunk(entry.path)) continue;
        const clean = cleanPath(entry.path);
        if (entry.size === 0) skipped.push({ name: clean, reason: 'empty-file', detail: '' });
        else entries.push({ ...entry, path: clean });
      }
    } catch (error) {
      skipped.push(skippedBy(path, error));
    }
    if (entries.length > MOST_ENTRIES) throw new EntryError('too-large', `${MOST_ENTRIES}`);
  }
  return { entries, skipped };
}

export function skippedBy(name: string, error: unknown): SkippedFile {
  if (error instanceof EntryError) return { name, reason: error.reason, detail: error.detail };
  return { name, reason: 'damaged', detail: messageOf(error) };
}

async function openFile(path: string, file: File): Promise<readonly Entry[]> {
  const source = blobSource(file);
  const start = await source.read(0, Math.min(512, source.size));
  // An npz file is a zip and keeps its name: its arrays belong together.
  const folder = path.replace(/\.(zip|npz|tgz|tar|gz)$/i, '').replace(/\.tar$/i, '');
  if (start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4) {
    return (await zipEntries(source)).map((entry) => ({ ...entry, path: `${folder}/${entry.path}` }));
  }
  if (start[0] === 0x1f && start[1] === 0x8b) return openGzip(path, folder, file);
  if (isTar(start)) {
    if (file.size > MOST_UNPACKED_BYTES) throw new EntryError('too-large', `${file.size}`);
    return tarEntries(await source.read(0, source.size)).map((entry) => ({
      ...entry,
      path: `${folder}/${entry.path}`,
    }));
  }
  return [{ path, size: file.size, open: () => Promise.resolve(source) }];
}

async function openGzip(path: string, folder: string, file: File): Promise<readonly Entry[]> {
  const bytes = await gunzip(blobSource(file), MOST_UNPACKED_BYTES);
  if (isTar(bytes)) return tarEntries(bytes).map((entry) => ({ ...entry, path: `${folder}/${entry.path}` }));
  const source = memorySource(bytes);
  return [{ path: path.replace(/\.gz$/i, ''), size: bytes.length, open: () => Promise.resolve(source) }];
}
