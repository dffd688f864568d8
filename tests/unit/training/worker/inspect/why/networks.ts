import * as tf from '@tensorflow/tfjs';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import type { ModelPlan } from '@/lib/compile/plan';
import { createRandom } from '@/lib/core/random';
import type { Document } from '@/lib/document/document';
import { buildChain, createBuilder } from '@/lib/document/templates/build-chain';
import type { AttributeRequest, ExciteRequest, InspectEvent } from '@/lib/training/inspect/protocol';
import { createInspectNetwork, type InspectNetwork } from '@/lib/training/worker/inspect/network';
import type { WhyWork } from '@/lib/training/worker/inspect/why/why-work';
import { unitScaler, type Scaler } from '@/lib/training/worker/scaler';
import type { Kernel, SmallWeights } from './by-hand';

export const CHAIN = buildChain('Chain', [
  ['input', { shape: [8, 8, 2] }],
  ['conv2d', { filters: 3, kernelSize: [3, 3], padding: 'valid' }],
  ['relu'],
  ['max_pool2d'],
  ['conv2d', { filters: 4, kernelSize: [2, 2], padding: 'valid' }],
  ['relu'],
  ['flatten'],
  ['dense', { units: 3 }],
  ['softmax'],
]);

/** A way around the second convolution. */
export function branchDesign(): Document {
  const { add, build } = createBuilder('Branch');
  const input = add('input', { shape: [6, 5, 1] });
  const first = add('conv2d', { filters: 3, kernelSize: [3, 3], padding: 'same' }, input);
  const relu1 = add('relu', {}, first);
  const second = add('conv2d', { filters: 3, kernelSize: [3, 3], padding: 'same' }, relu1);
  const sum = add('add', {}, relu1, second);
  const relu2 = add('relu', {}, sum);
  const mean = add('global_avg_pool2d', {}, relu2);
  add('softmax', {}, add('dense', { units: 4 }, mean));
  return build();
}

export function planOf(design: Document): ModelPlan {
  const plan = compile(design, analyze(design, null));
  if (!plan.ok) throw new Error('the design has errors');
  return plan.value;
}

/** With biases that are not zero, so that a forgotten one shows. */
export async function networkOf(
  plan: ModelPlan,
  options: { readonly seed: number; readonly scaler?: Scaler },
): Promise<InspectNetwork> {
  const { seed, scaler = unitScaler } = options;
  const network = await createInspectNetwork({ plan, json: kerasJson(plan, seed), weights: null, scaler });
  for (const [index, variable] of network.model.weights.entries()) {
    if (variable.name.includes('bias'))
      variable.write(tf.tensor(noise(variable.shape[0] ?? 1, seed + index), [variable.shape[0] ?? 1]));
  }
  return network;
}

export function noise(size: number, seed: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: size }, () => (random.next() / 2 ** 32 - 0.5) * 0.4);
}

export function picture(size: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: size }, () => random.next() / 2 ** 32);
}

/** Nothing is stopped; what is told is kept. */
export function workOn(network: InspectNetwork): WhyWork & { readonly events: readonly InspectEvent[] } {
  const events: InspectEvent[] = [];
  return { network, between: () => Promise.resolve(true), emit: (event) => void events.push(event), events };
}

export const ATTRIBUTE = {
  cell: null,
  at: null,
  through: null,
  patch: 2,
  stride: 1,
  fill: 'grey',
} as const satisfies Partial<AttributeRequest>;

export const EXCITE: Omit<ExciteRequest, 'unit' | 'seed'> = {
  ...{ cell: null, steps: 20, learningRate: 0.05, withinRange: false, decay: 0 },
  ...{ blurRadius: 0, blurEvery: 0, jitter: 0, clipSmallNorm: 0, clipSmallContribution: 0 },
};

export async function smallWeights({ model }: InspectNetwork): Promise<SmallWeights> {
  const read = async (name: string): Promise<readonly ArrayLike<number>[]> =>
    Promise.all(model.getLayer(name).weights.map((weight) => weight.read().data()));
  const kernel = async (name: string, side: number, from: number, to: number): Promise<Kernel> => {
    const [weights = [], bias = []] = await read(name);
    return { side, from, to, weights, bias };
  };
  const [weights = [], bias = []] = await read('dense_1');
  return {
    first: await kernel('conv2d_1', 3, 2, 3),
    second: await kernel('conv2d_2', 2, 3, 4),
    dense: { weights, bias, classes: 3 },
  };
}
