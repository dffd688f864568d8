import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Document } from '@/lib/document/document';
import { buildLectureMnist } from '@/lib/document/templates/lecture-mnist';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import '@/lib/training/worker/custom-layers';
import { randomNetwork } from './random-network';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function planOf(document: Document): ModelPlan | null {
  const plan = compile(document, analyze(document, null));
  return plan.ok ? plan.value : null;
}

type ModelJson = Parameters<typeof tf.models.modelFromJSON>[0];

/** Through text, as it would come from a file or a message. */
async function build(plan: ModelPlan, seed: number): Promise<tf.LayersModel> {
  const json: unknown = JSON.parse(JSON.stringify(kerasJson(plan, seed)));
  return tf.models.modelFromJSON(json as ModelJson);
}

function expectAgreement(plan: ModelPlan, model: tf.LayersModel): void {
  expect(model.countParams()).toBe(plan.params);
  for (const planned of plan.layers) {
    const layer = model.getLayer(planned.name);
    expect((layer.outputShape as tf.Shape).slice(1)).toEqual(planned.outputShape);
    expect(layer.weights.map(({ shape }) => shape)).toEqual(planned.weights.map(({ shape }) => shape));
    expect(layer.trainableWeights).toHaveLength(planned.weights.filter(({ trainable }) => trainable).length);
  }
}

async function weightsOf(document: Document, seed: number): Promise<readonly (readonly number[])[]> {
  const plan = planOf(document);
  if (plan === null) throw new Error('the design has errors');
  const model = await build(plan, seed);
  const kernels = model.weights.filter(({ name }) => name.includes('kernel'));
  const values = await Promise.all(kernels.map((weight) => weight.read().array()));
  model.dispose();
  return values.map((value) => (value as number[][]).flat(Infinity) as number[]);
}

describe('the Keras model of a plan', () => {
  it.each([
    ['LeNet-5', buildLenet5],
    ['the lecture’s network', buildLectureMnist],
    ['the tiny ResNet', buildTinyResnet],
  ])('%s: tfjs builds the shapes and counts of the plan, and it gives finite probabilities', async (_, template) => {
    const plan = planOf(template());
    if (plan === null) throw new Error('the template has errors');
    const model = await build(plan, 1);
    expectAgreement(plan, model);
    const output = model.predict(tf.ones([1, ...plan.inputShape])) as tf.Tensor;
    const probabilities = [...(await output.data())];
    expect(probabilities).toHaveLength(10);
    expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
    model.dispose();
  });

  it('agrees with tfjs on shapes, weights and counts for networks with branches and odd parameters', async () => {
    await fc.assert(
      fc.asyncProperty(randomNetwork, async (document) => {
        const plan = planOf(document);
        fc.pre(plan !== null);
        const model = await build(plan, 7);
        expectAgreement(plan, model);
        const output = model.predict(tf.ones([1, ...plan.inputShape])) as tf.Tensor;
        expect(output.shape).toEqual([1, ...plan.outputShape]);
        tf.dispose(output);
        model.dispose();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('gives the same weights for the same seed and others for another', async () => {
    const [once, again, other] = await Promise.all([1, 1, 2].map((seed) => weightsOf(buildLenet5(), seed)));
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });

  it('gives every layer a seed of its own, so that equal layers start differently', async () => {
    const kernels = await weightsOf(buildTinyResnet(), 3);
    const starts = kernels.map((values) => values.slice(0, 8).join());
    expect(new Set(starts).size).toBe(kernels.length);
  });
});
