import * as tf from '@tensorflow/tfjs';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import type { ModelPlan } from '@/lib/compile/plan';
import { applyCommand } from '@/lib/document/apply-command';
import type { Document } from '@/lib/document/document';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import type { WeightStorage } from '@/lib/platform/design-weights';
import { createStartChoice } from '@/lib/state/start-choice';
import { buildModel, readWeights, writeStartWeights } from '@/lib/training/worker/build-model';

const lenet = buildLenet5();

function planOf(document: Document): ModelPlan {
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error('the design has mistakes');
  return plan.value;
}

/** Weights of the whole plan that no drawing would give. */
function marked(plan: ModelPlan): readonly NamedTensor[] {
  return plan.layers.flatMap(({ name, weights }) =>
    weights.map(({ name: weight, shape }) => {
      const count = shape.reduce((product, size) => product * size, 1);
      return { name: `${name}/${weight}`, shape, values: new Float32Array(count).fill(0.125) };
    }),
  );
}

function storageOf(weights: readonly NamedTensor[] | null): WeightStorage {
  return { read: () => Promise.resolve(weights), write: () => Promise.resolve(true), remove: () => Promise.resolve() };
}

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tf.setBackend('cpu');
});

test('a run goes on from all the weights of a design that was not changed since', async () => {
  const plan = planOf(lenet);
  const start = await createStartChoice(storageOf(marked(plan))).weightsFor('design', plan);
  expect(start?.map(({ name }) => name)).toEqual(marked(plan).map(({ name }) => name));
});

test('a run starts anew where a person chose so, or where there are no weights', async () => {
  const plan = planOf(lenet);
  const choice = createStartChoice(storageOf(marked(plan)));
  choice.choose('design', false);
  expect(await choice.weightsFor('design', plan)).toBeNull();
  expect(await choice.weightsFor('another', plan)).not.toBeNull();
  choice.choose('design', true);
  expect(await choice.weightsFor('design', plan)).not.toBeNull();
  expect(await createStartChoice(storageOf(null)).weightsFor('design', plan)).toBeNull();
});

test('a layer whose shapes changed starts anew as a whole, and the one behind it too', async () => {
  const wider = applyCommand(lenet, { kind: 'set-param', node: 'dense_1', param: 'units', value: 99 });
  const kept = marked(planOf(lenet));
  const start = await createStartChoice(storageOf(kept)).weightsFor('design', planOf(wider));
  const missing = kept.map(({ name }) => name).filter((name) => !start?.some((tensor) => tensor.name === name));
  expect(missing).toEqual(['dense_1/kernel', 'dense_1/bias', 'dense_2/kernel', 'dense_2/bias']);
});

test('the model has the given weights in the layers they are given for, and its own start values in the others', async () => {
  const plan = planOf(lenet);
  const model = await buildModel(plan, kerasJson(plan, 1));
  const before = await readWeights(plan, model);
  writeStartWeights(
    plan,
    model,
    marked(plan).filter(({ name }) => name.startsWith('dense_1/')),
  );
  const after = await readWeights(plan, model);
  after.forEach(({ name, values }, index) => {
    if (name.startsWith('dense_1/')) expect(values.every((value) => value === 0.125)).toBe(true);
    else expect(values).toEqual(before[index]?.values);
  });
  model.dispose();
});
