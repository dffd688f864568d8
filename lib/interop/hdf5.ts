import type * as H5wasm from 'h5wasm';
import type { Hdf5, Hdf5Dataset, Hdf5Entry, Hdf5Reader } from '@/lib/interop/foreign-file';

/** The two builds of the library, for pages and for Node, are alike. */
export type Hdf5Library = Pick<typeof H5wasm, 'File' | 'Group' | 'Dataset' | 'ready'>;

/** HDF5 on top of h5wasm; `load` fetches it at the first use. */
export function createHdf5(load: () => Promise<Hdf5Library>): Hdf5 {
  let count = 0;
  const name = () => `/shapeflow-${(count += 1)}.h5`;
  return {
    async open(bytes) {
      const library = await load();
      const { FS } = await readied(library);
      const path = name();
      FS.writeFile(path, bytes);
      const file = attempt(() => new library.File(path, 'r'));
      // The library makes a file of any bytes; what has no groups is none.
      if (file === null || file.file_id < 0n || attempt(() => file.keys()) === null) {
        FS.unlink(path);
        throw new Error('not an HDF5 file');
      }
      return readerOf(library, file, () => FS.unlink(path));
    },
    async write(groups, entries) {
      const library = await load();
      const { FS } = await readied(library);
      const path = name();
      const file = new library.File(path, 'w');
      writeAll(file, groups, entries);
      file.close();
      const bytes = FS.readFile(path) as Uint8Array<ArrayBuffer>;
      FS.unlink(path);
      return bytes;
    },
  };
}

/** What is damaged inside is as good as not there. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function readerOf(library: Hdf5Library, file: H5wasm.File, forget: () => void): Hdf5Reader {
  const at = (path: string) => attempt(() => (path === '' ? file : file.get(path)));
  return {
    attribute(path, name) {
      const found = at(path);
      if (!(found instanceof library.Group || found instanceof library.Dataset)) return null;
      return attempt(() => textOf(Object.hasOwn(found.attrs, name) ? found.attrs[name]?.value : null));
    },
    children(path) {
      const found = at(path);
      return found instanceof library.Group ? attempt(() => found.keys()) : null;
    },
    dataset(path) {
      const found = at(path);
      return found instanceof library.Dataset ? attempt(() => datasetOf(found)) : null;
    },
    close() {
      attempt(() => file.close());
      forget();
    },
  };
}

function textOf(value: unknown): string | readonly string[] | null {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : null;
}

function datasetOf(found: H5wasm.Dataset): Hdf5Dataset {
  return { shape: found.shape ?? [], values: () => attempt(() => floatsOf(found.value)) ?? new Float32Array() };
}

function floatsOf(value: unknown): Float32Array {
  if (value instanceof Float32Array) return value;
  if (typeof value === 'number') return Float32Array.of(value);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return Float32Array.from(value as unknown as ArrayLike<number | bigint>, Number);
  }
  return new Float32Array();
}

function writeAll(file: H5wasm.File, groups: readonly string[], entries: readonly Hdf5Entry[]): void {
  const made = new Set<string>();
  const makeGroup = (path: string): void => {
    if (path === '' || made.has(path)) return;
    makeGroup(parentOf(path));
    made.add(path);
    file.create_group(path);
  };
  groups.forEach(makeGroup);
  for (const { path, shape, values } of entries) {
    makeGroup(parentOf(path));
    file.create_dataset({
      name: path,
      data: values,
      shape: [...shape],
      dtype: values instanceof Float32Array ? '<f4' : '<u4',
    });
  }
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** With its errors thrown, not written to the console. */
async function readied(library: Hdf5Library) {
  const loaded = await library.ready;
  loaded.activate_throwing_error_handler();
  return loaded;
}
