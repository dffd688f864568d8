import { memorySource } from '@/lib/datasets/import/byte-source';
import { EntryError, type Entry } from '@/lib/datasets/import/entry';
import { MOST_ENTRIES } from '@/lib/datasets/import/limits';

/** POSIX.1-2001 (pax) and GNU tar: files in blocks of 512 bytes, each after its header. */
const BLOCK = 512;

export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= BLOCK && text(bytes.subarray(257, 262)) === 'ustar';
}

/** The plain files of an unpacked tar. A header whose checksum is wrong ends it as damaged. */
export function tarEntries(bytes: Uint8Array<ArrayBuffer>): readonly Entry[] {
  const entries: Entry[] = [];
  let longName: string | null = null;
  for (let at = 0; at + BLOCK <= bytes.length;) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    requireChecksum(header);
    const size = readNumber(header.subarray(124, 136));
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length !== size) throw new EntryError('damaged', 'tar');
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'x') longName = paxPath(content) ?? longName;
    else if (type === 'L') longName = text(content);
    else {
      if (type === '0' || type === '\0') entries.push(plainFile(longName ?? nameOf(header), content));
      longName = null;
    }
    if (entries.length > MOST_ENTRIES) throw new EntryError('too-packed', `${entries.length}`);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

function plainFile(path: string, content: Uint8Array<ArrayBuffer>): Entry {
  return { path, size: content.length, open: () => Promise.resolve(memorySource(content)) };
}

/** Up to the first zero byte. */
function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

function nameOf(header: Uint8Array): string {
  const prefix = text(header.subarray(345, 500));
  const name = text(header.subarray(0, 100));
  // In GNU's own format these bytes are times.
  const isPosix = text(header.subarray(257, 265)) === 'ustar' && header[263] === 0x30;
  return isPosix && prefix !== '' ? `${prefix}/${name}` : name;
}

/** Octal digits; GNU writes large ones in base 256 with the first bit set. */
function readNumber(field: Uint8Array): number {
  if ((field[0] ?? 0) & 0x80) return field.subarray(1).reduce((value, byte) => value * 256 + byte, 0);
  const digits = text(field).trim();
  if (!/^[0-7]*$/.test(digits)) throw new EntryError('damaged', 'tar');
  return digits === '' ? 0 : parseInt(digits, 8);
}

/** The sum of the header's bytes with the checksum's own eight taken as spaces. */
function requireChecksum(header: Uint8Array): void {
  const stated = readNumber(header.subarray(148, 156));
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  if (stated !== sum) throw new EntryError('damaged', 'tar');
}

/** Records "30 path=…\n", the number being the record's own length in bytes. */
function paxPath(content: Uint8Array): string | null {
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(0x20, at);
    const length = Number(new TextDecoder().decode(content.subarray(at, Math.max(at, space))));
    if (space < 0 || !Number.isInteger(length) || length <= 0) return null;
    const record = new TextDecoder().decode(content.subarray(space + 1, at + length - 1));
    if (record.startsWith('path=')) return record.slice('path='.length);
    at += length;
  }
  return null;
}
