import { baseName, type Entry } from '@/lib/datasets/import/entry';
import { isTestName, MOST_IDX_HEADER, readIdxHeader, type IdxHeader } from '@/lib/datasets/import/formats/idx';
import { ImportError } from '@/lib/datasets/import/source-plan';
import type { SkippedFile } from '@/lib/datasets/import/import-problem';
import type { RasterPart, RasterSource } from '@/lib/datasets/import/sources/rasters';

/** Label files whose first labels are known say whose they are: all MNIST-like sets have files of the same names. */
const KNOWN = [
  {
    title: 'Fashion-MNIST',
    name: 'article',
    starts: [
      [9, 0, 0, 3, 0, 2, 7, 2, 5, 5],
      [9, 2, 1, 1, 6, 1, 4, 6, 5, 7],
    ],
    // github.com/zalandoresearch/fashion-mnist, "Labels".
    classes: ['T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'],
  },
  {
    title: 'MNIST',
    name: 'digit',
    starts: [
      [5, 0, 4, 1, 9, 2, 1, 3, 1, 4],
      [7, 2, 1, 0, 4, 1, 4, 9, 5, 9],
    ],
    classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  },
] as const;

interface IdxFile {
  readonly entry: Entry;
  readonly header: IdxHeader;
}

/** Null where there is no IDX file among them. */
export async function findIdx(
  entries: readonly Entry[],
  { title, skipped }: { readonly title: string; readonly skipped: readonly SkippedFile[] },
): Promise<RasterSource | null> {
  const files: IdxFile[] = [];
  for (const entry of entries) {
    if (!mayBeIdx(entry.path)) continue;
    const source = await entry.open();
    const header = readIdxHeader(await source.read(0, Math.min(MOST_IDX_HEADER, source.size)), source.size);
    if (header !== null) files.push({ entry, header });
    else if (/ubyte/i.test(entry.path)) throw damaged(entry.path);
  }
  const pictures = files.filter(({ header }) => header.shape.length >= 3);
  const labels = files.filter(({ header }) => header.shape.length === 1);
  const [first] = pictures;
  if (first === undefined) {
    const [alone] = labels;
    if (alone !== undefined) throw missing(alone.entry.path, 'images');
    return null;
  }
  const [, height = 0, width = 0, channels = 1] = first.header.shape;
  const left: SkippedFile[] = [];
  const pairs: { readonly pictures: IdxFile; readonly values: Uint8Array }[] = [];
  for (const file of pictures) {
    if (file.header.shape.slice(1).join() !== first.header.shape.slice(1).join()) {
      left.push({ name: file.entry.path, reason: 'does-not-match', detail: file.header.shape.join(' × ') });
    } else pairs.push({ pictures: file, values: await labelsOf(file, labels) });
  }
  const known = knownSet(pairs.map(({ values }) => values));
  const distinct = [...new Set(pairs.flatMap(({ values }) => [...new Set(values)]))].sort((a, b) => a - b);
  const numbers = known === undefined ? distinct : known.classes.map((_, label) => label);
  return {
    format: 'idx',
    title: known?.title ?? title,
    height,
    width,
    channels: channels === 3 ? 3 : 1,
    isPlanar: false,
    targets: [{ name: known?.name ?? 'class', classes: known?.classes ?? distinct.map(String) }],
    parts: pairs.map(({ pictures: { entry, header }, values }) =>
      partOf(entry, header, { values, numbers, source: entry }),
    ),
    skipped: [...skipped, ...left],
  };
}

function mayBeIdx(path: string): boolean {
  const name = baseName(path);
  return /ubyte|idx\d?$|\.idx/i.test(name) || !name.includes('.');
}

/** Opened again where it is read: what unpacks into memory is let go in between. */
function partOf(
  entry: Entry,
  { shape, offset }: IdxHeader,
  { values, numbers }: { readonly values: Uint8Array; readonly numbers: readonly number[]; readonly source: Entry },
): RasterPart {
  const [count = 0, ...sizes] = shape;
  const stride = sizes.reduce((product, size) => product * size, 1);
  const places = new Map(numbers.map((number, place) => [number, place]));
  return {
    path: entry.path,
    source: lazySource(entry),
    count,
    offset,
    stride,
    isTest: isTestName(entry.path),
    labels: [Uint16Array.from(values, (value) => places.get(value) ?? 0)],
  };
}

function lazySource(entry: Entry): RasterPart['source'] {
  return { size: entry.size, read: async (from, to) => (await entry.open()).read(from, to) };
}

/** The label file of these pictures: of the same split and, of several, the one of the most like name. */
async function labelsOf(pictures: IdxFile, labels: readonly IdxFile[]): Promise<Uint8Array> {
  const { path } = pictures.entry;
  const isTest = isTestName(path);
  const [count] = pictures.header.shape;
  const fitting = labels.filter(({ entry, header }) => isTestName(entry.path) === isTest && header.shape[0] === count);
  const [best] = [...fitting].sort((a, b) => sharedStart(b.entry.path, path) - sharedStart(a.entry.path, path));
  if (best === undefined) throw missing(path, 'labels');
  const source = await best.entry.open();
  return source.read(best.header.offset, source.size);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function knownSet(lists: readonly Uint8Array[]): (typeof KNOWN)[number] | undefined {
  return KNOWN.find(({ starts }) =>
    lists.every((labels) => starts.some((start) => start.every((label, at) => labels[at] === label))),
  );
}

function damaged(file: string): ImportError {
  return new ImportError({ code: 'import/damaged', values: { file, detail: 'IDX' } });
}

function missing(file: string, part: string): ImportError {
  return new ImportError({ code: 'import/missing-part', values: { file, part } });
}
