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

/** Every file in what was dropped, folders walked to their ends; what the system hides is left out. */
export async function walkEntries(entries: readonly FileSystemEntry[]): Promise<readonly PathFile[]> {
  const found: PathFile[] = [];
  const open = [...entries];
  for (let entry = open.shift(); entry !== undefined; entry = open.shift()) {
    if (entry.name.startsWith('.') || entry.name === '__MACOSX') continue;
    if (isFolder(entry)) open.push(...(await readFolder(entry)));
    else found.push({ path: entry.fullPath.replace(/^\//, ''), file: await readFile(entry as FileSystemFileEntry) });
  }
  return found;
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
