import type { ProblemCode } from '@/lib/core/problem';
import type { Case } from './case';
import { chain, design } from './designs';

const image = ['input', { shape: [28, 28, 1] }] as const;

/** Layers that join inputs, or lay values out anew. */
export const REARRANGING_CASES = {
  'shape/merge-unequal': {
    what: 'a mean of different sizes',
    document: design((builder) => {
      const input = builder.add(...image);
      const main = builder.add('relu', {}, builder.add('conv2d', { filters: 8, padding: 'same' }, input));
      builder.add('average', {}, main, input);
    }),
    place: { kind: 'edge', edge: 'edge_4', node: 'average_1' },
    values: {
      shapes: [
        [28, 28, 8],
        [28, 28, 1],
      ],
    },
    fixes: ['project'],
  },
  'shape/multiply-unequal': {
    what: 'a gate for too few channels',
    document: design((builder) => {
      const input = builder.add('input', { shape: [8, 8, 6] });
      const gate = builder.add('channel_slice', { count: 3 }, input);
      builder.add('multiply', {}, builder.add('relu', {}, builder.add('relu', {}, input)), gate);
    }),
    place: { kind: 'edge', edge: 'edge_5', node: 'multiply_1' },
    values: {
      shapes: [
        [8, 8, 6],
        [8, 8, 3],
      ],
    },
    fixes: ['project'],
  },
  'shape/permute-axes': {
    what: 'an order of three axes for two',
    document: chain(['input', { shape: [5, 6] }], ['permute', { order: [2, 1, 3] }]),
    place: { kind: 'param', node: 'permute_1', param: 'order' },
    values: { order: [2, 1, 3], rank: 2 },
    fixes: ['set-param'],
  },
  'shape/reshape-mismatch': {
    what: 'sizes that hold fewer numbers',
    document: chain(image, ['reshape', { shape: [28, 14] }]),
    place: { kind: 'param', node: 'reshape_1', param: 'shape' },
    values: { from: [28, 28, 1], to: [28, 14], elements: 784 },
    fixes: ['set-param'],
  },
  'shape/slice-outside': {
    what: 'more channels than there are',
    document: chain(['input', { shape: [8, 8, 3] }], ['channel_slice', { start: 1, count: 3 }]),
    place: { kind: 'param', node: 'channel_slice_1', param: 'count' },
    values: { start: 1, count: 3, channels: 3 },
    fixes: ['set-param'],
  },
  'shape/attention-unequal': {
    what: 'a key longer than its value',
    document: design((builder) => {
      const sequence = builder.add('input', { shape: [6, 4] });
      const shorter = builder.add('reshape', { shape: [3, 8] }, sequence);
      builder.add('multi_head_attention', {}, builder.add('relu', {}, sequence), shorter, sequence);
    }),
    place: { kind: 'edge', edge: 'edge_5', node: 'multi_head_attention_1' },
    values: { value: [3, 8], key: [6, 4] },
    fixes: [],
  },
  'browser/gru-reset-after': {
    what: 'a GRU as PyTorch has it',
    document: chain(['input', { shape: [6, 4] }], ['gru', { resetAfter: true }]),
    place: { kind: 'param', node: 'gru_1', param: 'resetAfter' },
    values: {},
    fixes: ['set-param'],
  },
  'layer/unknown-class': {
    what: 'a layer of another tool',
    document: chain(image, ['unknown', { className: 'CapsuleLayer', shape: [10, 16] }]),
    place: { kind: 'node', node: 'unknown_1' },
    values: { className: 'CapsuleLayer' },
    fixes: ['remove-layer'],
  },
  'param/not-text': {
    what: 'a name of many letters',
    document: chain(image, ['unknown', { className: 'x'.repeat(201), shape: [10] }]),
    place: { kind: 'param', node: 'unknown_1', param: 'className' },
    values: { length: 201, most: 200 },
    fixes: ['set-param'],
    reveals: ['layer/unknown-class'],
  },
  'shape/parts-do-not-divide': {
    what: 'three channels in halves',
    document: chain(['input', { shape: [8, 8, 3] }], ['channel_split']),
    place: { kind: 'param', node: 'channel_split_1', param: 'parts' },
    values: { parts: 2, channels: 3 },
    fixes: ['set-param'],
  },
} as const satisfies { readonly [C in ProblemCode]?: Case };
