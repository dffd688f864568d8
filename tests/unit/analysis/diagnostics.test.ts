import fc from 'fast-check';
import { analyze } from '@/lib/analysis/analyze';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import { SEVERITIES } from '@/lib/analysis/report';
import type { ProblemCode } from '@/lib/core/problem';
import { sameJson } from '@/lib/core/same-json';
import { applyCommand } from '@/lib/document/apply-command';
import type { Document } from '@/lib/document/document';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { randomDocument } from '../document/random-document';
import { DESIGN_CASES } from './design-cases';
import { REARRANGING_CASES } from './rearranging-cases';
import { TOPOLOGY_CASES } from './topology-cases';
import type { Case } from './case';
import { change, chain, codesOf, design, EMPTY, fixed, MNIST, only } from './designs';

const lenet = buildLenet5();
const image = ['input', { shape: [28, 28, 1] }] as const;

const CASES: { readonly [C in ProblemCode]: Case } = {
  'shape/window-too-large': {
    what: 'a kernel larger than its input',
    document: chain(image, ['conv2d', { kernelSize: [40, 3] }]),
    place: { kind: 'param', node: 'conv2d_1', param: 'kernelSize' },
    values: { axis: 'height', window: 40, input: 28 },
    fixes: ['set-param', 'set-param'],
  },
  'shape/rank-unsupported': {
    what: 'a pooling behind a flatten',
    document: chain(image, ['flatten'], ['max_pool2d'], ['dense']),
    place: { kind: 'edge', edge: 'edge_2', node: 'max_pool2d_1' },
    values: { expected: [3], got: [784] },
    fixes: ['remove-layer'],
  },
  'shape/needs-vector': {
    what: 'a dense layer after an image',
    document: chain(image, ['dense', { units: 10 }]),
    place: { kind: 'edge', edge: 'edge_1', node: 'dense_1' },
    values: { got: [28, 28, 1] },
    fixes: ['insert'],
  },
  'shape/add-unequal': {
    what: 'a sum of different channels and sizes',
    document: residual({ strides: [2, 2], padding: 'same', filters: 8 }),
    place: { kind: 'edge', edge: 'edge_4', node: 'add_1' },
    values: {
      shapes: [
        [14, 14, 8],
        [28, 28, 1],
      ],
    },
    fixes: ['project'],
  },
  'shape/concatenate-unequal': {
    what: 'a concatenation of different sizes',
    document: design((builder) => {
      const input = builder.add(...image);
      const small = builder.add('max_pool2d', {}, input);
      builder.add('concatenate', {}, input, small);
    }),
    place: { kind: 'edge', edge: 'edge_3', node: 'concatenate_1' },
    values: {
      shapes: [
        [28, 28, 1],
        [14, 14, 1],
      ],
    },
    fixes: ['project'],
  },
  ...REARRANGING_CASES,
  'shape/groups-do-not-divide': {
    what: 'groups that do not divide the channels',
    document: chain(['input', { shape: [8, 8, 6] }], ['conv2d', { filters: 8, groups: 4 }]),
    place: { kind: 'param', node: 'conv2d_1', param: 'groups' },
    values: { groups: 4, channels: 6, what: 'input' },
    fixes: ['set-param'],
  },
  'shape/too-large': {
    what: 'weights beyond what can be addressed',
    document: chain(['input', { shape: [65536] }], ['dense', { units: 65536 }]),
    place: { kind: 'node', node: 'dense_1' },
    values: { elements: 65536 ** 2, most: 2 ** 31 - 1 },
    fixes: ['set-param'],
  },
  'param/not-integer': {
    what: 'half a filter',
    document: chain(image, ['conv2d', { filters: 2.5 }]),
    place: { kind: 'param', node: 'conv2d_1', param: 'filters' },
    values: { value: 2.5 },
    fixes: ['set-param'],
  },
  'param/not-odd': {
    what: 'an even window across channels',
    document: chain(image, ['local_response_norm', { size: 4 }]),
    place: { kind: 'param', node: 'local_response_norm_1', param: 'size' },
    values: { value: 4 },
    fixes: ['set-param'],
  },
  'param/not-a-number': {
    what: 'letters for a number',
    document: chain(image, ['conv2d', { filters: 'many' }]),
    place: { kind: 'param', node: 'conv2d_1', param: 'filters' },
    values: { value: 'many' },
    fixes: ['set-param'],
  },
  'param/out-of-range': {
    what: 'no filters at all',
    document: chain(image, ['conv2d', { filters: 0 }]),
    place: { kind: 'param', node: 'conv2d_1', param: 'filters' },
    values: { value: 0, min: 1, max: 65536 },
    fixes: ['set-param'],
  },
  'param/unknown-option': {
    what: 'a padding nobody knows',
    document: chain(image, ['max_pool2d', { padding: 'full' }]),
    place: { kind: 'param', node: 'max_pool2d_1', param: 'padding' },
    values: { value: 'full', options: ['valid', 'same'] },
    fixes: ['set-param'],
  },
  'param/stride-with-dilation': {
    what: 'a dilated kernel that strides',
    document: chain(image, ['conv2d', { strides: [2, 2], dilation: [3, 3] }]),
    place: { kind: 'param', node: 'conv2d_1', param: 'dilation' },
    values: { stride: 2, dilation: 3 },
    fixes: ['set-param', 'set-param'],
  },
  'block/no-output': {
    what: 'a block without layers',
    document: change(
      chain(image, ['relu']),
      { kind: 'group', nodes: ['relu_1'], name: 'Stage' },
      { kind: 'remove', nodes: ['relu_1'], edges: ['edge_1'] },
    ),
    place: { kind: 'node', node: 'block_1' },
    values: { block: 'Stage' },
    fixes: ['remove-layer'],
  },
  'block/repeat-needs-one-input': {
    what: 'a repeated block with two inputs',
    document: design((builder) => {
      const input = builder.add(...image);
      const block = builder.block('Sum', (inside, a = '', b = '') => inside.add('add', {}, a, b), { inputs: 2 });
      builder.use(block, { repeat: 2 }, input, builder.add('relu', {}, input));
    }),
    place: { kind: 'param', node: 'block_1', param: 'repeat' },
    values: { inputs: 2, repeat: 2 },
    fixes: ['run-once'],
  },
  'block/too-many-layers': {
    what: 'blocks of blocks, repeated a hundred times each',
    document: design((builder) => {
      const one = builder.block('One', (inside, from) => inside.add('relu', {}, from));
      const many = builder.block('Many', (inside, from) => inside.use(one, { repeat: 100 }, from));
      const more = builder.block('More', (inside, from) => inside.use(many, { repeat: 100 }, from));
      builder.use(more, { repeat: 100 }, builder.add(...image));
    }),
    place: { kind: 'document' },
    values: { most: 20_000 },
    fixes: [],
  },
  'task/input-shape': {
    what: 'an input of another shape than the data set',
    document: change(lenet, { kind: 'set-param', node: 'input_1', param: 'shape', value: [32, 32, 1] }),
    task: MNIST,
    place: { kind: 'param', node: 'input_1', param: 'shape' },
    values: { expected: [28, 28, 1], got: [32, 32, 1], dataset: 'MNIST' },
    fixes: ['set-param'],
  },
  'task/output-units': {
    what: 'more outputs than classes',
    document: change(lenet, { kind: 'set-param', node: 'dense_3', param: 'units', value: 12 }),
    task: MNIST,
    place: { kind: 'param', node: 'dense_3', param: 'units' },
    values: { expected: 10, got: 12, dataset: 'MNIST' },
    fixes: ['set-param'],
  },
  'task/output-not-vector': {
    what: 'a network that ends in an image',
    document: chain(image, ['conv2d', { filters: 4 }], ['relu']),
    task: MNIST,
    place: { kind: 'node', node: 'relu_1' },
    values: { got: [26, 26, 4], dataset: 'MNIST' },
    fixes: ['insert'],
  },
  'task/softmax-in-middle': {
    what: 'a softmax between dense layers',
    document: change(lenet, { kind: 'add-layer', type: 'softmax', after: 'dense_1' }),
    place: { kind: 'node', node: 'softmax_2' },
    values: {},
    fixes: ['remove-layer'],
  },
  'task/no-softmax': {
    what: 'scores where the loss compares probabilities',
    document: change(lenet, { kind: 'remove', nodes: ['softmax_1'], edges: [] }),
    task: MNIST,
    place: { kind: 'node', node: 'dense_3' },
    values: {},
    fixes: ['insert'],
  },
  ...TOPOLOGY_CASES,
  ...DESIGN_CASES,
};

