import type { JsonObject } from '@/lib/core/json';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Document } from '@/lib/document/document';
import { buildAlexnet } from '@/lib/document/templates/alexnet';
import { buildChain } from '@/lib/document/templates/build-chain';
import { buildLenet5 } from '@/lib/document/templates/lenet5';

export type NetworkName =
  'AlexNet' | 'with normalization, 28 × 28' | 'LeNet-5' | 'dense 784-32-10' | 'LeNet-5 with max pooling';

export interface Network {
  readonly document: Document;
  readonly plan: ModelPlan;
  readonly model: JsonObject;
}

const DOCUMENTS: Readonly<Record<NetworkName, () => Document>> = {
  AlexNet: buildAlexnet,
  'LeNet-5': buildLenet5,
  'dense 784-32-10': () =>
    buildChain('dense', [
      ['input', { shape: [28, 28, 1] }],
      ['flatten'],
      ['dense', { units: 32 }],
      ['relu'],
      ['dense', { units: 10 }],
      ['softmax'],
    ]),
  // What the lecture's networks have not: normalization, means as pooling, dropout, padded convolutions of many channels.
  'with normalization, 28 × 28': () =>
    buildChain('with normalization', [
      ['input', { shape: [28, 28, 1] }],
      ['conv2d', { filters: 32, padding: 'same' }],
      ['batch_norm'],
      ['relu'],
      ['avg_pool2d'],
      ['conv2d', { filters: 64, padding: 'same' }],
      ['batch_norm'],
      ['relu'],
      ['max_pool2d'],
      ['dropout'],
      ['flatten'],
      ['dense', { units: 128 }],
      ['relu'],
      ['dense', { units: 10 }],
      ['softmax'],
    ]),
  // The way the network is most often written now, and the one that needs every kernel of ours.
  'LeNet-5 with max pooling': () =>
    buildChain('LeNet-5 with max pooling', [
      ['input', { shape: [28, 28, 1] }],
      ['conv2d', { filters: 6, kernelSize: [5, 5], padding: 'same' }],
      ['relu'],
      ['max_pool2d'],
      ['conv2d', { filters: 16, kernelSize: [5, 5] }],
      ['relu'],
      ['max_pool2d'],
      ['flatten'],
      ['dense', { units: 120 }],
      ['relu'],
      ['dense', { units: 84 }],
      ['relu'],
      ['dense', { units: 10 }],
      ['softmax'],
    ]),
};

export function network(name: NetworkName): Network {
  const document = DOCUMENTS[name]();
  const compiled = compile(document, analyze(document, null));
  if (!compiled.ok) throw new Error(`${name} does not compile: ${JSON.stringify(compiled.error)}`);
  return { document, plan: compiled.value, model: kerasJson(compiled.value, document.training.seed) };
}
