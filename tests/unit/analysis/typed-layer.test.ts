import { analyze } from '@/lib/analysis/analyze';
import { USUAL_COUNTING } from '@/lib/analysis/conventions';
import { explainChainField } from '@/lib/analysis/explain-field';
import { explainNumbers } from '@/lib/analysis/explain-numbers';
import { flatLayers, flatName, typedLayer } from '@/lib/analysis/typed-layer';
import { createUnitViewer } from '@/lib/analysis/unit-view';
import { change, chain } from './designs';

const padded = ['conv2d', { filters: 3, padding: 'same' }] as const;
const flat = chain(['input', { shape: [12, 12, 3] }], padded, ['relu'], padded, ['max_pool2d']);
const grouped = change(flat, { kind: 'group', nodes: ['conv2d_1', 'relu_1'], name: 'Stage' });
const block = Object.values(grouped.nodes).find(({ type }) => type === 'block')?.id ?? '';
const repeated = change(grouped, { kind: 'set-param', node: block, param: 'repeat', value: 2 });
const nested = change(repeated, { kind: 'group', nodes: [block, 'conv2d_2'], name: 'Outer' });
const outer = Object.values(nested.nodes).find(({ type, scope }) => type === 'block' && scope === undefined)?.id ?? '';

describe('the layers that a node stands for', () => {
  it('are itself, and of a block all its layers, as often as it is repeated', () => {
    expect(flatLayers(analyze(flat, null), 'conv2d_1')).toEqual(['conv2d_1']);
    expect(flatLayers(analyze(grouped, null), block)).toEqual([`${block}.conv2d_1`, `${block}.relu_1`]);
    expect(flatLayers(analyze(repeated, null), block)).toHaveLength(4);
  });

  it('are for a layer in a block itself where the block is used first', () => {
    expect(flatLayers(analyze(repeated, null), 'relu_1')).toEqual([`${block}.relu_1`]);
    expect(flatLayers(analyze(nested, null), 'relu_1')).toEqual([`${outer}.${block}.relu_1`]);
  });

  it('are those of a block within a block', () => {
    const analysis = analyze(nested, null);
    expect(flatLayers(analysis, outer)).toHaveLength(5);
    expect(flatLayers(analysis, block)).toEqual(flatLayers(analysis, outer).slice(0, 4));
    expect(flatLayers(analysis, 'nothing')).toEqual([]);
  });
});

describe('the name of a layer in a list', () => {
  it('tells repetitions of a block apart', () => {
    const named = change(repeated, { kind: 'set-title', node: 'conv2d_1', title: 'Detector' });
    const analysis = analyze(named, null);
    expect(flatLayers(analysis, block).map((id) => flatName(analysis, id))).toEqual([
      `${block}.Detector`,
      `${block}.relu_1`,
      `${block}.2.Detector`,
      `${block}.2.relu_1`,
    ]);
    expect(flatName(analysis, 'conv2d_2')).toBe('conv2d_2');
  });
});

describe('blocks', () => {
  it('take what their layers take', () => {
    const analysis = analyze(repeated, null);
    const ids = flatLayers(analysis, block);
    const layers = ids.flatMap((id) => {
      const layer = typedLayer(analysis, id);
      return layer === null ? [] : [{ id, layer }];
    });
    const [params] = explainNumbers(layers, { ...USUAL_COUNTING, batchSize: 1, optimizer: 'sgd', frozen: [] });
    expect(params?.values).toEqual([2 * (3 * 3 * 3 + 1) * 3]);
    expect(analysis.layers[block]?.params).toBe(params?.values[0]);
    expect(explainChainField(analysis, ids)[0]?.values).toEqual([5, 5]);
  });

  it('are looked through by a unit behind them', () => {
    const views = createUnitViewer(analyze(nested, null), 'max_pool2d_1')?.view([3, 3]) ?? [];
    const { first, last } = views.find(({ layer }) => layer === 'input_1')?.window ?? { first: [0, 0], last: [0, 0] };
    // 2 × 2 behind three 3 × 3 convolutions.
    expect([last[0] - first[0] + 1, last[1] - first[1] + 1]).toEqual([8, 8]);
  });
});
