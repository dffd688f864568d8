import fc from 'fast-check';
import { standingOf } from '@/lib/analysis/compare/compare-designs';
import { alongDepth, againstFirst, deltaInRow, fieldDeltaInRow } from '@/lib/analysis/compare/figures';
import type { Standing } from '@/lib/analysis/compare/rows';
import type { Document } from '@/lib/document/document';
import { buildAlexnet, buildAlexnetSingleTower } from '@/lib/document/templates/alexnet';
import { addChain } from '@/lib/document/templates/build-chain';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { buildVgg } from '@/lib/document/templates/vgg';
import { change, design } from '../designs';
import { compared, idRows, partners } from './subjects';

const lenet = buildLenet5();
const vgg16 = buildVgg('VGG-16');

describe('totals of a comparison', () => {
  const [alexnet, vgg] = compared([buildAlexnet(), vgg16]).designs;

  // Caffe's bvlc_alexnet; VGG-16's 15.47 billion multiply-accumulates at 224 × 224 as torchvision lists them.
  it('are the published ones, with their ratios', () => {
    expect([alexnet?.totals.params, vgg?.totals.params]).toEqual([60_965_224, 138_357_544]);
    expect((vgg?.totals.macs ?? 0) / 1e9).toBeCloseTo(15.47, 2);
    if (alexnet === undefined || vgg === undefined) throw new Error('a design is missing');
    expect(againstFirst(alexnet.totals, vgg.totals, 'params')).toEqual({
      delta: 77_392_320,
      ratio: 138_357_544 / 60_965_224,
    });
    expect(againstFirst(alexnet.totals, vgg.totals, 'macs')?.ratio).toBeCloseTo(21.36, 2);
  });

  it('count the receptive field of the last layer that does not see everything', () => {
    // Araujo, Norris & Sim 2019 give 195 for AlexNet's last pooling and 212 for VGG-16's.
    expect(alexnet?.totals.field).toEqual([195, 195]);
    expect(vgg?.totals.field).toEqual([212, 212]);
  });

  it('sum up to what stands along the depth', () => {
    const comparison = compared([buildTinyResnet(), vgg16]);
    comparison.designs.forEach(({ totals }, index) => {
      expect(alongDepth(comparison, index, 'params').at(-1)?.cumulative).toBe(totals.params);
      expect(alongDepth(comparison, index, 'macs').at(-1)?.cumulative).toBe(totals.macs);
      expect(alongDepth(comparison, index, 'memory').at(-1)?.cumulative).toBe(totals.activations);
    });
  });

  it('are counted for one batch and one optimizer, whatever each design asks for', () => {
    const other = change(lenet, { kind: 'set-training', settings: { batchSize: 7 } });
    const [first, second] = compared([lenet, other]).designs;
    expect(second?.totals).toEqual(first?.totals);
  });
});

