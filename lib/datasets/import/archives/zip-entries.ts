import { crc32 } from '@/lib/datasets/import/archives/crc32';
import { inflate } from '@/lib/datasets/import/archives/inflate';
import { memorySource, type ByteSource } from '@/lib/datasets/import/byte-source';
import { EntryError, type Entry } from '@/lib/datasets/import/entry';
import { MOST_ENTRIES, MOST_UNPACKED_BYTES } from '@/lib/datasets/import/limits';

// PKWARE, .ZIP File Format Specification 6.3.10, §4.3: signatures and fixed sizes of its records.
const END = 0x06054b50;
const END_BYTES = 22;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_BYTES = 20;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
/** In 32-bit fields: the number is in the zip64 extra field. */
const ELSEWHERE = 0xffffffff;
const ENCRYPTED = 1;
const UTF8 = 0x800;

interface Record {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header starts. */
  readonly offset: number;
}

/**
 * The files of a zip, read from its directory; each is unpacked when it is asked for, so that a zip of any size takes
 * the room of one file. Throws an EntryError where the directory is damaged.
 */
export async function zipEntries(source: ByteSource): Promise<readonly Entry[]> {
  const { count, offset, size } = await findDirectory(source);
  if (count > MOST_ENTRIES) throw new EntryError('too-packed', `${count}`);
  if (offset + size > source.size) throw new EntryError('damaged', 'directory');
  const directory = await source.read(offset, offset + size);
  const view = viewOf(directory);
  const entries: Entry[] = [];
  for (let at = 0, index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > directory.length || view.getUint32(at, true) !== CENTRAL) {
      throw new EntryError('damaged', 'directory');
    }
    const { record, bytes } = readRecord(directory, at);
    if (!record.path.endsWith('/')) entries.push(entryOf(source, record));
    at += bytes;
  }
  return entries;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

async function findDirectory(source: ByteSource): Promise<{ count: number; offset: number; size: number }> {
  const start = Math.max(0, source.size - END_BYTES - LONGEST_COMMENT);
  const tail = await source.read(start, source.size);
  const view = viewOf(tail);
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const found = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
    const is64 = found.count === 0xffff || found.size === ELSEWHERE || found.offset === ELSEWHERE;
    return is64 ? ((await findDirectory64(source, start + at)) ?? found) : found;
  }
  throw new EntryError('damaged', 'zip');
}

async function findDirectory64(
  source: ByteSource,
  end: number,
): Promise<Awaited<ReturnType<typeof findDirectory>> | null> {
  if (end < LOCATOR_64_BYTES) return null;
  const locator = viewOf(await source.read(end - LOCATOR_64_BYTES, end));
  if (locator.getUint32(0, true) !== LOCATOR_64) return null;
  const at = Number(locator.getBigUint64(8, true));
  if (at + 56 > source.size) throw new EntryError('damaged', 'zip64');
  const view = viewOf(await source.read(at, at + 56));
  if (view.getUint32(0, true) !== END_64) throw new EntryError('damaged', 'zip64');
  return {
    count: Number(view.getBigUint64(32, true)),
    size: Number(view.getBigUint64(40, true)),
    offset: Number(view.getBigUint64(48, true)),
  };
}

function readRecord(directory: Uint8Array, at: number): { readonly record: Record; readonly bytes: number } {
  const view = viewOf(directory);
  const [nameBytes, extraBytes] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
  const bytes = CENTRAL_BYTES + nameBytes + extraBytes + view.getUint16(at + 32, true);
  if (at + bytes > directory.length) throw new EntryError('damaged', 'directory');
  const flags = view.getUint16(at + 8, true);
  const name = directory.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
  const extra = directory.subarray(at + CENTRAL_BYTES + nameBytes, at + CENTRAL_BYTES + nameBytes + extraBytes);
  const sizes = wideSizes(extra, {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  });
  const record = {
    // Without the flag it is code page 437 by the letter and, in truth, most often UTF-8 as well.
    path: new TextDecoder(flags & UTF8 || isUtf8(name) ? 'utf-8' : 'windows-1252').decode(name),
    flags,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...sizes,
  };
  return { record, bytes };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

type Sizes = Pick<Record, 'size' | 'packedSize' | 'offset'>;

/** §4.5.3: extra field 1 holds, in this order, those of the numbers that do not fit their own fields. */
function wideSizes(extra: Uint8Array, sizes: Sizes): Sizes {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    let from = at + 4;
    const end = Math.min(extra.length, from + length);
    if (id === 1) {
      const next = (narrow: number): number => {
        if (narrow !== ELSEWHERE || from + 8 > end) return narrow;
        from += 8;
        return Number(view.getBigUint64(from - 8, true));
      };
      return { size: next(sizes.size), packedSize: next(sizes.packedSize), offset: next(sizes.offset) };
    }
    at = end;
  }
  return sizes;
}

function entryOf(source: ByteSource, record: Record): Entry {
  return { path: record.path, size: record.size, open: async () => memorySource(await unpack(source, record)) };
}

async function unpack(source: ByteSource, record: Record): Promise<Uint8Array<ArrayBuffer>> {
  const { flags, method, packedSize, size, offset, crc } = record;
  if (flags & ENCRYPTED) throw new EntryError('damaged', 'encrypted');
  if (method !== 0 && method !== 8) throw new EntryError('damaged', `compression ${method}`);
  if (size > MOST_UNPACKED_BYTES) throw new EntryError('too-packed', `${size}`);
  if (method === 0 && packedSize !== size) throw new EntryError('damaged', 'size');
  const header = viewOf(await source.read(offset, offset + LOCAL_BYTES));
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL) throw new EntryError('damaged', 'header');
  const start = offset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + packedSize > source.size) throw new EntryError('damaged', 'cut off');
  const packed = await source.read(start, start + packedSize);
  const bytes = method === 0 ? packed : inflate(packed, size);
  if (crc32(bytes) !== crc) throw new EntryError('damaged', 'CRC-32');
  return bytes;
}
