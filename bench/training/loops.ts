import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '@/lib/training/protocol';
import { buildModel } from '@/lib/training/worker/build-model';
import { createHostFeed, createTrainingFeed } from '@/lib/training/worker/feed';
import type { LoadedDataset } from '@/lib/training/worker/load-dataset';
import { createLearner } from '@/lib/training/worker/learner';
import { createMacroTask } from '@/lib/training/worker/macro-task';
import { createObjective } from '@/lib/training/worker/objective';
import { createRunControl } from '@/lib/training/worker/run-control';
import type { Samples } from '@/lib/training/worker/samples';
import { train, type TrainingRun } from '@/lib/training/worker/train';
import { network, type NetworkName } from './networks';

/** Examples per second of one epoch each, measured in turns. */
export interface LoopTimes {
  readonly ours: readonly number[];
  /** `model.fit` with tfjs's defaults. */
  readonly fit: readonly number[];
  /** `model.fit` with a callback after every batch, which live curves need. */
  readonly fitWithCallback: readonly number[];
}

export type Epoch = () => Promise<void>;

export async function compareLoops(options: {
  readonly name: NetworkName;
  readonly backend: BackendName;
  readonly data: LoadedDataset;
  readonly examples: number;
  readonly rounds: number;
}): Promise<LoopTimes> {
  const { name, data, examples, rounds, backend } = options;
  const source = data.training;
  const samples = Uint32Array.from({ length: examples }, (_, index) => index);
  const epochs = {
    ours: await ourEpoch(name, { source, samples, backend }),
    fit: await fitEpoch(name, { source, samples, callbacks: {} }),
    fitWithCallback: await fitEpoch(name, { source, samples, callbacks: { onBatchEnd: async () => undefined } }),
  };
  const times = { ours: [] as number[], fit: [] as number[], fitWithCallback: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    for (const kind of ['ours', 'fit', 'fitWithCallback'] as const) {
      const started = performance.now();
      await epochs[kind]();
      // The first round compiles shaders and warms the engine up: it does not count.
      if (round >= 0) times[kind].push((1000 * examples) / (performance.now() - started));
    }
  }
  return times;
}

export interface RunOptions {
  readonly source: Samples;
  readonly samples: Uint32Array;
  readonly backend: BackendName;
  readonly epochs: number;
}

/** A run of ours without what a page adds to it. */
export async function ourRun(
  name: NetworkName,
  { source, samples, backend, epochs }: RunOptions,
): Promise<Omit<TrainingRun, 'control'>> {
  const { plan, model: json, document } = network(name);
  const settings = { ...document.training, epochs };
  const model = await buildModel(plan, json);
  const objective = createObjective(
    model,
    [{ target: 0, kind: 'classes', loss: settings.loss, weight: 1, classWeights: null }],
    settings.lossOptions,
  );
  return {
    plan,
    model,
    objective,
    learner: createLearner({ model, objective, settings }),
    settings,
    backend,
    split: { training: samples, validation: new Uint32Array() },
    trainingFeed: createTrainingFeed(source, samples),
    validationFeed: createHostFeed(source),
    macroTask: createMacroTask().next,
    emit: () => {},
    now: () => performance.now(),
  };
}

export async function ourEpoch(name: NetworkName, options: Omit<RunOptions, 'epochs'>): Promise<Epoch> {
  const run = await ourRun(name, { ...options, epochs: 1 });
  return async () => void (await train({ ...run, control: createRunControl() }));
}

export async function fitEpoch(
  name: NetworkName,
  options: {
    readonly source: Samples;
    readonly samples: Uint32Array;
    readonly callbacks: { readonly onBatchEnd?: () => Promise<void> };
  },
): Promise<Epoch> {
  const { model: json, document } = network(name);
  const model = await tf.models.modelFromJSON(json as unknown as Parameters<typeof tf.models.modelFromJSON>[0]);
  const { learningRate, beta1, beta2, epsilon } = document.training.optimizer;
  const optimizer = tf.train.adam(learningRate, beta1, beta2, epsilon);
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const { inputs, targets } = createHostFeed(options.source).batch(options.samples);
  const { batchSize } = document.training;
  return async () => {
    await model.fit(inputs, [...targets], { batchSize, epochs: 1, verbose: 0, callbacks: options.callbacks });
  };
}
