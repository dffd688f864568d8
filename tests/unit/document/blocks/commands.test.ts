import { analyze } from '@/lib/analysis/analyze';
import { usesOf } from '@/lib/document/blocks';
import { canGroup } from '@/lib/document/commands/group';
import type { Document } from '@/lib/document/document';
import { expandBlocks } from '@/lib/document/expand-blocks';
import { createHistory, perform, undo } from '@/lib/document/history';
import { addChain, createBuilder } from '@/lib/document/templates/build-chain';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { change, content, nestedDesign, residualDesign } from './designs';

const resnet = buildTinyResnet();
/** Tiny ResNet's first block: two convolutions beside a shortcut. */
const FIRST = ['conv2d_2', 'batch_norm_2', 'relu_2', 'conv2d_3', 'batch_norm_3', 'add_1', 'relu_3'];
const grouped = change(resnet, { kind: 'group', nodes: FIRST, name: 'Residual block' });

function refusal(document: Document, nodes: readonly string[]): string | null {
  const grouping = canGroup(document, nodes);
  return grouping.ok ? null : grouping.error.kind;
}

function edgesTo(document: Document, target: string): readonly string[] {
  return Object.values(document.edges)
    .filter((edge) => edge.target === target)
    .sort((a, b) => a.slot - b.slot)
    .map(({ source }) => source);
}

describe('grouping', () => {
  it('puts one use of a block in the place of the layers, with one input for what entered', () => {
    expect(grouped.blocks).toEqual({ block_1: { id: 'block_1', name: 'Residual block', output: 'relu_3' } });
    expect(grouped.nodes['block_1']?.params).toEqual({ block: 'block_1', repeat: 1 });
    expect(FIRST.map((id) => grouped.nodes[id]?.scope)).toEqual(FIRST.map(() => 'block_1'));
    expect(edgesTo(grouped, 'block_1')).toEqual(['relu_1']);
    expect(edgesTo(grouped, 'conv2d_2')).toEqual(['block_input_1']);
    expect(edgesTo(grouped, 'add_1')).toEqual(['batch_norm_3', 'block_input_1']);
    expect(edgesTo(grouped, 'conv2d_4')).toEqual(['block_1']);
  });

  it('changes neither what is computed nor its parameters and costs', () => {
    const [before, after] = [analyze(resnet, null), analyze(grouped, null)];
    expect(after.totals).toEqual(before.totals);
    expect(after.diagnostics).toEqual(before.diagnostics);
    expect(after.layers[after.output ?? '']?.output).toEqual(before.layers[before.output ?? '']?.output);
  });

  it('is one step to undo', () => {
    const history = perform(createHistory(resnet), { kind: 'group', nodes: FIRST, name: 'Residual block' });
    expect(undo(history).present).toBe(resnet);
  });

  it('takes what is ungrouped again back to what it was', () => {
    expect(content(change(grouped, { kind: 'ungroup', node: 'block_1' }))).toEqual(content(resnet));
  });

  it('makes an output of the design one of the block', () => {
    const named = change(resnet, { kind: 'set-outputs', nodes: ['softmax_1', 'relu_3'] });
    const both = change(named, { kind: 'group', nodes: FIRST, name: 'Residual block' });
    expect(both.outputs).toEqual(['softmax_1', 'block_1']);
    expect(change(both, { kind: 'ungroup', node: 'block_1' }).outputs).toEqual(['softmax_1', 'relu_3']);
  });

  it('nests: layers of a block, also the one with its output, become a block in it', () => {
    const nested = change(grouped, { kind: 'group', nodes: ['add_1', 'relu_3'], name: 'End' });
    expect(nested.nodes['block_2']).toMatchObject({ params: { block: 'block_2' }, scope: 'block_1' });
    expect(nested.blocks['block_1']?.output).toBe('block_2');
    expect(edgesTo(nested, 'block_2')).toEqual(['batch_norm_3', 'block_input_1']);
    expect(analyze(nested, null).totals).toEqual(analyze(resnet, null).totals);
  });

  it('gives layers that wait for an input an input of the block to wait at', () => {
    const builder = createBuilder('test');
    addChain(builder, [['conv2d'], ['relu']]);
    const block = change(builder.build(), { kind: 'group', nodes: ['conv2d_1', 'relu_1'], name: 'Stage' });
    expect(edgesTo(block, 'conv2d_1')).toEqual(['block_input_1']);
    expect(edgesTo(block, 'block_1')).toEqual([]);
  });

  it.each([
    ['no layers', [], 'nothing-selected'],
    ['an Input layer', ['input_1', 'conv2d_1'], 'holds-input'],
    ['layers with two ends', ['conv2d_2', 'conv2d_5', 'batch_norm_5'], 'encloses'],
    ['a block without its middle', ['conv2d_2', 'relu_2'], 'encloses'],
    ['a shortcut with the sum behind it', ['conv2d_6', 'batch_norm_6', 'add_2', 'relu_5'], null],
  ] as const)('of %s is refused with its reason, where there is one', (_, nodes, reason) => {
    expect(refusal(resnet, nodes)).toBe(reason);
  });

  it('of what leaves by two ways, or of layers inside and outside, is refused', () => {
    expect(refusal(resnet, ['relu_1', 'conv2d_2'])).toBe('several-leave');
    expect(refusal(grouped, ['relu_1', 'conv2d_2'])).toBe('several-scopes');
    expect(change(grouped, { kind: 'group', nodes: ['relu_1', 'conv2d_2'], name: 'x' })).toBe(grouped);
  });
});

