import * as tf from '@tensorflow/tfjs';
import type { TrainingSettings } from '@/lib/document/training-settings';
import type { WorkerEvent } from '@/lib/training/protocol';
import { isBlownUp, type RangeLimits, type RangePoint } from '@/lib/training/rate-range';
import type { Feed } from '@/lib/training/worker/feed';
import { createLearner } from '@/lib/training/worker/learner';
import type { Objective } from '@/lib/training/worker/objective';
import type { RunControl } from '@/lib/training/worker/run-control';
import { epochOrder } from '@/lib/training/worker/sample-order';

export interface RateTest {
  readonly model: tf.LayersModel;
  readonly objective: Objective;
  readonly settings: TrainingSettings;
  readonly limits: RangeLimits;
  /** The samples that are trained on. */
  readonly samples: Uint32Array;
  readonly feed: Feed;
  readonly control: RunControl;
  /** Lets messages in. */
  readonly macroTask: () => Promise<void>;
  readonly emit: (event: WorkerEvent) => void;
}

/**
 * Trains with a rate that grows exponentially from step to step, and tells the loss of each batch, until the last rate, a
 * stop, or a loss that has blown up.
 */
export async function testRates(test: RateTest): Promise<readonly RangePoint[]> {
  const { control, limits } = test;
  const points: RangePoint[] = [];
  const learner = createLearner({ ...test, settings: growing(test.settings, limits) });
  try {
    for (let step = 0; step < limits.steps && !control.stopped; step += 1) {
      const place = { epoch: 0, batch: step, batches: limits.steps };
      const batch = await test.feed.batch(indicesOf(test, step), { epoch: 0, batch: step });
      const { loss, score } = learner.step(batch, place);
      tf.dispose([batch.inputs, ...batch.targets, score]);
      const [value = Number.NaN] = await loss.data();
      loss.dispose();
      points.push({ rate: learner.rateAt(place), loss: value });
      test.emit({ kind: 'rates', points: points.slice(-1) });
      if (isBlownUp(points.map((point) => point.loss))) break;
      await test.macroTask();
    }
  } finally {
    learner.dispose();
  }
  return points;
}

/** One "epoch" of the test takes all its steps: the rate at its end is what the whole factor makes of the first one. */
function growing(settings: TrainingSettings, { from, to, steps }: RangeLimits): TrainingSettings {
  const factor = (to / from) ** (steps / Math.max(1, steps - 1));
  return {
    ...settings,
    optimizer: { ...settings.optimizer, learningRate: from },
    schedule: { ...settings.schedule, name: 'exponential', warmup: 0, factor, floor: 0 },
    gradients: { ...settings.gradients, accumulate: 1, doubleEvery: 0 },
    earlyStopping: { ...settings.earlyStopping, isOn: false },
  };
}

/** Batches as a run takes them; when all samples have been seen, they are shuffled anew. */
function indicesOf({ samples, settings }: RateTest, step: number): Uint32Array {
  const perEpoch = Math.max(1, Math.ceil(samples.length / settings.batchSize));
  const order = epochOrder(samples, settings.seed, Math.floor(step / perEpoch));
  const at = (step % perEpoch) * settings.batchSize;
  return order.subarray(at, at + settings.batchSize);
}
