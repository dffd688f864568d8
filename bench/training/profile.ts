import * as tf from '@tensorflow/tfjs';
import type { LoadedDataset } from '@/lib/training/worker/load-dataset';
import { buildModel } from '@/lib/training/worker/build-model';
import { createHostFeed } from '@/lib/training/worker/feed';
import { createLearner } from '@/lib/training/worker/learner';
import { createObjective } from '@/lib/training/worker/objective';
import { network, type NetworkName } from './networks';

/** Where a training step's time goes, in milliseconds a step. */
export interface StepProfile {
  readonly total: number;
  /** Without the timers: `total` is what they cost more. */
  readonly untimed: number;
  readonly feed: number;
  readonly kernels: readonly { readonly name: string; readonly calls: number; readonly ms: number }[];
}

const MOST_STEPS = 60;
/** Of one measurement, about. */
const MEASURED_MS = 1500;

interface Tally {
  calls: number;
  ms: number;
}

/** Times every kernel of the wasm backend from now on; a kernel that runs others counts without them. */
function timeKernels(): { readonly tallies: Map<string, Tally>; readonly stop: () => void } {
  const tallies = new Map<string, Tally>();
  const kernels = tf.getKernelsForBackend('wasm');
  let inner = 0;
  const replace = (kernel: tf.KernelConfig, kernelFunc: tf.KernelFunc): void => {
    tf.unregisterKernel(kernel.kernelName, 'wasm');
    tf.registerKernel({ ...kernel, kernelFunc });
  };
  for (const kernel of kernels) {
    replace(kernel, (params) => {
      const outer = inner;
      inner = 0;
      const started = performance.now();
      const output = kernel.kernelFunc(params);
      const ms = performance.now() - started;
      const tally = tallies.get(kernel.kernelName) ?? { calls: 0, ms: 0 };
      tally.calls += 1;
      tally.ms += ms - inner;
      tallies.set(kernel.kernelName, tally);
      inner = outer + ms;
      return output;
    });
  }
  return { tallies, stop: () => kernels.forEach((kernel) => replace(kernel, kernel.kernelFunc)) };
}

export async function profileStep(name: NetworkName, data: LoadedDataset): Promise<StepProfile> {
  await tf.setBackend('wasm');
  const { plan, model: json, document } = network(name);
  const { loss, batchSize } = document.training;
  const model = await buildModel(plan, json);
  const head = { target: 0, kind: 'classes', loss, weight: 1, classWeights: null } as const;
  const objective = createObjective(model, [head], document.training.lossOptions);
  const learner = createLearner({ model, objective, settings: document.training });
  const feed = createHostFeed(data.training);
  const indices = Uint32Array.from({ length: batchSize }, (_, index) => index);
  let feedMs = 0;
  const step = (): void => {
    const started = performance.now();
    const batch = feed.batch(indices);
    feedMs += performance.now() - started;
    const { loss: value, score } = learner.step(batch, { epoch: 0, batch: 0, batches: 1 });
    tf.dispose([batch.inputs, ...batch.targets, value, score]);
  };
  const msPerStep = (steps: number): number => {
    const started = performance.now();
    for (let count = 0; count < steps; count += 1) step();
    return (performance.now() - started) / steps;
  };
  step();
  const steps = Math.max(2, Math.min(MOST_STEPS, Math.ceil(MEASURED_MS / msPerStep(2))));
  feedMs = 0;
  const untimed = Math.min(msPerStep(steps), msPerStep(steps), msPerStep(steps));
  const feedPerStep = feedMs / (3 * steps);
  const { tallies, stop } = timeKernels();
  const total = msPerStep(steps);
  stop();
  const kernels = [...tallies]
    .map(([kernel, { calls, ms }]) => ({ name: kernel, calls: calls / steps, ms: ms / steps }))
    .sort((a, b) => b.ms - a.ms);
  return { total, untimed, feed: feedPerStep, kernels };
}