const TABLE = Object.entries(CASES).map(([code, entry]) => ({ code: code as ProblemCode, ...entry }));

describe('every diagnostic', () => {
  it.each(TABLE)('$code stands for $what, at its place, with its numbers', ({ code, document, task, ...expected }) => {
    const diagnostic = only(analyze(document, task ?? null), code);
    expect(diagnostic.place).toEqual(expected.place);
    expect(diagnostic.values).toEqual(expected.values);
    expect(diagnostic.severity).toBe(SEVERITIES[code]);
    expect(diagnostic.fixes.map(({ label }) => label.kind)).toEqual(expected.fixes);
  });

  it.each(TABLE)(
    '$code is gone after each of its mends, and nothing else comes',
    ({ code, document, task, reveals }) => {
      const before = codesOf(document, task);
      const diagnostic = only(analyze(document, task ?? null), code);
      for (const index of diagnostic.fixes.keys()) {
        const after = codesOf(fixed(document, diagnostic, index), task);
        expect(after).not.toContain(code);
        const known = [...before, ...(reveals ?? [])];
        expect(after.filter((other) => SEVERITIES[other] === 'error' && !known.includes(other))).toEqual([]);
      }
    },
  );

  it.each(TABLE.filter(({ code }) => !['topology/unreachable'].includes(code)))(
    '$code comes alone: what lies downstream is not reported',
    ({ code, document, task }) => {
      // What an engineer would say of the rest of the design is another matter.
      const others = codesOf(document, task).filter((other) => !other.startsWith('design/') || other === code);
      expect(others).toEqual([code]);
    },
  );
});

