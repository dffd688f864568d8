/** A file with the folders it lay in, "cats/1.png", or its bare name. */
export interface PathFile {
  readonly path: string;
  readonly file: File;
}

/** Lets a person choose files, or a folder with all that is in it; null when they changed their mind. */
export function pickDataFiles(document: Document, what: 'files' | 'folder'): Promise<readonly PathFile[] | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.webkitdirectory = what === 'folder';
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].map(withPath);
      resolve(files.length === 0 ? null : files);
    });
    input.click();
  });
}

export function withPath(file: File): PathFile {
  return { path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file };
}

/** Entries that are opened together: one by one, thousands of files take long. */
const AT_ONCE = 100;

/**
 * Every file in what was dropped, folders walked to their ends; what the system hides is left out. What the system does not
 * let be read stands as an empty file, so that it is told with the other broken ones.
 */
export async function walkEntries(entries: readonly FileSystemEntry[]): Promise<readonly PathFile[]> {
  const found: PathFile[] = [];
  let level = entries.filter(isShown);
  while (level.length > 0) {
    const below: FileSystemEntry[] = [];
    for (let from = 0; from < level.length; from += AT_ONCE) {
      const opened = await Promise.all(level.slice(from, from + AT_ONCE).map(openEntry));
      for (const { file, entries: inside } of opened) {
        if (file !== null) found.push(file);
        for (const entry of inside) below.push(entry);
      }
    }
    level = below;
  }
  return found;
}

interface Opened {
  readonly file: PathFile | null;
  readonly entries: readonly FileSystemEntry[];
}

async function openEntry(entry: FileSystemEntry): Promise<Opened> {
  const path = entry.fullPath.replace(/^\//, '');
  try {
    if (isFolder(entry)) return { file: null, entries: (await readFolder(entry)).filter(isShown) };
    return { file: { path, file: await readFile(entry as FileSystemFileEntry) }, entries: [] };
  } catch {
    return { file: { path, file: new File([], entry.name) }, entries: [] };
  }
}

function isShown({ name }: FileSystemEntry): boolean {
  return !name.startsWith('.') && name !== '__MACOSX';
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Browsers give a hundred at a time, and none at the end. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function readFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
