import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const MAX_BYTES = 16 * 1024 * 1024;
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const ENCODERS = {
  // Quality 5 is about as small as gzip -9 gets and takes a tenth of the time of quality 11.
  br: (bytes) => brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes) => gzip(bytes, { level: 6 }),
};

/** What both sides can do, best first; undefined means the plain file. */
export function chooseEncoding(header = '') {
  const accepted = header
    .split(',')
    .map((part) => part.trim().split(';'))
    .filter(([, quality]) => !/^\s*q=0(\.0*)?\s*$/.test(quality ?? ''))
    .map(([name]) => name.trim().toLowerCase());
  return Object.keys(ENCODERS).find((name) => accepted.includes(name));
}

/** Compressed bodies, each made once and kept while its file does not change. */
export function createCompressor() {
  const bodies = new Map();

  async function compressed(found, encoding) {
    const key = `${encoding} ${found.file}`;
    const version = `${found.size} ${found.mtimeMs}`;
    const kept = bodies.get(key);
    if (kept?.version === version) return kept.body;
    const body = readFile(found.file).then(ENCODERS[encoding]);
    bodies.set(key, { version, body });
    body.catch(() => bodies.delete(key));
    return body;
  }

  return {
    isWorthwhile: (found) => found.isCompressible && found.size >= 1024 && found.size <= MAX_BYTES,
    compressed,
  };
}
