import { Gunzip, Inflate } from 'fflate';
import type { ByteSource } from '@/lib/datasets/import/byte-source';
import { EntryError } from '@/lib/datasets/import/entry';
import { messageOf } from '@/lib/core/message-of';

/** Packed bytes fed at a time: what they can unpack to (1,032 times as much) is bounded before it is looked at. */
const FEED = 2 ** 14;
const READ = 2 ** 22;

/** Exactly `size` bytes; a stream that gives more or fewer is damaged, however much more it would give. */
export function inflate(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const unpacked = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((part) => {
    if (length + part.length > size) throw new EntryError('too-packed', `${size}`);
    unpacked.set(part, length);
    length += part.length;
  });
  try {
    for (let at = 0; at < packed.length; at += FEED) {
      stream.push(packed.subarray(at, at + FEED), at + FEED >= packed.length);
    }
  } catch (error) {
    throw error instanceof EntryError ? error : new EntryError('damaged', messageOf(error));
  }
  if (length !== size) throw new EntryError('damaged', `${length} / ${size}`);
  return unpacked;
}

/** All of a gzip file, up to `most` bytes. */
export async function gunzip(source: ByteSource, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Gunzip((part) => {
    length += part.length;
    if (length > most) throw new EntryError('too-packed', `${most}`);
    // fflate uses its own buffer again.
    parts.push(part.slice());
  });
  let members = 0;
  stream.onmember = () => {
    members += 1;
  };
  try {
    for (let from = 0; from < source.size; from += READ) {
      const block = await source.read(from, Math.min(source.size, from + READ));
      for (let at = 0; at < block.length; at += FEED) {
        stream.push(block.subarray(at, at + FEED), from + at + FEED >= source.size);
      }
    }
  } catch (error) {
    throw error instanceof EntryError ? error : new EntryError('damaged', messageOf(error));
  }
  // fflate does not tell when the end is missing. RFC 1952 §2.3.1: the last four bytes are the length.
  if (members <= 1 && (await statedLength(source)) !== length % 2 ** 32) throw new EntryError('damaged', 'cut off');
  return joined(parts, length);
}

async function statedLength(source: ByteSource): Promise<number> {
  const end = await source.read(Math.max(0, source.size - 4), source.size);
  return end.length < 4 ? -1 : new DataView(end.buffer, end.byteOffset).getUint32(0, true);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
