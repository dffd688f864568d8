import { downloadFile } from '@/lib/platform/download';

export interface PickedFile {
  /** Without the ending. */
  readonly name: string;
  /** Of a single JSON file of a size that a page can read; null for everything else. */
  readonly text: string | null;
  /** As they were picked: a model may come with the files of its weights. */
  readonly files?: readonly File[];
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
const OPEN_TYPES = [
  {
    description: 'Shapeflow, Keras, TensorFlow.js',
    accept: { 'application/json': ['.json'], 'application/octet-stream': ['.keras', '.h5', '.hdf5', '.zip', '.bin'] },
  },
];
/** Bytes of JSON that are read on the page itself: some milliseconds. */
const MOST_TEXT = 2 ** 20;

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

/** `files` are one at least. */
export async function readPicked(files: readonly File[], handle: FileSystemFileHandle | null): Promise<PickedFile> {
  const first = files.find(({ name }) => /\.json$/i.test(name)) ?? files[0];
  const isText = first !== undefined && files.length === 1 && /\.json$/i.test(first.name) && first.size <= MOST_TEXT;
  const name = first?.name.replace(/(\.shapeflow)?\.(json|keras|h5|hdf5|zip)$/i, '') ?? '';
  return { name, text: isText ? await first.text() : null, files, handle };
}

async function openByPicker(page: FileAccess): Promise<PickedFile | null> {
  try {
    const handles = (await page.showOpenFilePicker?.({ types: OPEN_TYPES, multiple: true })) ?? [];
    const [only = null] = handles.length === 1 ? handles : [];
    const files = await Promise.all(handles.map((handle) => handle.getFile()));
    return files.length === 0 ? null : await readPicked(files, only);
  } catch (error) {
    if (isAbort(error)) return null;
    throw error;
  }
}

function openByInput(document: Document): Promise<PickedFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json,.keras,.h5,.hdf5,.zip,.bin';
  input.multiple = true;
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      if (files.length === 0) resolve(null);
      else readPicked(files, null).then(resolve, reject);
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
