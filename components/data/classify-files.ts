import type { PathFile } from '@/lib/platform/data-files';

/** Whether what was dropped is a design or a model, data to learn from, or neither. */
export type DropKind = 'design' | 'data' | 'unknown';

const HEAD_BYTES = 512;
/** The end of a zip file names every entry of it; of a very large one the last of them are enough. */
const TAIL_BYTES = 1 << 20;

const MODEL_NAME = /\.(json|keras|h5|hdf5|onnx|pt|pth|pb|tflite)$/i;
const DATA_NAME = /\.(png|jpe?g|webp|avif|gif|bmp|csv|tsv|npy|npz)$|(^|[/.-])idx[1-4][.-]ubyte/i;
/** What models are kept in, by the entries of a zip. */
const MODEL_ENTRY = /(^|\/)(config\.json|model\.json|model\.weights\.h5|data\.pkl)$/;
/** Bytes of a sample of CIFAR-10 and CIFAR-100: one or two labels and 32 × 32 × 3 pixels. */
const CIFAR_RECORDS = [3073, 3074];

/** Decided by what is in the files; their names count only where the content says nothing. */
export async function classifyFiles(files: readonly PathFile[]): Promise<DropKind> {
  const others = files.filter(({ path }) => !/\.json$/i.test(path));
  // The shards of a model look like anything; whoever comes with a model.json belongs to it. Notes about pictures are
  // often JSON too, and do not make them a model.
  const arePictures = others.filter(({ path }) => DATA_NAME.test(path)).length > 1;
  if (others.length < files.length && !arePictures) return 'design';
  const kinds = new Set<DropKind>();
  // A file that cannot be read is told later, with the other broken ones.
  for (const file of sampleOf(others)) kinds.add(await classifyFile(file).catch(() => kindByName(file.path)));
  if (kinds.has('design')) return 'design';
  return kinds.has('data') ? 'data' : 'unknown';
}

/** Thousands of pictures need not all be looked at. */
function sampleOf(files: readonly PathFile[]): readonly PathFile[] {
  const most = 40;
  const step = Math.max(1, Math.floor(files.length / most));
  return files.filter((_, index) => index % step === 0);
}

async function classifyFile({ path, file }: PathFile): Promise<DropKind> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (startsWith(head, 'PK\x03\x04')) return classifyZip(file);
  if (startsWith(head, '\x89HDF\r\n\x1a\n')) return 'design';
  const isData =
    isPicture(head) ||
    startsWith(head, '\x93NUMPY') ||
    isIdx(head) ||
    startsWith(head, '\x1f\x8b') ||
    isTar(head) ||
    isCifar(path, file);
  if (isData) return 'data';
  if (isText(head) && head.length > 0) return classifyText(path, head);
  if (MODEL_NAME.test(path) || /shard\d+of\d+/.test(path)) return 'design';
  return kindByName(path);
}

function kindByName(path: string): DropKind {
  return DATA_NAME.test(path) ? 'data' : 'unknown';
}

async function classifyZip(file: File): Promise<DropKind> {
  const tail = new Uint8Array(await file.slice(Math.max(0, file.size - TAIL_BYTES)).arrayBuffer());
  const names = zipNames(tail);
  if (names.some((name) => MODEL_ENTRY.test(name))) return 'design';
  const isRead = (name: string) => DATA_NAME.test(name) || /\.(bin|zip|tar|gz|tgz)$/i.test(name);
  return names.some(isRead) ? 'data' : 'unknown';
}

/** Names in the central directory, as far as it lies in these bytes: APPNOTE.TXT 4.3.12. */
function zipNames(tail: Uint8Array): readonly string[] {
  const view = new DataView(tail.buffer);
  const names: string[] = [];
  for (let at = 0; at + 46 <= tail.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(tail.subarray(at + 46, at + 46 + length)));
    at += 45 + length;
  }
  return names;
}

function classifyText(path: string, head: Uint8Array): DropKind {
  const text = new TextDecoder().decode(head).trimStart();
  if (text.startsWith('{')) return 'design';
  if (/\.(csv|tsv)$/i.test(path)) return 'data';
  if (MODEL_NAME.test(path)) return 'design';
  const [first = ''] = text.split('\n');
  return /[,;\t]/.test(first) && /\.(txt|data|dat)$/i.test(path) ? 'data' : 'unknown';
}

function isPicture(head: Uint8Array): boolean {
  const isWebp = startsWith(head, 'RIFF') && latin(head, 8, 4) === 'WEBP';
  const isAvif = latin(head, 4, 4) === 'ftyp' && /avi[fs]/.test(latin(head, 8, 4));
  // Of a bitmap the two reserved words are 0: "BM" alone begins many texts.
  const isBitmap = startsWith(head, 'BM') && head.subarray(6, 10).every((byte) => byte === 0);
  return (
    startsWith(head, '\x89PNG') ||
    startsWith(head, '\xff\xd8\xff') ||
    startsWith(head, 'GIF8') ||
    isBitmap ||
    isWebp ||
    isAvif
  );
}

/** Two zero bytes, a type from 8 to 14, and how many dimensions (yann.lecun.org/exdb/mnist). */
function isIdx(head: Uint8Array): boolean {
  const [first, second, type = 0, rank = 0] = head;
  return head.length >= 8 && first === 0 && second === 0 && type >= 8 && type <= 14 && rank >= 1 && rank <= 4;
}

function isTar(head: Uint8Array): boolean {
  return latin(head, 257, 5) === 'ustar';
}

function isCifar(path: string, { size }: File): boolean {
  return /\.bin$/i.test(path) && size > 0 && CIFAR_RECORDS.some((record) => size % record === 0);
}

/** No control characters but white space. */
function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function startsWith(head: Uint8Array, magic: string): boolean {
  return latin(head, 0, magic.length) === magic;
}

function latin(head: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...head.subarray(from, from + length));
}