describe('rows', () => {
  it('lay AlexNet beside VGG-16 by resolution: poolings, convolutions and dense layers in pairs', () => {
    const beside = partners(compared([buildAlexnet(), vgg16]));
    expect(beside).toMatchObject({
      max_pool2d_1: 'max_pool2d_3',
      max_pool2d_2: 'max_pool2d_4',
      max_pool2d_3: 'max_pool2d_5',
      conv2d_5: 'conv2d_13',
      flatten_1: 'flatten_1',
      dense_1: 'dense_1',
      dense_2: 'dense_2',
      dense_3: 'dense_3',
      softmax_1: 'softmax_1',
    });
  });

  it('hold the poolings of the whole VGG family side by side', () => {
    const rows = idRows(compared([buildVgg('VGG-11'), buildVgg('VGG-13'), vgg16, buildVgg('VGG-19')]));
    for (const pool of [1, 2, 3, 4, 5]) expect(rows).toContain(Array(4).fill(`max_pool2d_${pool}`).join(' '));
  });

  it('lay what only later designs have side by side as well', () => {
    const rows = idRows(compared([buildVgg('VGG-11'), vgg16, buildVgg('VGG-16')]));
    expect(rows.filter((row) => row.startsWith('–'))).toEqual([
      '– conv2d_2 conv2d_2',
      '– relu_2 relu_2',
      '– conv2d_3 conv2d_3',
      '– relu_3 relu_3',
      '– conv2d_5 conv2d_5',
      '– relu_5 relu_5',
      '– conv2d_8 conv2d_8',
      '– relu_8 relu_8',
      '– conv2d_11 conv2d_11',
      '– relu_11 relu_11',
    ]);
  });

  it.each([
    ['AlexNet', buildAlexnet()],
    ['VGG-16', vgg16],
    ['Tiny ResNet', buildTinyResnet()],
  ])('find no difference between %s and itself', (_name, document) => {
    const { rows } = compared([document, document]);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['same']));
  });

  it('tell a changed parameter with its values before and after', () => {
    const { rows } = compared([buildAlexnetSingleTower(), buildAlexnet()]);
    const changed = rows.filter(({ kind }) => kind === 'changed');
    expect(changed.map(({ cells }) => cells[1]?.changes)).toEqual(
      Array(3).fill([{ param: 'groups', before: 1, after: 2 }]),
    );
    // Half of the 5·5·96·256 weights: each filter sees the channels of one card.
    expect(changed[0] && deltaInRow(changed[0], 1, 'params')).toBe((-5 * 5 * 96 * 256) / 2);
  });

  it('tell layers that are set alike but stand among other sizes', () => {
    const wider = change(lenet, { kind: 'set-param', node: 'conv2d_1', param: 'filters', value: 12 });
    const { rows } = compared([lenet, wider]);
    const row = rows.find(({ cells }) => cells[0]?.layer.id === 'conv2d_2');
    expect(row?.kind).toBe('figures');
    expect(row && deltaInRow(row, 1, 'params')).toBe(5 * 5 * 6 * 16);
    expect(rows.filter(({ kind }) => kind === 'same').map(({ cells }) => cells[0]?.layer.id)).toContain('dense_1');
  });

  it('tell how much more a layer sees', () => {
    const larger = change(lenet, { kind: 'set-param', node: 'conv2d_1', param: 'kernelSize', value: [7, 7] });
    const row = compared([lenet, larger]).rows.find(({ cells }) => cells[0]?.layer.id === 'max_pool2d_2');
    expect(row && fieldDeltaInRow(row, 1)).toEqual([2, 2]);
  });

  it('name two designs of one name apart', () => {
    expect(compared([lenet, lenet, lenet]).designs.map(({ name }) => name)).toEqual([
      'LeNet-5',
      'LeNet-5 (2)',
      'LeNet-5 (3)',
    ]);
  });
});

describe('a design with errors', () => {
  const broken = change(lenet, { kind: 'set-param', node: 'conv2d_2', param: 'kernelSize', value: [40, 40] });

  it('is compared as far as it is known', () => {
    const { designs, rows } = compared([lenet, broken]);
    expect(designs.map(({ hasErrors }) => hasErrors)).toEqual([false, true]);
    expect(rows).toHaveLength(14);
    const cells = Object.fromEntries(rows.map((row) => [row.cells[0]?.layer.id, row.cells[1]]));
    expect(cells['conv2d_1']?.state).toBe('same');
    expect(cells['conv2d_2']?.changes).toEqual([{ param: 'kernelSize', before: [5, 5], after: [40, 40] }]);
    expect(cells['dense_1']?.layer).toMatchObject({ params: null, macs: null, memory: null, shape: null });
  });

  it('has totals that are compared with nothing', () => {
    const [first, second] = compared([lenet, broken]).designs;
    expect(first && second && againstFirst(first.totals, second.totals, 'params')).toBeNull();
  });

  it('with layers in a cycle names them last, uncounted', () => {
    const looped = change(
      lenet,
      { kind: 'add-layer', type: 'relu' },
      { kind: 'add-layer', type: 'tanh' },
      { kind: 'connect', source: 'relu_1', target: 'tanh_5' },
      { kind: 'connect', source: 'tanh_5', target: 'relu_1' },
    );
    const cells = compared([lenet, looped]).rows.flatMap(({ cells: [, cell] }) => (cell ? [cell.layer] : []));
    expect(cells.slice(-2).map(({ id, isCounted }) => [id, isCounted])).toEqual([
      ['relu_1', false],
      ['tanh_5', false],
    ]);
  });
});

