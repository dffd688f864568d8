import { applyCommand } from '@/lib/document/apply-command';
import type { Document } from '@/lib/document/document';
import { incomingEdges } from '@/lib/document/graph';
import { createBuilder } from '@/lib/document/templates/build-chain';

/** An image that goes two ways into a concatenation: past and through a convolution. */
function branching(): Document {
  const builder = createBuilder('Branches');
  const start = builder.add('input', { shape: [8, 8, 3] });
  const way = builder.add('conv2d', { filters: 4, padding: 'same' }, start);
  const joined = builder.add('concatenate', {}, way, start);
  builder.add('relu', {}, way);
  builder.add('relu', {}, joined);
  return builder.build();
}

function sources(document: Document, target: string): readonly string[] {
  return incomingEdges(document, target).map(({ source }) => source);
}

const relu = { type: 'relu', params: {} };

describe('putting layers in a layer’s place', () => {
  it('leads from the last of them to all that the old one led to, in the same order', () => {
    const after = applyCommand(branching(), {
      kind: 'replace-layer',
      node: 'conv2d_1',
      layers: [
        { type: 'conv2d', params: { filters: 2 } },
        { type: 'tanh', params: {} },
      ],
    });
    expect(sources(after, 'conv2d_1')).toEqual(['input_1']);
    expect(sources(after, 'tanh_1')).toEqual(['conv2d_1']);
    expect(sources(after, 'concatenate_1')).toEqual(['tanh_1', 'input_1']);
    expect(sources(after, 'relu_1')).toEqual(['tanh_1']);
  });

  it('keeps the id and the place of a layer that keeps its type, with the other parameters as they are by default', () => {
    const before = branching();
    const layers = [{ type: 'conv2d', params: { filters: 2 } }];
    const after = applyCommand(before, { kind: 'replace-layer', node: 'conv2d_1', layers });
    expect(after.nodes.conv2d_1?.position).toEqual(before.nodes.conv2d_1?.position);
    expect(after.nodes.conv2d_1?.params).toMatchObject({ filters: 2, padding: 'valid' });
    expect(Object.keys(after.nodes)).toEqual(Object.keys(before.nodes));
  });

  it('hands on the network’s output and the block’s', () => {
    const named = applyCommand(branching(), { kind: 'set-outputs', nodes: ['relu_1', 'relu_2'] });
    const after = applyCommand(named, {
      kind: 'replace-layer',
      node: 'relu_1',
      layers: [{ type: 'tanh', params: {} }, relu],
    });
    expect(after.outputs.map((id) => after.nodes[id]?.type)).toEqual(['relu', 'relu']);
    expect(sources(after, after.outputs[0] ?? '')).toEqual(['tanh_1']);

    const grouped = applyCommand(branching(), { kind: 'group', nodes: ['concatenate_1', 'relu_2'], name: 'Head' });
    const [block] = Object.values(grouped.blocks);
    const inner = applyCommand(grouped, {
      kind: 'replace-layer',
      node: block?.output ?? '',
      layers: [{ type: 'tanh', params: {} }],
    });
    const output = inner.blocks[block?.id ?? '']?.output ?? '';
    expect(inner.nodes[output]).toMatchObject({ type: 'tanh', scope: block?.id });
  });

  it('keeps a name for a single layer, and numbers it where several compute', () => {
    const named = applyCommand(branching(), { kind: 'set-title', node: 'conv2d_1', title: 'stem' });
    const conv = { type: 'conv2d', params: {} };
    const one = applyCommand(named, { kind: 'replace-layer', node: 'conv2d_1', layers: [conv, relu] });
    expect(Object.values(one.nodes).flatMap(({ title }) => title ?? [])).toEqual(['stem']);
    const two = applyCommand(named, { kind: 'replace-layer', node: 'conv2d_1', layers: [conv, relu, conv] });
    expect(Object.values(two.nodes).flatMap(({ title }) => title ?? [])).toEqual(['stem_1', 'stem_2']);
  });

  it.each([
    { node: 'conv2d_9', layers: [relu] },
    { node: 'conv2d_1', layers: [] },
    { node: 'conv2d_1', layers: [{ type: 'warp', params: {} }] },
    { node: 'conv2d_1', layers: [{ type: 'add', params: {} }] },
    { node: 'conv2d_1', layers: [{ type: 'input', params: {} }] },
  ])('changes nothing where it cannot be: %j', (command) => {
    const before = branching();
    expect(applyCommand(before, { kind: 'replace-layer', ...command })).toBe(before);
  });
});