describe('a block', () => {
  it('repeated computes what its layers one behind another compute', () => {
    const thrice = change(grouped, { kind: 'set-param', node: 'block_1', param: 'repeat', value: 3 });
    const flat = change(thrice, { kind: 'ungroup', node: 'block_1' });
    expect(Object.keys(flat.blocks)).toEqual([]);
    expect(analyze(flat, null).totals).toEqual(analyze(thrice, null).totals);
    // Two convolutions of 3·3·8·8 and two normalizations of 4·8 in each of the two more.
    expect(analyze(thrice, null).totals.params - analyze(resnet, null).totals.params).toBe(2 * (2 * 576 + 2 * 32));
  });

  it.each([0, 1.5, 101, '3', -1])('is not repeated %p times', (value) => {
    expect(change(grouped, { kind: 'set-param', node: 'block_1', param: 'repeat', value })).toBe(grouped);
  });

  it('changes for every use when one of its layers does', () => {
    const design = residualDesign(3);
    const wide = change(design, { kind: 'set-param', node: 'conv2d_1', param: 'kernelSize', value: [5, 5] });
    const more = analyze(wide, null).totals.params - analyze(design, null).totals.params;
    expect(more).toBe(3 * (25 - 9) * 8 * 8);
  });

  it('is used once more by a copy of a use, and its layers are not copied', () => {
    const { block_1: use } = grouped.nodes;
    const copied = change(grouped, { kind: 'paste', nodes: use ? [use] : [], edges: [], offset: { x: 8, y: 8 } });
    expect(usesOf(copied, 'block_1').map(({ id }) => id)).toEqual(['block_1', 'block_2']);
    expect(Object.keys(copied.nodes)).toHaveLength(Object.keys(grouped.nodes).length + 1);
  });

  it('is independent of its other uses once it is separated', () => {
    const design = residualDesign(1);
    const twice = change(
      design,
      { kind: 'add-layer', type: 'block', params: { block: 'block_1' }, after: 'block_1' },
      { kind: 'separate-block', node: 'block_2', name: 'Other' },
    );
    expect(twice.blocks['block_2']).toMatchObject({ name: 'Other' });
    expect(analyze(twice, null).totals.params).toBe(analyze(residualDesign(2), null).totals.params);
    const own = Object.values(twice.nodes).find(({ scope, type }) => scope === 'block_2' && type === 'relu');
    const changed = change(twice, { kind: 'remove', nodes: [own?.id ?? ''], edges: [] });
    expect(Object.values(changed.nodes).filter(({ scope }) => scope === 'block_1')).toEqual(
      Object.values(twice.nodes).filter(({ scope }) => scope === 'block_1'),
    );
  });

  it('goes with everything in it when its last use is removed, and so do the blocks only it used', () => {
    const removed = change(nestedDesign(), { kind: 'remove', nodes: ['block_2'], edges: [] });
    expect(Object.values(removed.nodes).map(({ type }) => type)).toEqual([
      'input',
      'global_avg_pool2d',
      'dense',
      'softmax',
    ]);
    expect(removed.blocks).toEqual({});
    expect(edgesTo(removed, 'global_avg_pool2d_1')).toEqual(['input_1']);
  });

  it('never goes into itself, neither added nor pasted, also through another block', () => {
    const nested = nestedDesign();
    const add = { kind: 'add-layer', type: 'block', params: { block: 'block_2' } } as const;
    expect(change(nested, { ...add, scope: 'block_1' })).toBe(nested);
    expect(change(nested, { ...add, scope: 'block_2' })).toBe(nested);
    const { block_2: use } = nested.nodes;
    const paste = {
      kind: 'paste',
      nodes: use ? [use] : [],
      edges: [],
      offset: { x: 0, y: 0 },
      scope: 'block_1',
    } as const;
    expect(change(nested, paste)).toBe(nested);
  });

  it('is not left or entered by an edge', () => {
    expect(change(grouped, { kind: 'connect', source: 'relu_1', target: 'conv2d_3' })).toBe(grouped);
    expect(change(grouped, { kind: 'connect', source: 'relu_2', target: 'conv2d_4' })).toBe(grouped);
  });

  it('gives what led to its last layer when that is removed', () => {
    expect(change(grouped, { kind: 'remove', nodes: ['relu_3'], edges: [] }).blocks['block_1']?.output).toBe('add_1');
  });

  it('gives what is put behind its last layer', () => {
    const longer = change(
      grouped,
      { kind: 'add-layer', type: 'batch_norm', after: 'relu_3' },
      { kind: 'add-layer', type: 'dropout', scope: 'block_1' },
      { kind: 'connect', source: 'batch_norm_10', target: 'dropout_1' },
    );
    expect(longer.blocks['block_1']?.output).toBe('dropout_1');
  });

  it('keeps the slots of its other inputs when one is removed', () => {
    const builder = createBuilder('test');
    const sources = [4, 5, 6].map((size) => builder.add('input', { shape: [size] }));
    const block = builder.block('Join', (inside, ...inputs) => inside.add('concatenate', {}, ...inputs), { inputs: 3 });
    builder.use(block, {}, ...sources);
    const two = change(builder.build(), { kind: 'remove', nodes: ['block_input_2'], edges: [] });
    expect(two.nodes['block_input_3']?.params).toEqual({ index: 1 });
    expect(edgesTo(two, 'block_1')).toEqual([sources[0], sources[2]]);
    expect(analyze(two, null).layers['block_1']?.output?.shape).toEqual([10]);
  });

  it('comes along with layers pasted into another design, under an id of its own where that is taken', () => {
    const other = residualDesign(1);
    const inside = Object.values(grouped.nodes).filter(({ scope }) => scope === 'block_1');
    const ids = new Set(inside.map(({ id }) => id));
    const parts = {
      blocks: Object.values(grouped.blocks),
      nodes: inside,
      edges: Object.values(grouped.edges).filter(({ target }) => ids.has(target)),
    };
    const { block_1: use } = grouped.nodes;
    const paste = { kind: 'paste', nodes: use ? [use] : [], edges: [], offset: { x: 0, y: 0 }, blocks: parts } as const;
    const pasted = change(other, paste);
    expect(Object.keys(pasted.blocks)).toEqual(['block_1', 'block_2']);
    expect(pasted.nodes['block_2']?.params).toEqual({ block: 'block_2', repeat: 1 });
    const flat = Object.keys(expandBlocks(pasted).flat.nodes).filter((id) => id.startsWith('block_2.'));
    expect(flat).toHaveLength(FIRST.length);
    // A second time the block is there already.
    expect(Object.keys(change(grouped, paste).blocks)).toEqual(['block_1']);
  });
});
