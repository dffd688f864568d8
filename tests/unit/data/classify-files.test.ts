import { zipSync } from 'fflate';
import { classifyFiles, type DropKind } from '@/components/data/classify-files';

type Content = string | readonly number[] | Uint8Array;

const bytesOf = (content: Content) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);

/** jsdom's files cannot be read in parts as browsers' can. */
function file(path: string, content: Content) {
  const bytes = bytesOf(content);
  const slice = (from: number, to = bytes.length) => ({ arrayBuffer: async () => bytes.slice(from, to).buffer });
  return { path, file: { size: bytes.length, slice } as unknown as File };
}
const zip = (...names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array([1])])));

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff, 0xe0];
const HDF5 = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
const NUMPY = [0x93, ...bytesOf('NUMPY'), 1, 0];
const IDX = [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1];
const GZIP = [0x1f, 0x8b, 8, 0];
const WEBP = [...bytesOf('RIFF'), 1, 2, 3, 4, ...bytesOf('WEBP')];
const TAR = [...new Uint8Array(257), ...bytesOf('ustar'), 0, 0, 0];
const CIFAR = new Uint8Array(3073 * 2).fill(200);

test.each<[string, DropKind, ReturnType<typeof file>[]]>([
  ['a folder of pictures', 'data', [file('cats/1.png', PNG), file('dogs/2.jpg', JPEG)]],
  ['pictures whose names say nothing', 'data', [file('a', PNG), file('b', WEBP)]],
  ['pictures with broken ones among them', 'data', [file('a/1.png', 'oops'), file('b/2.png', PNG)]],
  ['pictures with notes about them', 'data', [file('a/1.png', PNG), file('b/2.png', PNG), file('labels.json', '{}')]],
  ['a zip of pictures', 'data', [file('x.zip', zip('cats/1.png', 'dogs/1.png'))]],
  ['a zip that is called a model', 'data', [file('x.keras', zip('a/1.jpg', 'b/1.jpg'))]],
  ['NumPy’s zip', 'data', [file('x.npz', zip('x_train.npy', 'y_train.npy'))]],
  ['a NumPy array', 'data', [file('x.npy', NUMPY)]],
  ['IDX files', 'data', [file('train-images-idx3-ubyte', IDX)]],
  ['gzipped IDX files', 'data', [file('train-images-idx3-ubyte.gz', GZIP)]],
  ['a tar', 'data', [file('cifar.tar', TAR)]],
  ['a CIFAR batch', 'data', [file('data_batch_1.bin', CIFAR)]],
  ['a table', 'data', [file('iris.csv', '5.1,3.5,setosa\n')]],
  ['a table without an ending that says so', 'data', [file('iris.data', '5.1,3.5,setosa\n')]],
  ['a design of ours', 'design', [file('x.shapeflow.json', '{"format":"shapeflow"}')]],
  ['a design under another name', 'design', [file('notes.txt', '  {"format":"shapeflow"}')]],
  ['a model with its shards', 'design', [file('model.json', '{}'), file('group1-shard1of1.bin', CIFAR)]],
  ['shards alone', 'design', [file('group1-shard1of2.bin', [0, 1, 2, 3])]],
  ['a model of Keras', 'design', [file('x.keras', zip('config.json', 'model.weights.h5'))]],
  ['a zip with a model in it', 'design', [file('x.zip', zip('web/model.json', 'web/shard.bin'))]],
  ['HDF5', 'design', [file('x.h5', HDF5)]],
  ['a model of another tool, which the opener knows to refuse', 'design', [file('x.onnx', [8, 7, 18, 0])]],
  ['a zip of anything else', 'unknown', [file('x.zip', zip('readme.txt'))]],
  ['a text', 'unknown', [file('notes.txt', 'Dear diary')]],
  ['a program', 'unknown', [file('a.exe', [0x4d, 0x5a, 0x90, 0])]],
  ['a text that begins like a bitmap', 'unknown', [file('notes', 'BM is short for bitmap')]],
  ['an empty file', 'unknown', [file('nothing', '')]],
  ['nothing', 'unknown', []],
])('%s is %s', async (_name, kind, files) => {
  expect(await classifyFiles(files)).toBe(kind);
});
