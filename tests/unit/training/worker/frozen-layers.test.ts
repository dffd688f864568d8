/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import { applyCommand } from '@/lib/document/apply-command';
import type { Document } from '@/lib/document/document';
import { buildChain } from '@/lib/document/templates/build-chain';
import { buildModel } from '@/lib/training/worker/build-model';
import { createLearner } from '@/lib/training/worker/learner';
import { createObjective } from '@/lib/training/worker/objective';

const DESIGN = buildChain('Frozen', [
  ['input', { shape: [4, 4, 1] }],
  ['conv2d', { filters: 2 }],
  ['batch_norm'],
  ['relu'],
  ['flatten'],
  ['dense', { units: 3 }],
  ['softmax'],
]);

const WEIGHTED = ['conv2d_1', 'batch_norm_1', 'dense_1'];

function frozenAt(frozen: readonly string[]): Document {
  return applyCommand(DESIGN, { kind: 'set-training', settings: { frozen } });
}

function planOf(document: Document) {
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error('the design has errors');
  return plan.value;
}

/** The layers of which any weight is another after three steps, and what the network gave in them. */
async function learnedWith(frozen: readonly string[]) {
  const document = frozenAt(frozen);
  const plan = planOf(document);
  const model = await buildModel(plan, kerasJson(plan, 3));
  const head = { target: 0, kind: 'classes', loss: document.training.loss, weight: 1, classWeights: null } as const;
  const objective = createObjective(model, [head], document.training.lossOptions);
  const learner = createLearner({ model, objective, settings: document.training });
  const read = () => Promise.all(WEIGHTED.map((name) => weightsOf(model, name)));
  const before = await read();
  const inputs = tf.randomNormal([6, 4, 4, 1], 2, 3, 'float32', 5);
  const targets = [tf.oneHot(tf.tensor1d([0, 1, 2, 0, 1, 2], 'int32'), 3) as tf.Tensor2D];
  const outputs = objective.outputs(inputs, { training: true });
  for (let batch = 0; batch < 3; batch += 1) learner.step({ inputs, targets }, { epoch: 0, batch, batches: 3 });
  const after = await read();
  const changed = WEIGHTED.filter((_, index) => String(before[index]) !== String(after[index]));
  return { changed, before, after, outputs: Array.from((await outputs[0]?.data()) ?? []) };
}

async function weightsOf(model: tf.LayersModel, layer: string): Promise<readonly (readonly number[])[]> {
  const { weights } = model.getLayer(layer);
  return Promise.all(weights.map(async (weight) => Array.from(await weight.read().data())));
}

describe('frozen layers', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it('all learn where none is frozen', async () => {
    expect((await learnedWith([])).changed).toEqual(WEIGHTED);
  });

  it.each([[['conv2d_1']], [['batch_norm_1']], [['conv2d_1', 'batch_norm_1']], [['dense_1']]])(
    'keep every weight bit for bit: %s',
    async (frozen) => {
      const { changed } = await learnedWith(frozen);
      expect(changed).toEqual(WEIGHTED.filter((name) => !frozen.includes(name)));
    },
  );

  it('go by the statistics they keep, as Keras does, and not by those of the batch', async () => {
    const [free, held] = [await learnedWith([]), await learnedWith(['batch_norm_1'])];
    expect(held.before).toEqual(free.before);
    expect(held.outputs).not.toEqual(free.outputs);
  });

  it('are what TensorFlow.js does not hold by itself', async () => {
    // When this fails with a new version, hold-statistics.ts is no longer needed.
    const layer = tf.layers.batchNormalization({ trainable: false });
    layer.apply(tf.ones([2, 3]).mul(5), { training: true });
    const mean = layer.getWeights()[2];
    expect(Array.from((await mean?.data()) ?? [])).not.toEqual([0, 0, 0]);
  });

  it('do not count as trainable', () => {
    const [all, some] = [frozenAt([]), frozenAt(['conv2d_1'])].map((document) => analyze(document, null).totals);
    expect((all?.trainableParams ?? 0) - (some?.trainableParams ?? 0)).toBe(2 * 9 + 2);
    expect(some?.params).toBe(all?.params);
  });
});
