import * as tf from '@tensorflow/tfjs';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Document } from '@/lib/document/document';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { KERAS_CLASSES } from '@/lib/layers/keras-classes';
import { notesOf, saveModel } from '@/lib/interop/write/save-model';
import { buildModel, readWeights } from '@/lib/training/worker/build-model';
import { randomDesign } from '@/tests/golden/random-design';
import { nodeHdf5 } from '@/tests/unit/interop/node-hdf5';

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tf.setBackend('cpu');
});

function planOf(document: Document): ModelPlan {
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error(`${document.name} does not compile`);
  return plan.value;
}

function isOurs(className: string): boolean {
  const entries: Readonly<Record<string, { readonly custom: boolean } | undefined>> = KERAS_CLASSES;
  return entries[className]?.custom === true;
}

/** As `tf.loadLayersModel` reads a model.json and its shards from a server. */
async function loadFiles(files: Awaited<ReturnType<typeof saveModel>>): Promise<tf.LayersModel> {
  const [json, ...shards] = files;
  const model = JSON.parse(json?.content as string) as tf.io.ModelJSON;
  const weightData = await new Blob(shards.map(({ content }) => content)).arrayBuffer();
  const weightSpecs = model.weightsManifest.flatMap(({ weights }) => weights);
  return tf.loadLayersModel({ load: () => Promise.resolve({ ...model, weightSpecs, weightData }) });
}

const designs: readonly (readonly [string, Document])[] = [
  ['LeNet-5', buildLenet5()],
  ['a small residual network', buildTinyResnet()],
  ...Array.from({ length: 12 }, (_, seed) => [`random design ${seed}`, randomDesign(seed)] as const),
];

describe.each(designs)('the TensorFlow.js files of %s', (_, document) => {
  it('load in TensorFlow.js itself and compute what the design computes here', async () => {
    const plan = planOf(document);
    const here = await buildModel(plan, kerasJson(plan, 7));
    const order = { document, plan, format: 'tfjs', weights: await readWeights(plan, here) } as const;
    const there = await loadFiles(await saveModel(order, { hdf5: nodeHdf5, now: '2026-01-01T00:00:00Z' }));
    const input = tf.randomUniform([2, ...plan.inputShape], -1, 1, 'float32', 3);
    const [mine, theirs] = [here.predict(input), there.predict(input)].map((output) =>
      (output as tf.Tensor).dataSync(),
    );
    expect(theirs?.length).toBe(mine?.length);
    mine?.forEach((value, index) => expect(Math.abs(value - (theirs?.[index] ?? NaN))).toBeLessThan(1e-5));
    const own = notesOf(order).flatMap(({ code, values }) => (code === 'save/own-class' ? [values.className] : []));
    const written = there.layers.map((layer) => layer.getClassName());
    // TensorFlow.js has these two itself; ours only take a seed besides.
    const ours = written.filter((name) => isOurs(name) && !['GaussianNoise', 'Dropout'].includes(name));
    expect(ours.filter((name) => !own.includes(name))).toEqual([]);
  });
});