describe('while one edits', () => {
  const designs: readonly Document[] = [lenet, buildAlexnet(), buildTinyResnet(), branches()];
  const edits = fc.record({
    design: fc.constantFrom(...designs),
    other: fc.constantFrom(...designs),
    at: fc.nat(),
    filters: fc.constantFrom(1, 3, 64, 513),
    kernel: fc.constantFrom(1, 3, 11, 60),
  });

  /** The design with the nth convolution set otherwise, and that layer's id. */
  function edited(document: Document, { at, filters, kernel }: { at: number; filters: number; kernel: number }) {
    const convolutions = Object.values(document.nodes).filter(({ type }) => type === 'conv2d');
    const node = convolutions[at % convolutions.length]?.id ?? '';
    const after = change(
      document,
      { kind: 'set-param', node, param: 'filters', value: filters },
      { kind: 'set-param', node, param: 'kernelSize', value: [kernel, kernel] },
    );
    return { node, after };
  }

  it('a changed layer leaves every other beside its earlier self', () => {
    fc.assert(
      fc.property(edits, ({ design: document, ...edit }) => {
        const { node, after } = edited(document, edit);
        for (const [left, right] of Object.entries(partners(compared([document, after])))) {
          if (left !== node) expect(right).toBe(left);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('a removed layer leaves every other where it stood', () => {
    fc.assert(
      fc.property(edits, ({ design: document, other, at }) => {
        const chain = Object.values(document.nodes).filter(
          ({ type }) => !['add', 'concatenate', 'input'].includes(type),
        );
        const gone = chain[at % chain.length]?.id ?? '';
        const before = compared([other, document]);
        const after = change(document, { kind: 'remove', nodes: [gone], edges: [] });
        const beside = partners(compared([after, other], reversed(standingOf(before))));
        for (const [layer, partner] of Object.entries(
          partners(compared([document, other], reversed(standingOf(before)))),
        )) {
          if (layer !== gone) expect([layer, beside[layer]]).toEqual([layer, partner]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('all rows of another design stay as they are', () => {
    fc.assert(
      fc.property(edits, ({ design: document, other, ...edit }) => {
        const before = compared([other, document]);
        const { after } = edited(document, edit);
        expect(idRows(compared([other, after], standingOf(before)))).toEqual(idRows(before));
      }),
      { numRuns: 40 },
    );
  });

  it('a layer put into one way moves none of the others', () => {
    const document = branches();
    const before = compared([buildTinyResnet(), document]);
    const after = change(document, { kind: 'add-layer', type: 'batch_norm', after: 'conv2d_1' });
    const rows = idRows(compared([buildTinyResnet(), after], standingOf(before)));
    const ids = (row: string) => row.split(' ');
    const without = rows.map((row) => ids(row).map((id, index) => (index === 1 && id === 'batch_norm_1' ? '–' : id)));
    expect(without.filter((row) => row.some((id) => id !== '–')).map((row) => row.join(' '))).toEqual(idRows(before));
  });
});

function reversed(standing: Standing): Standing {
  return standing.map(({ '0': first, '1': second }) => ({
    ...(second === undefined ? {} : { '0': second }),
    ...(first === undefined ? {} : { '1': first }),
  }));
}

/** Three ways of different lengths into one concatenation, drawn in an order that is not theirs. */
function branches(): Document {
  return design((builder) => {
    const input = builder.add('input', { shape: [32, 32, 3] });
    const stem = addChain(builder, [['conv2d', { filters: 8 }], ['relu']], input);
    const long = addChain(builder, [['conv2d', { filters: 4, kernelSize: [1, 1] }], ['relu']], stem);
    const short = builder.add('conv2d', { filters: 2, kernelSize: [1, 1] }, stem);
    const longer = addChain(builder, [['conv2d', { filters: 6, padding: 'same' }], ['relu']], long);
    const joined = builder.add('concatenate', {}, short, longer, stem);
    addChain(builder, [['global_avg_pool2d'], ['dense', { units: 10 }], ['softmax']], joined);
  });
}
