import { analyze } from '@/lib/analysis/analyze';
import { expandBlocks } from '@/lib/document/expand-blocks';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { createBuilder } from '@/lib/document/templates/build-chain';
import { change, nestedDesign, residualDesign } from './designs';

describe('a design written out', () => {
  it('is the same object where there are no blocks', () => {
    const design = buildTinyResnet();
    expect(expandBlocks(design).flat).toBe(design);
  });

  it('names layers after their use, and from the second repetition on after its number', () => {
    const ids = Object.keys(expandBlocks(residualDesign(2)).flat.nodes);
    expect(ids).toEqual([
      'input_1',
      'block_1.conv2d_1',
      'block_1.batch_norm_1',
      'block_1.add_1',
      'block_1.relu_1',
      'block_1.2.conv2d_1',
      'block_1.2.batch_norm_1',
      'block_1.2.add_1',
      'block_1.2.relu_1',
      'global_avg_pool2d_1',
      'dense_1',
      'softmax_1',
    ]);
  });

  it('feeds a repetition what the one before gives, and both ways of a shortcut', () => {
    const { flat } = expandBlocks(residualDesign(2));
    const sources = (target: string) =>
      Object.values(flat.edges)
        .filter((edge) => edge.target === target)
        .sort((a, b) => a.slot - b.slot)
        .map(({ source }) => source);
    expect(sources('block_1.conv2d_1')).toEqual(['input_1']);
    expect(sources('block_1.2.conv2d_1')).toEqual(['block_1.relu_1']);
    expect(sources('block_1.2.add_1')).toEqual(['block_1.2.batch_norm_1', 'block_1.relu_1']);
    expect(sources('global_avg_pool2d_1')).toEqual(['block_1.2.relu_1']);
  });

  it('writes blocks in blocks out with further dots', () => {
    const { flat } = expandBlocks(nestedDesign());
    const convolutions = Object.values(flat.nodes).filter(({ type }) => type === 'conv2d');
    expect(convolutions.map(({ id }) => id)).toEqual([
      'block_2.block_1.conv2d_1',
      'block_2.block_1.2.conv2d_1',
      'block_2.2.block_1.conv2d_1',
      'block_2.2.block_1.2.conv2d_1',
      'block_2.3.block_1.conv2d_1',
      'block_2.3.block_1.2.conv2d_1',
    ]);
  });

  it('passes an input on through a block that holds nothing else', () => {
    const builder = createBuilder('test');
    const input = builder.add('input', { shape: [4] });
    const nothing = builder.block('Nothing', (_, from) => from);
    const end = builder.add('relu', {}, builder.use(nothing, { repeat: 3 }, input));
    const { flat } = expandBlocks(builder.build());
    expect(Object.values(flat.edges).map(({ source, target }) => [source, target])).toEqual([[input, end]]);
  });

  it('tells the inputs of a block apart by their slots', () => {
    const builder = createBuilder('test');
    const [a, b] = [builder.add('input', { shape: [4] }), builder.add('input', { shape: [5] })];
    const block = builder.block(
      'Join',
      (inside, first, second) => inside.add('concatenate', {}, second ?? '', first ?? ''),
      {
        inputs: 2,
      },
    );
    builder.use(block, {}, a, b);
    const { flat } = expandBlocks(builder.build());
    const joined = Object.values(flat.edges).sort((one, two) => one.slot - two.slot);
    expect(joined.map(({ source }) => source)).toEqual([b, a]);
  });

  it('names outputs inside a block by their layers, and repeats what is silenced', () => {
    const design = residualDesign(2);
    const { flat } = expandBlocks({
      ...change(design, { kind: 'set-outputs', nodes: ['block_1', 'softmax_1'] }),
      silenced: [{ code: 'shape/too-large', node: 'relu_1' }, { code: 'shape/too-large' }],
    });
    expect(flat.outputs).toEqual(['block_1.2.relu_1', 'softmax_1']);
    expect(flat.silenced.map(({ node }) => node)).toEqual([undefined, 'block_1.relu_1', 'block_1.2.relu_1']);
  });

  it('stays as it is where blocks stand for more layers than can be shown', () => {
    const builder = createBuilder('test');
    let inner = builder.block('Level 0', (inside, from) => inside.add('relu', {}, from));
    for (const level of [1, 2, 3, 4]) {
      const block = inner;
      inner = builder.block(`Level ${level}`, (inside, from) => inside.use(block, { repeat: 100 }, from));
    }
    const design = change(builder.build(), {
      kind: 'add-layer',
      type: 'block',
      params: { block: inner },
    });
    const expansion = expandBlocks(design);
    expect(expansion.overflow).toBe(true);
    expect(analyze(design, null).diagnostics.map(({ code }) => code)).toEqual(['block/too-many-layers']);
  });

  it('does not run for ever where a hand-made document has a block in itself', () => {
    const design = residualDesign(1);
    const [use] = Object.values(design.nodes).filter(({ type }) => type === 'block');
    const inside = use && { ...use, id: 'block_9', scope: 'block_1' };
    const looped = inside ? { ...design, nodes: { ...design.nodes, block_9: inside } } : design;
    expect(expandBlocks(looped).overflow).toBe(true);
  });
});
