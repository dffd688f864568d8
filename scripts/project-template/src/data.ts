import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type * as tf from '@tensorflow/tfjs';

/** Pictures with their classes. */
export interface Samples {
  count: number;
  /** `count` pictures one after another, each height × width × channels, from 0 to 255. */
  pixels: Uint8Array;
  labels: Uint8Array;
}

export type Split = 'train' | 'test';

/** What is wrong with the data, in words for the person who supplies it. */
export class DataError extends Error {}

const FOLDER = 'data';
/** The files as MNIST and Fashion-MNIST are published, with or without `.gz`. */
const IDX_NAMES: Record<Split, string> = { train: 'train', test: 't10k' };
const MAX_PIXEL = 255;

/** Reads data/train-… or data/t10k-… (IDX), else data/train.csv, else data/train.json (test: data/test.…). */
export function readSamples(split: Split, sampleShape: number[]): Samples {
  const samples = readIdxSplit(split) ?? readCsvSplit(split) ?? readJsonSplit(split);
  if (samples === undefined) throw new DataError(howToSupply(split, sampleShape));
  if (samples.count === 0) throw new DataError(`The ${split} data in ${FOLDER}/ hold no samples.`);
  const size = elementCount(sampleShape);
  if (samples.pixels.length !== samples.count * size) {
    const got = samples.pixels.length / samples.count;
    throw new DataError(`The ${split} samples have ${got} values each; the network takes ${shapeText(sampleShape)}.`);
  }
  return samples;
}

/** Training and prediction here are for networks that give a value per class. */
export function requireClassifier(model: tf.LayersModel): void {
  const [, ...shape] = model.outputs[0]?.shape ?? [];
  if (shape.length === 1) return;
  throw new DataError(
    `The network gives ${shape.join(' × ')} values for a sample, not one per class: use createModel() in code of your own.`,
  );
}

/** One picture from a .json or .csv file: height × width × channels numbers from 0 to 255, nested or not. */
export function readPicture(file: string, sampleShape: number[]): Uint8Array {
  if (!existsSync(file)) throw new DataError(`There is no file ${file}.`);
  const text = readFileSync(file, 'utf8');
  const values = file.endsWith('.json') ? pixelsOf(parseJson(text, file)) : numbers(text);
  if (values.length !== elementCount(sampleShape)) {
    throw new DataError(`${file} holds ${values.length} numbers; the network takes ${shapeText(sampleShape)}.`);
  }
  return toBytes(values, file);
}

function readIdxSplit(split: Split): Samples | undefined {
  const images = readIdx(`${IDX_NAMES[split]}-images-idx3-ubyte`);
  const labels = readIdx(`${IDX_NAMES[split]}-labels-idx1-ubyte`);
  if (images === undefined || labels === undefined) return undefined;
  const count = images.sizes[0] ?? 0;
  if (labels.values.length !== count) {
    throw new DataError(`${FOLDER}/ holds ${count} ${split} pictures but ${labels.values.length} labels.`);
  }
  return { count, pixels: images.values, labels: labels.values };
}

/** An IDX file of bytes: 0, 0, 8, the number of axes, a big-endian size per axis, then the values. */
function readIdx(name: string): { sizes: number[]; values: Uint8Array } | undefined {
  const plain = path.join(FOLDER, name);
  const file = [plain, `${plain}.gz`].find(existsSync);
  if (file === undefined) return undefined;
  const bytes = file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file);
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0 || bytes[2] !== 8) {
    throw new DataError(`${file} is not an IDX file of bytes.`);
  }
  const header = 4 + 4 * (bytes[3] ?? 0);
  const sizes = Array.from({ length: bytes[3] ?? 0 }, (_, axis) =>
    bytes.length < header ? 0 : bytes.readUInt32BE(4 + 4 * axis),
  );
  const values = bytes.subarray(header);
  if (bytes.length < header || values.length !== elementCount(sizes)) {
    throw new DataError(`${file} is cut short: download it again.`);
  }
  return { sizes, values };
}

/** A sample a line: the class, then the pixels. A first line of titles is skipped. */
function readCsvSplit(split: Split): Samples | undefined {
  const file = path.join(FOLDER, `${split}.csv`);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const rows = (Number.isNaN(Number(lines[0]?.split(',')[0])) ? lines.slice(1) : lines).map(numbers);
  return joined(
    file,
    rows.map(([label = NaN, ...pixels]) => ({ label, pixels })),
  );
}

/** `[{ "label": 7, "pixels": [0, 128, …] }, …]`, the pixels nested by row or not. */
function readJsonSplit(split: Split): Samples | undefined {
  const file = path.join(FOLDER, `${split}.json`);
  if (!existsSync(file)) return undefined;
  const list = parseJson(readFileSync(file, 'utf8'), file);
  if (!Array.isArray(list)) throw new DataError(`${file} must hold a list of { "label", "pixels" }.`);
  return joined(
    file,
    list.map((sample: unknown) => ({ label: labelOf(sample), pixels: pixelsOf(sample) })),
  );
}

function joined(file: string, samples: { label: number; pixels: number[] }[]): Samples {
  const size = samples[0]?.pixels.length ?? 0;
  const odd = samples.findIndex(({ pixels }) => pixels.length !== size);
  if (size === 0) throw new DataError(`${file} holds no samples.`);
  if (odd >= 0) throw new DataError(`Sample ${odd} of ${file} has another number of pixels than the first, ${size}.`);
  return {
    count: samples.length,
    pixels: toBytes(
      samples.flatMap(({ pixels }) => pixels),
      file,
    ),
    labels: toBytes(
      samples.map(({ label }) => label),
      file,
    ),
  };
}

function labelOf(json: unknown): number {
  return typeof json === 'object' && json !== null && 'label' in json ? Number(json.label) : NaN;
}

function pixelsOf(json: unknown): number[] {
  const pixels = typeof json === 'object' && json !== null && 'pixels' in json ? json.pixels : json;
  return Array.isArray(pixels) ? pixels.flat(Infinity).map(Number) : [];
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DataError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function numbers(text: string): number[] {
  return text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(Number);
}

function toBytes(values: number[], file: string): Uint8Array {
  const wrong = values.find((value) => !(value >= 0 && value <= MAX_PIXEL));
  if (wrong !== undefined) throw new DataError(`${file} holds ${wrong}; classes and pixels are numbers from 0 to 255.`);
  return Uint8Array.from(values, Math.round);
}

function elementCount(shape: number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function shapeText(shape: number[]): string {
  return `${shape.join(' × ')} = ${elementCount(shape)} values`;
}

function howToSupply(split: Split, sampleShape: number[]): string {
  const idx = IDX_NAMES[split];
  return [
    `There is no ${split === 'train' ? 'training' : 'test'} data yet. Put one of these into the folder ${FOLDER}/:`,
    `  - ${idx}-images-idx3-ubyte and ${idx}-labels-idx1-ubyte, with or without .gz: the files of MNIST as published`,
    `  - ${split}.csv: a sample a line, its class (0, 1, 2 …) first, then ${shapeText(sampleShape)}`,
    `  - ${split}.json: [{ "label": 0, "pixels": [ … ] }, …]`,
    'Pixels are numbers from 0 to 255, row by row, the channels of a pixel side by side.',
  ].join('\n');
}