describe('any design', () => {
  it('has an analysis, and each mend removes the diagnostic it belongs to', () => {
    fc.assert(
      fc.property(randomDocument, fc.constantFrom(null, MNIST), (document, task) => {
        for (const diagnostic of analyze(document, task).diagnostics) {
          for (const fix of diagnostic.fixes) {
            const after = analyze(applyCommand(document, fix.command), task).diagnostics;
            expect(after.filter((other) => isSame(other, diagnostic))).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reports each thing once', () => {
    fc.assert(
      fc.property(randomDocument, (document) => {
        const { diagnostics } = analyze(document, MNIST);
        diagnostics.forEach((diagnostic, index) => {
          expect(diagnostics.findIndex((other) => isSame(other, diagnostic))).toBe(index);
        });
      }),
    );
  });

  it('knows a layer’s shape exactly when nothing is wrong at or before it', () => {
    fc.assert(
      fc.property(randomDocument, (document) => {
        const analysis = analyze(document, null);
        for (const layer of Object.values(analysis.layers)) {
          if (layer.output === null) continue;
          const used = layer.inputs.slice(0, 1);
          expect(used.every((input) => analysis.layers[input]?.output !== null)).toBe(true);
          expect(layer.output.shape.every((size) => Number.isInteger(size) && size >= 1)).toBe(true);
        }
      }),
    );
  });

  it('never throws, also where edges lead nowhere and types are unknown', () => {
    const lost = { id: 'edge_9', source: 'gone', target: 'odd_1', slot: 0 };
    const odd = { id: 'odd_1', type: 'odd', params: {}, position: { x: 0, y: 0 } };
    const document = { ...EMPTY, nodes: { odd_1: odd }, edges: { edge_9: lost } };
    expect(analyze(document, MNIST).layers.odd_1).toMatchObject({ output: null, params: 0 });
  });
});

describe('one bad layer', () => {
  it.each<[string, string, unknown]>([
    ['conv2d_1', 'filters', 0],
    ['conv2d_2', 'kernelSize', [99, 99]],
    ['conv2d_2', 'strides', [1.5, 0.5]],
    ['max_pool2d_1', 'poolSize', [2.5, 3.5]],
    ['conv2d_2', 'filters', 'x'],
    ['dense_1', 'units', 1.5],
  ])('%s with %s = %j gives one report, and every layer before it keeps its shape', (node, param, value) => {
    const document = change(lenet, { kind: 'set-param', node, param, value: value as number });
    const analysis = analyze(document, MNIST);
    expect(analysis.diagnostics).toHaveLength(1);
    const index = analysis.order.indexOf(node);
    const known = analysis.order.map((id) => analysis.layers[id]?.output !== null);
    expect(known).toEqual(analysis.order.map((_, position) => position < index));
  });
});

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && sameJson(a.place, b.place) && sameJson(a.values, b.values);
}

/** A convolution and the way past it, added. */
function residual(params: Readonly<Record<string, number | string | readonly number[]>>): Document {
  return design((builder) => {
    const input = builder.add(...image);
    const main = builder.add('relu', {}, builder.add('conv2d', params, input));
    builder.add('add', {}, main, input);
  });
}
