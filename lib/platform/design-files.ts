import { downloadFile } from '@/lib/platform/download';

export interface PickedFile {
  /** Without the ending. */
  readonly name: string;
  readonly text: string;
  /** The place it came from, to save it back to; null where the browser gives none. */
  readonly handle: FileSystemFileHandle | null;
}

export type SaveOutcome = 'saved' | 'downloaded' | 'cancelled' | 'failed';

/** Designs as files on a person's own disk. */
export interface DesignFiles {
  /** null when the person changed their mind; rejects when the file cannot be read. */
  open(): Promise<PickedFile | null>;
  /** `design` remembers where it was saved: the first time asks, later ones write to the same file. */
  save(design: string, name: string, text: string): Promise<SaveOutcome>;
  /** From now on, saving `design` writes to where this file came from. */
  remember(design: string, file: PickedFile): void;
}

const ENDING = '.shapeflow.json';
const TYPES = [{ description: 'Shapeflow', accept: { 'application/json': ['.json' as const] } }];

interface FileAccess {
  showOpenFilePicker?: (options: object) => Promise<readonly FileSystemFileHandle[]>;
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
}

export function createDesignFiles(page: Window & FileAccess): DesignFiles {
  const handles = new Map<string, FileSystemFileHandle>();
  return {
    open: () => (page.showOpenFilePicker === undefined ? openByInput(page.document) : openByPicker(page)),
    async save(design, name, text) {
      if (page.showSaveFilePicker === undefined) {
        downloadFile(page.document, fileName(name), new Blob([text], { type: 'application/json' }));
        return 'downloaded';
      }
      try {
        const known = handles.get(design);
        const handle = known ?? (await page.showSaveFilePicker({ suggestedName: fileName(name), types: TYPES }));
        await writeTo(handle, text);
        handles.set(design, handle);
        return 'saved';
      } catch (error) {
        handles.delete(design);
        return isAbort(error) ? 'cancelled' : 'failed';
      }
    },
    remember(design, { handle }) {
      if (handle !== null) handles.set(design, handle);
    },
  };
}

export async function readPicked(file: File, handle: FileSystemFileHandle | null): Promise<PickedFile> {
  return { name: file.name.replace(/(\.shapeflow)?\.json$/i, ''), text: await file.text(), handle };
}

async function openByPicker(page: FileAccess): Promise<PickedFile | null> {
  try {
    const [handle] = (await page.showOpenFilePicker?.({ types: TYPES })) ?? [];
    return handle === undefined ? null : await readPicked(await handle.getFile(), handle);
  } catch (error) {
    if (isAbort(error)) return null;
    throw error;
  }
}

function openByInput(document: Document): Promise<PickedFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) resolve(null);
      else readPicked(file, null).then(resolve, reject);
    });
    input.click();
  });
}

async function writeTo(handle: FileSystemFileHandle, text: string): Promise<void> {
  const writable = await handle.createWritable();
  await writable.write(text);
  await writable.close();
}

/** Without what file systems forbid or hide; never empty. */
function fileName(name: string): string {
  const safe = name
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
    .replace(/^[. ]+/, '')
    .slice(0, 100)
    .trim();
  return `${safe === '' ? 'design' : safe}${ENDING}`;
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
