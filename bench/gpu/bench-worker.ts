import * as tf from '@tensorflow/tfjs';
import type { BackendName, BackendReport } from '@/lib/training/protocol';
import { switchBackend } from '@/lib/training/worker/backend';
import { buildModel } from '@/lib/training/worker/build-model';
import { createLearner } from '@/lib/training/worker/learner';
import { createObjective } from '@/lib/training/worker/objective';
import { probeBackends } from '@/lib/training/worker/probe';
import { network, type NetworkName } from '../training/networks';
import { answerJobs } from '../worker/answer-jobs';

type Job =
  | { readonly kind: 'probe' }
  | {
      readonly kind: 'steps';
      readonly name: NetworkName;
      readonly backend: BackendName;
      readonly batchSize: number;
      /** Timed at most, after the first two, which compile shaders and warm up; at least one is. */
      readonly steps: number;
      readonly mostSeconds: number;
    };
type StepsJob = Extract<Job, { kind: 'steps' }>;

const baseUrl = new URL('/', location.href).href;

/** Milliseconds of the fastest training step: whatever else the machine does only adds time. */
async function fastestStep({ name, backend, batchSize, steps, mostSeconds }: StepsJob): Promise<number> {
  await switchBackend(backend, baseUrl);
  const { plan, model: json, document } = network(name);
  const model = await buildModel(plan, json);
  const { training } = document;
  const head = {
    target: 0,
    kind: 'classes',
    loss: 'categorical-cross-entropy',
    weight: 1,
    classWeights: null,
  } as const;
  const objective = createObjective(model, [head], training.lossOptions);
  // Plain descent keeps nothing but the weights: AlexNet's 61 million with Adam's moments would not fit wasm's memory.
  const learner = createLearner({
    model,
    objective,
    settings: { ...training, optimizer: { ...training.optimizer, name: 'sgd' } },
  });
  const inputs = tf.randomUniform([batchSize, ...plan.inputShape], 0, 1, 'float32', 1);
  const targets = [tf.oneHot(tf.zeros([batchSize], 'int32'), plan.outputShape[0] ?? 1) as tf.Tensor2D];
  const step = async (): Promise<number> => {
    const started = performance.now();
    const { loss, score } = learner.step({ inputs, targets }, { epoch: 0, batch: 0, batches: 1 });
    await loss.data();
    // The loss is there before the weights are.
    await model.trainableWeights.at(-1)?.read().data();
    tf.dispose([loss, score]);
    return performance.now() - started;
  };
  await step();
  await step();
  const started = performance.now();
  let best = Number.POSITIVE_INFINITY;
  for (let count = 0; count < steps && (count === 0 || performance.now() - started < 1000 * mostSeconds); count += 1) {
    best = Math.min(best, await step());
  }
  tf.dispose([inputs, ...targets]);
  learner.dispose();
  model.dispose();
  return best;
}

answerJobs<Job>((job): Promise<readonly BackendReport[] | number> =>
  job.kind === 'probe' ? probeBackends() : fastestStep(job),
);
