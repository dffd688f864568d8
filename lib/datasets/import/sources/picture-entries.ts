import { EntryError, extensionOf, readWhole, type Entry } from '@/lib/datasets/import/entry';
import type { SkippedFile } from '@/lib/datasets/import/import-problem';
import { MOST_PICTURE_BYTES, MOST_PICTURE_PIXELS } from '@/lib/datasets/import/limits';
import { fitPicture } from '@/lib/datasets/import/pictures/fit-picture';
import { HEADER_BYTES, pictureSize, type PictureSize } from '@/lib/datasets/import/pictures/picture-size';
import { describeSizes } from '@/lib/datasets/import/pictures/suggest-picture';
import type { FoundPictures, Picture, PictureOptions } from '@/lib/datasets/import/protocol';
import type { ReadDependencies, ReadSample } from '@/lib/datasets/import/source-plan';
import { messageOf } from '@/lib/core/message-of';

const EXTENSIONS: ReadonlySet<string> = new Set(
  'png jpg jpeg jpe jfif gif webp bmp avif ico tif tiff heic heif svg'.split(' '),
);
/** Headers looked at for sizes, and pictures decoded for colour, spread over all. */
const LOOKED_AT = 200;
const DECODED = 12;
/** Decoded at the same time: the browser uses threads of its own for it. */
const AHEAD = 4;

export function isPictureName(path: string): boolean {
  return EXTENSIONS.has(extensionOf(path));
}

/** Throws an EntryError that says what is wrong with it. */
export async function decodeEntry(entry: Entry, deps: ReadDependencies): Promise<Picture> {
  if (entry.size > MOST_PICTURE_BYTES) throw new EntryError('too-large', `${entry.size}`);
  const bytes = await readWhole(entry);
  requireSize(pictureSize(bytes.subarray(0, HEADER_BYTES)));
  try {
    return await deps.decodePicture(bytes);
  } catch (error) {
    throw error instanceof EntryError ? error : new EntryError('not-a-picture', messageOf(error));
  }
}

function requireSize(size: PictureSize | null): void {
  if (size !== null && size.width * size.height > MOST_PICTURE_PIXELS) {
    throw new EntryError('too-large', `${size.width} × ${size.height}`);
  }
}

/** At most `count` of them, evenly spread. */
export function spread<T>(values: readonly T[], count: number): readonly T[] {
  if (values.length <= count) return values;
  return Array.from({ length: count }, (_, at) => values[Math.floor((at * values.length) / count)]).filter(
    (value) => value !== undefined,
  );
}

/** Sizes and colour of what can be read of them; null where none can. */
export async function lookAtPictures(entries: readonly Entry[], deps: ReadDependencies): Promise<FoundPictures | null> {
  const sizes: PictureSize[] = [];
  const looked = spread(entries, LOOKED_AT);
  for (const [done, entry] of looked.entries()) {
    await deps.breathe(done, looked.length);
    const size = await sizeOf(entry);
    if (size !== null && size.width > 0 && size.height > 0) sizes.push(size);
  }
  let isGrey = true;
  let decoded = 0;
  for (const entry of spread(entries, DECODED)) {
    await deps.breathe(decoded, DECODED);
    const picture = await decodeEntry(entry, deps).catch(() => null);
    if (picture === null) continue;
    decoded += 1;
    // Of formats whose header is not read here.
    if (sizes.length < looked.length) sizes.push(picture);
    isGrey = isGrey && hasNoColour(picture.data);
  }
  return sizes.length === 0 ? null : describeSizes(sizes, isGrey && decoded > 0 ? 1 : 3);
}

async function sizeOf(entry: Entry): Promise<PictureSize | null> {
  try {
    const source = await entry.open();
    return pictureSize(await source.read(0, Math.min(HEADER_BYTES, source.size)));
  } catch {
    // Broken ones are named when they are read.
    return null;
  }
}

function hasNoColour(data: Uint8ClampedArray): boolean {
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false;
  }
  return true;
}

/** The pictures of these samples as they are kept, several being decoded ahead. */
export async function* readPictures(
  samples: readonly number[],
  entryOf: (sample: number) => Entry,
  { options, deps }: { readonly options: PictureOptions; readonly deps: ReadDependencies },
): AsyncGenerator<ReadSample> {
  const read = async (sample: number): Promise<ReadSample> => {
    const entry = entryOf(sample);
    try {
      return { sample, values: fitPicture(await decodeEntry(entry, deps), options) };
    } catch (error) {
      return { sample, values: skippedPicture(entry.path, error) };
    }
  };
  const coming: Promise<ReadSample>[] = [];
  for (const [done, sample] of samples.entries()) {
    await deps.breathe(done, samples.length);
    coming.push(read(sample));
    const next = coming.length < AHEAD ? undefined : coming.shift();
    if (next !== undefined) yield await next;
  }
  for (const next of coming) yield await next;
}

function skippedPicture(name: string, error: unknown): SkippedFile {
  if (error instanceof EntryError) return { name, reason: error.reason, detail: error.detail };
  return { name, reason: 'damaged', detail: messageOf(error) };
}
