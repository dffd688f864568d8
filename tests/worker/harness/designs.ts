import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Document } from '@/lib/document/document';
import { addChain, buildChain, createBuilder } from '@/lib/document/templates/build-chain';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { randomDesign } from '@/tests/golden/random-design';
import type { Network } from './networks';

const SEED = 7;

/** Designs to look into, by name; or the seed of one with layers of every type. */
const DOCUMENTS = {
  'LeNet-5': buildLenet5,
  'blocks in a row, with a way around': blocks,
  sequences,
} satisfies Readonly<Record<string, () => Document>>;
export type DesignName = keyof typeof DOCUMENTS | number;

export function designed(name: DesignName): Network {
  const document = typeof name === 'number' ? randomDesign(name) : DOCUMENTS[name]();
  const compiled = compile(document, analyze(document, null));
  if (!compiled.ok) throw new Error(`${name} does not compile`);
  return { plan: compiled.value, model: kerasJson(compiled.value, SEED) };
}

/** The same network as far as one of its layers, whose output becomes the network's. */
export function cutOff(plan: ModelPlan, name: string): Network {
  const wanted = new Set([name]);
  const layers = [...plan.layers].reverse().filter((layer) => {
    if (wanted.has(layer.name)) for (const input of layer.inputs) wanted.add(input);
    return wanted.has(layer.name);
  });
  const outputShape = layers[0]?.outputShape ?? [];
  const short = { ...plan, layers: layers.reverse(), outputs: [name], outputShape };
  return { plan: short, model: kerasJson(short, SEED) };
}

function blocks(): Document {
  const builder = createBuilder('blocks');
  const residual = builder.block('residual', (inside, input) => {
    const way = addChain(inside, [['conv2d', { filters: 4, padding: 'same' }], ['batch_norm'], ['relu']], input);
    return inside.add('add', {}, input, way);
  });
  const start = addChain(builder, [
    ['input', { shape: [8, 8, 1] }],
    ['conv2d', { filters: 4, padding: 'same' }],
  ]);
  const end = builder.use(residual, { repeat: 2 }, start);
  addChain(builder, [['dropout'], ['global_avg_pool2d'], ['dense', { units: 4 }], ['softmax']], end);
  return builder.build();
}

function sequences(): Document {
  return buildChain('sequences', [
    ['input', { shape: [6] }],
    ['embedding', { vocabulary: 5, width: 4 }],
    ['position_embedding'],
    ['conv1d', { filters: 3, kernelSize: 3 }],
    ['lstm', { units: 5, returnSequences: true }],
    ['multi_head_attention', { heads: 2, keyDim: 3 }],
    ['gru', { units: 4 }],
    ['dense', { units: 2 }],
    ['softmax'],
  ]);
}
