import * as tf from '@tensorflow/tfjs';
import type { LoadedDataset } from '@/lib/training/worker/load-dataset';
import { buildModel } from '@/lib/training/worker/build-model';
import { createHostFeed } from '@/lib/training/worker/feed';
import { createObjective } from '@/lib/training/worker/objective';
import { createLearner } from '@/lib/training/worker/learner';
import { registerWasmKernels, WASM_KERNEL_NAMES } from '@/lib/training/worker/wasm-kernels';
import { im2colFilterGradient } from './im2col';
import { network } from './networks';

type Kernels = ReadonlyMap<string, tf.KernelConfig>;

/** Milliseconds, measured in turns: our kernels, and tfjs's own with the filter gradient by im2col. */
export interface KernelTimes {
  readonly title: string;
  readonly ours: readonly number[];
  readonly stock: readonly number[];
}

function registered(): Kernels {
  const kernels = WASM_KERNEL_NAMES.map(
    (name) => [name, tf.getKernel(name, 'wasm') as tf.KernelConfig | undefined] as const,
  );
  return new Map(kernels.flatMap(([name, kernel]) => (kernel === undefined ? [] : [[name, kernel]])));
}

function use(kernels: Kernels): void {
  for (const [name, kernel] of kernels) {
    if ((tf.getKernel(name, 'wasm') as tf.KernelConfig | undefined) !== undefined) tf.unregisterKernel(name, 'wasm');
    tf.registerKernel(kernel);
  }
}

/** Must be called before the wasm backend starts: it keeps tfjs's own kernels to compare with. */
export function keepStockKernels(): { readonly ours: Kernels; readonly stock: Kernels } {
  const stock = new Map([...registered(), ['Conv2DBackpropFilter', im2colFilterGradient] as const]);
  registerWasmKernels();
  return { ours: registered(), stock };
}

export async function compareKernels(options: {
  readonly kernels: ReturnType<typeof keepStockKernels>;
  readonly data: LoadedDataset;
  readonly rounds: number;
}): Promise<readonly KernelTimes[]> {
  await tf.setBackend('wasm');
  const steps: readonly (readonly [string, () => void])[] = [
    ['kernel gradient, 64 × 28 × 28 × 1 → 6, 5 × 5 same', filterGradient([64, 28, 28, 1], [5, 5, 1, 6], 'same')],
    ['kernel gradient, 64 × 14 × 14 × 6 → 16, 5 × 5', filterGradient([64, 14, 14, 6], [5, 5, 6, 16], 'valid')],
    ['a training step of LeNet-5 with max pooling, batch 64', await lenetStep(options.data)],
  ];
  const results = steps.map(([title]) => ({ title, ours: [] as number[], stock: [] as number[] }));
  for (let round = -1; round < options.rounds; round += 1) {
    for (const kind of ['ours', 'stock'] as const) {
      use(options.kernels[kind]);
      steps.forEach(([, step], index) => {
        const ms = timeOf(step);
        if (round >= 0) results[index]?.[kind].push(ms);
      });
    }
  }
  use(options.kernels.ours);
  return results;
}

function timeOf(step: () => void): number {
  const repeats = 20;
  const started = performance.now();
  for (let count = 0; count < repeats; count += 1) step();
  return (performance.now() - started) / repeats;
}

function filterGradient(
  inputShape: [number, number, number, number],
  filterShape: [number, number, number, number],
  pad: 'same' | 'valid',
): () => void {
  const x = tf.randomUniform<tf.Rank.R4>(inputShape, -1, 1, 'float32', 1);
  const filter = tf.randomUniform<tf.Rank.R4>(filterShape, -1, 1, 'float32', 2);
  const dy = tf.conv2d(x, filter, 1, pad);
  const attrs = { strides: [1, 1], pad, dataFormat: 'NHWC', filterShape };
  return () => tf.dispose(tf.engine().runKernel('Conv2DBackpropFilter', { x, dy }, attrs));
}

async function lenetStep(data: LoadedDataset): Promise<() => void> {
  const { plan, model: json, document } = network('LeNet-5 with max pooling');
  const { loss, batchSize } = document.training;
  const model = await buildModel(plan, json);
  const head = { target: 0, kind: 'classes', loss, weight: 1, classWeights: null } as const;
  const objective = createObjective(model, [head], document.training.lossOptions);
  const learner = createLearner({ model, objective, settings: document.training });
  const feed = createHostFeed(data.training);
  const batch = feed.batch(Uint32Array.from({ length: batchSize }, (_, index) => index));
  return () => {
    const { loss: batchLoss, score } = learner.step(batch, { epoch: 0, batch: 0, batches: 1 });
    tf.dispose([batchLoss, score]);
  };
}
