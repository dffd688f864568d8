import type { SplitName } from '@/lib/platform/sample-database';

const FOLDER = 'datasets';

/** The members of a worker's file handle that are used: the "webworker" library cannot be loaded beside "dom". */
export interface SyncFile {
  read(buffer: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  write(buffer: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  getSize(): number;
  close(): void;
}

export interface WorkerFileHandle extends FileSystemFileHandle {
  /** Absent on the page, and in workers of older browsers. */
  createSyncAccessHandle?(options?: { readonly mode: 'read-only' | 'readwrite' }): Promise<SyncFile>;
}

/** Null where the browser gives this site no file system of its own (some private windows). */
async function allFolders(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(FOLDER, { create: true });
  } catch {
    return null;
  }
}

/** Of a new data set; null where files cannot be had. */
export async function createFolder(id: string): Promise<FileSystemDirectoryHandle | null> {
  return (await (await allFolders())?.getDirectoryHandle(id, { create: true })) ?? null;
}

/** Null where it is not there. */
export async function openFile(id: string, split: SplitName): Promise<WorkerFileHandle | null> {
  try {
    const folder = await (await allFolders())?.getDirectoryHandle(id);
    return (await folder?.getFileHandle(split)) ?? null;
  } catch {
    return null;
  }
}

/** One that is read at this moment stays, and is swept away later. */
export async function removeFolder(id: string): Promise<boolean> {
  try {
    await (await allFolders())?.removeEntry(id, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

export async function folderNames(): Promise<readonly string[]> {
  const names: string[] = [];
  // TypeScript's own types leave the names out.
  const folder = (await allFolders()) as (FileSystemDirectoryHandle & { keys(): AsyncIterable<string> }) | null;
  if (folder !== null) for await (const name of folder.keys()) names.push(name);
  return names;
}
