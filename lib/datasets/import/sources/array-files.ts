import { elementCount } from '@/lib/core/tensor-type';
import { memorySource, type ByteSource } from '@/lib/datasets/import/byte-source';
import { baseName, EntryError, type Entry } from '@/lib/datasets/import/entry';
import { decodeNpy, fromFortranOrder, readNpyHeader, type NpyHeader } from '@/lib/datasets/import/formats/npy';
import type { SkippedFile } from '@/lib/datasets/import/import-problem';
import { MOST_UNPACKED_BYTES } from '@/lib/datasets/import/limits';
import { skippedBy } from '@/lib/datasets/import/archives/open-archives';

const MOST_HEADER_BYTES = 2 ** 16;

/** One array of a .npy or .npz file. */
export interface StoredArray {
  readonly name: string;
  readonly entry: Entry;
  readonly header: NpyHeader;
}

/** Those that can be read, and why the others cannot. Names are made different where files share them. */
export async function findArrays(
  entries: readonly Entry[],
): Promise<{ readonly arrays: readonly StoredArray[]; readonly skipped: readonly SkippedFile[] }> {
  const arrays: StoredArray[] = [];
  const skipped: SkippedFile[] = [];
  for (const entry of entries.filter(({ path }) => /\.npy$/i.test(path))) {
    try {
      const source = await entry.open();
      const header = readNpyHeader(await source.read(0, Math.min(MOST_HEADER_BYTES, source.size)));
      const bytes = elementCount(header.shape) * header.itemBytes;
      if (header.offset + bytes > source.size) throw new EntryError('damaged', `${source.size} / ${bytes}`);
      if (bytes === 0 || header.shape.length === 0) throw new EntryError('empty-file');
      const bare = baseName(entry.path).replace(/\.npy$/i, '');
      const isTaken = arrays.some(({ name }) => name === bare);
      arrays.push({ name: isTaken ? entry.path.replace(/\.npy$/i, '') : bare, entry, header });
    } catch (error) {
      skipped.push(skippedBy(entry.path, error));
    }
  }
  return { arrays, skipped };
}

/** The first axis counts samples: `read` gives the numbers of one of them, in the usual order. */
export interface ArrayRows {
  readonly count: number;
  readonly size: number;
  read(row: number): Promise<Uint8Array | Float32Array | Float64Array>;
}

export async function openRows({ entry, header }: StoredArray): Promise<ArrayRows> {
  const [count = 0, ...sizes] = header.shape;
  const size = elementCount(sizes);
  const rowBytes = size * header.itemBytes;
  const { source, offset } =
    header.isFortran && sizes.length > 0
      ? await reordered(entry, header)
      : { source: await entry.open(), offset: header.offset };
  return {
    count,
    size,
    read: async (row) => decodeNpy(header, await source.read(offset + row * rowBytes, offset + (row + 1) * rowBytes)),
  };
}

/** A sample of Fortran's order lies all over the file: it is read whole. */
async function reordered(
  entry: Entry,
  header: NpyHeader,
): Promise<{ readonly source: ByteSource; readonly offset: number }> {
  const source = await entry.open();
  if (source.size > MOST_UNPACKED_BYTES) throw new EntryError('too-large', `${source.size}`);
  const bytes = await source.read(header.offset, header.offset + elementCount(header.shape) * header.itemBytes);
  return { source: memorySource(fromFortranOrder(bytes, header)), offset: 0 };
}
