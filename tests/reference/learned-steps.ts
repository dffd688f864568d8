import * as tf from '@tensorflow/tfjs';
import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import { createLearner } from '@/lib/training/worker/learner';
import { createObjective } from '@/lib/training/worker/objective';
import { BATCH_SIZE, BATCHES, batchInputs, batchTargets, SIZES, startWeights, STEPS, type StepsCase } from './cases';
import type { StepsResult } from './reference-steps';

/** The same ten steps by the product, on the backend in use. */
export async function learnedSteps(settings: StepsCase): Promise<StepsResult> {
  const model = network(settings);
  const head = { target: 0, kind: settings.kind, loss: settings.loss, weight: 1, classWeights: settings.classWeights };
  const learner = createLearner({
    model,
    objective: createObjective(model, [head], settings.lossOptions),
    settings: { ...DEFAULT_TRAINING, ...settings, epochs: STEPS / BATCHES },
  });
  const losses: tf.Scalar[] = [];
  for (let at = 0; at < STEPS; at += 1) {
    const place = { epoch: Math.floor(at / BATCHES), batch: at % BATCHES, batches: BATCHES };
    const inputs = tf.tensor2d([...batchInputs(place.batch)], [BATCH_SIZE, SIZES.inputs]);
    const targets = [tf.tensor2d([...batchTargets(place.batch, settings.kind)], [BATCH_SIZE, SIZES.outputs])];
    const { loss, score } = learner.step({ inputs, targets }, place);
    losses.push(loss);
    tf.dispose([inputs, ...targets, score]);
  }
  const values = tf.tidy(() => tf.stack(losses));
  const read = Array.from(await values.data());
  const weights = await Promise.all(model.getWeights().map(async (weight) => Array.from(await weight.data())));
  tf.dispose([...losses, values]);
  learner.dispose();
  model.dispose();
  return { losses: read, weights };
}

function network({ ending }: StepsCase): tf.LayersModel {
  const input = tf.input({ shape: [SIZES.inputs] });
  const hidden = tf.layers.dense({ units: SIZES.hidden, activation: 'tanh' }).apply(input) as tf.SymbolicTensor;
  const logits = tf.layers.dense({ units: SIZES.outputs }).apply(hidden) as tf.SymbolicTensor;
  const end = ending === 'none' ? logits : tf.layers.activation({ activation: ending }).apply(logits);
  const model = tf.model({ inputs: input, outputs: end as tf.SymbolicTensor });
  const values = startWeights();
  const tensors = model.getWeights().map((weight, index) => tf.tensor([...(values[index] ?? [])], weight.shape));
  model.setWeights(tensors);
  tf.dispose(tensors);
  return model;
}
