import type { ProblemCode } from '@/lib/core/problem';
import { INPUT_TARGET } from '@/lib/core/learning';
import { addChain } from '@/lib/document/templates/build-chain';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import type { Case } from './case';
import { change, chain, design, MNIST } from './designs';

const image = ['input', { shape: [28, 28, 1] }] as const;
const lenet = buildLenet5();

/** Layers that are joined in ways that make no network. */
export const TOPOLOGY_CASES = {
  'topology/cycle': {
    what: 'a way round',
    document: change(lenet, { kind: 'connect', source: 'tanh_2', target: 'conv2d_1' }),
    place: { kind: 'edge', edge: 'edge_14', node: 'conv2d_1' },
    values: { layers: ['conv2d_1', 'tanh_1', 'max_pool2d_1', 'conv2d_2', 'tanh_2'] },
    fixes: ['remove-edge'],
  },
  'topology/missing-input': {
    what: 'a layer nothing leads to',
    document: change(lenet, { kind: 'add-layer', type: 'dense' }),
    place: { kind: 'node', node: 'dense_4' },
    values: {},
    fixes: ['remove-layer'],
  },
  'topology/too-few-inputs': {
    what: 'a sum of one',
    document: chain(image, ['add'], ['flatten']),
    place: { kind: 'node', node: 'add_1' },
    values: { got: 1, least: 2 },
    fixes: ['remove-layer'],
  },
  'topology/extra-input': {
    what: 'a second input of a convolution',
    document: change(lenet, { kind: 'connect', source: 'input_1', target: 'conv2d_2' }),
    place: { kind: 'edge', edge: 'edge_14', node: 'conv2d_2' },
    values: { got: 2, most: 1 },
    fixes: ['remove-edge'],
  },
  'topology/unreachable': {
    what: 'layers behind one that has no input',
    document: change(
      lenet,
      { kind: 'add-layer', type: 'conv2d' },
      { kind: 'add-layer', type: 'relu', after: 'conv2d_3' },
      { kind: 'add-layer', type: 'sigmoid', after: 'relu_1' },
    ),
    place: { kind: 'node', node: 'relu_1' },
    values: {},
    fixes: ['remove-branch'],
  },
  'topology/no-input-layer': {
    what: 'layers without an input layer',
    document: chain(['conv2d'], ['relu'], ['flatten'], ['dense', { units: 10 }], ['softmax']),
    task: MNIST,
    place: { kind: 'document' },
    values: {},
    fixes: ['add-input'],
  },
  'topology/several-inputs': {
    what: 'two input layers',
    document: design((builder) => {
      const [left, right] = [builder.add('input'), builder.add('input')];
      const both = builder.add('concatenate', {}, builder.add('relu', {}, left), right);
      addChain(builder, [['flatten'], ['dense', { units: 10 }], ['softmax']], both);
    }),
    task: MNIST,
    place: { kind: 'node', node: 'input_2' },
    values: { count: 2 },
    fixes: ['join-inputs'],
  },
  'task/several-outputs': {
    what: 'a class and a box, where a data set has classes only',
    document: change(
      design((builder) => {
        const trunk = builder.add('flatten', {}, builder.add(...image));
        builder.add('softmax', {}, builder.add('dense', { units: 10 }, trunk));
        builder.add('dense', { units: 4 }, trunk);
      }),
      { kind: 'set-outputs', nodes: ['softmax_1', 'dense_2'] },
    ),
    task: MNIST,
    place: { kind: 'node', node: 'dense_2' },
    values: { count: 2, dataset: 'MNIST' },
    fixes: ['keep-output', 'keep-output'],
    // The box alone gives four values.
    reveals: ['task/output-units'],
  },
  'task/output-shape': {
    what: 'an autoencoder that ends in a vector',
    document: change(lenet, {
      kind: 'set-training',
      settings: { heads: { softmax_1: { target: INPUT_TARGET, loss: 'mean-squared-error', weight: 1 } } },
    }),
    task: MNIST,
    place: { kind: 'node', node: 'softmax_1' },
    values: { expected: [28, 28, 1], got: [10], target: INPUT_TARGET },
    fixes: ['set-target'],
  },
  'task/unknown-target': {
    what: 'an output that learns what another data set has',
    document: change(lenet, {
      kind: 'set-training',
      settings: { heads: { softmax_1: { target: 'breed', loss: 'hinge', weight: 1 } } },
    }),
    task: MNIST,
    place: { kind: 'node', node: 'softmax_1' },
    values: { target: 'breed', dataset: 'MNIST' },
    fixes: ['set-target'],
  },
  'task/loss-target': {
    what: 'numbers compared by a loss of classes',
    document: lenet,
    task: { ...MNIST, targets: [{ name: 'angles', kind: 'values', width: 10 }] },
    place: { kind: 'node', node: 'softmax_1' },
    values: { areLabels: false, target: 'angles' },
    fixes: ['set-loss'],
  },
  'task/hinge-with-mixup': {
    what: 'pictures mixed of two, under a loss of one right class',
    document: change(lenet, {
      kind: 'set-training',
      settings: { loss: 'hinge', augmentation: { ...lenet.training.augmentation, isOn: true, mixup: 0.2 } },
    }),
    task: MNIST,
    place: { kind: 'node', node: 'softmax_1' },
    values: {},
    fixes: ['set-loss', 'leave-out-mixup'],
  },
  'topology/several-outputs': {
    what: 'two ends, neither of them a softmax',
    document: design((builder) => {
      const input = builder.add(...image);
      builder.add('relu', {}, input);
      builder.add('tanh', {}, input);
    }),
    place: { kind: 'node', node: 'relu_1' },
    values: { layers: ['relu_1', 'tanh_1'] },
    fixes: ['keep-output', 'keep-output', 'all-outputs'],
  },
  'topology/unused-output': {
    what: 'a branch that ends in nothing beside the softmax',
    document: change(
      lenet,
      { kind: 'add-layer', type: 'relu' },
      { kind: 'connect', source: 'conv2d_1', target: 'relu_1' },
      { kind: 'add-layer', type: 'flatten', after: 'relu_1' },
    ),
    place: { kind: 'node', node: 'flatten_2' },
    values: {},
    fixes: ['remove-branch', 'add-output'],
  },
} as const satisfies { readonly [C in ProblemCode]?: Case };
