/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import { OPTIMIZERS, type OptimizerName } from '@/lib/core/learning';
import { DEFAULT_TRAINING, type TrainingSettings } from '@/lib/document/training-settings';
import { createLearner } from '@/lib/training/worker/learner';
import { createObjective, type ObjectiveHead } from '@/lib/training/worker/objective';

const BATCHES = 3;
const CLASSES = {
  target: 0,
  kind: 'classes',
  loss: 'categorical-cross-entropy',
  weight: 1,
  classWeights: null,
} as const;

function network(): tf.LayersModel {
  const input = tf.input({ shape: [4] });
  const hidden = tf.layers
    .dense({
      units: 5,
      activation: 'tanh',
      name: 'hidden',
      kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }),
    })
    .apply(input) as tf.SymbolicTensor;
  const end = tf.layers
    .dense({ units: 3, name: 'end', kernelInitializer: tf.initializers.glorotUniform({ seed: 2 }) })
    .apply(hidden) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: end });
}

function settingsWith(changes: Partial<TrainingSettings>): TrainingSettings {
  return { ...DEFAULT_TRAINING, epochs: 4, ...changes };
}

function learning(settings: TrainingSettings) {
  const model = network();
  const objective = createObjective(model, [CLASSES], settings.lossOptions);
  return { model, learner: createLearner({ model, objective, settings }) };
}

type Learning = ReturnType<typeof learning>;

function learn({ learner }: Learning, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const [epoch, batch] = [Math.floor(at / BATCHES), at % BATCHES];
    const inputs = tf.randomUniform([6, 4], -1, 1, 'float32', batch + 1);
    const targets = [tf.tidy(() => tf.cast(tf.oneHot([0, 1, 2, 2, 1, 0], 3), 'float32') as tf.Tensor2D)];
    const { loss, score } = learner.step({ inputs, targets }, { epoch, batch, batches: BATCHES });
    tf.dispose([inputs, ...targets, loss, score]);
    if (batch === BATCHES - 1) learner.endEpoch({ loss: 1 / 3 + epoch, score: 0.1 });
  }
}

async function weightsOf({ model }: Learning): Promise<readonly (readonly number[])[]> {
  return Promise.all(model.getWeights().map(async (weight) => Array.from(await weight.data())));
}

function setWeights({ model }: Learning, weights: readonly (readonly number[])[]): void {
  model.setWeights(model.getWeights().map((weight, index) => tf.tensor([...(weights[index] ?? [])], weight.shape)));
}

const HARD: Partial<TrainingSettings> = {
  gradients: { clipping: 'norm', clipAt: 0.3, accumulate: 2, doubleEvery: 2 },
  schedule: { ...DEFAULT_TRAINING.schedule, name: 'plateau', patience: 1, warmup: 0.5 },
  earlyStopping: { ...DEFAULT_TRAINING.earlyStopping, isOn: true },
};

function hard(name: OptimizerName): TrainingSettings {
  return settingsWith({ ...HARD, optimizer: { ...DEFAULT_TRAINING.optimizer, name, weightDecay: 0.01 } });
}

describe('a learner', () => {
  beforeAll(() => tf.setBackend('cpu'));

  // After four batches of two epochs: gradients of one batch wait for their step.
  it.each(OPTIMIZERS)('goes on with %s bit for bit as if it had never been interrupted', async (name) => {
    const whole = learning(hard(name));
    learn(whole, 0, 10);
    const first = learning(hard(name));
    learn(first, 0, 4);
    const [state, weights] = [await first.learner.state(), await weightsOf(first)];
    // What comes after the reading is not in it.
    learn(first, 4, 6);
    const second = learning(hard(name));
    setWeights(second, weights);
    second.learner.restore(state);
    learn(second, 4, 10);
    expect(await weightsOf(second)).toEqual(await weightsOf(whole));
    expect(second.learner.takeBest()).toBe(whole.learner.takeBest());
    expect(await weightsOf(second)).toEqual(await weightsOf(whole));
  });

  it('says in its state what waits', async () => {
    const one = learning(hard('adam'));
    learn(one, 0, 4);
    const { numbers, tensors } = await one.learner.state();
    // Of three batches, two made a step and the rest at the end of the epoch another.
    expect(numbers).toEqual({ steps: 2, waiting: 1 });
    expect(tensors.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['slots/hidden/0/first', 'sums/end/1', 'best/hidden/0', 'epochs']),
    );
  });

  it('puts the weights of the best epoch back, and leaves them where early stopping is off', async () => {
    for (const isOn of [true, false]) {
      const one = learning(settingsWith({ earlyStopping: { ...DEFAULT_TRAINING.earlyStopping, isOn } }));
      learn(one, 0, BATCHES);
      const afterFirst = await weightsOf(one);
      learn(one, BATCHES, 4 * BATCHES);
      const atEnd = await weightsOf(one);
      expect(one.learner.takeBest()).toBe(isOn ? 0 : null);
      expect(await weightsOf(one)).toEqual(isOn ? afterFirst : atEnd);
      expect(atEnd).not.toEqual(afterFirst);
    }
  });

  it('leaves no tensors behind', () => {
    const before = tf.memory().numTensors;
    const one = learning(hard('adadelta'));
    learn(one, 0, 2 * BATCHES);
    one.learner.takeBest();
    one.learner.dispose();
    one.model.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('several outputs', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it('add their losses by their weights, and one of them can be the input itself', async () => {
    const input = tf.input({ shape: [2] });
    const constant = (bias: number[], name: string) =>
      tf.layers
        .dense({ units: 2, name, kernelInitializer: 'zeros', weights: [tf.zeros([2, 2]), tf.tensor1d(bias)] })
        .apply(input) as tf.SymbolicTensor;
    const model = tf.model({ inputs: input, outputs: [constant([1, 3], 'box'), constant([2, 2], 'again')] });
    const heads: ObjectiveHead[] = [
      { target: 0, kind: 'values', loss: 'mean-absolute-error', weight: 2, classWeights: null },
      { target: 'input', kind: 'values', loss: 'mean-squared-error', weight: 0.5, classWeights: null },
    ];
    const objective = createObjective(model, heads, { labelSmoothing: 0, huberDelta: 1 });
    const batch = { inputs: tf.tensor2d([[2, 5]]), targets: [tf.tensor2d([[0, 1]])] };
    const outputs = objective.outputs(batch.inputs, { training: false });
    // |1 − 0| and |3 − 1|; (2 − 2)² and (2 − 5)².
    const [absolute, squared] = [(1 + 2) / 2, (0 + 9) / 2];
    expect((await objective.loss(outputs, batch).data())[0]).toBeCloseTo(2 * absolute + 0.5 * squared, 6);
    const figures = Array.from(await objective.figures(outputs, batch).data());
    expect(figures).toEqual([absolute, absolute, squared, (0 + 3) / 2]);
    expect(objective.scoreKind).toBe('mean-absolute-error');
  });
});
