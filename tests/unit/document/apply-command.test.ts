import fc from 'fast-check';
import { applyCommand } from '@/lib/document/apply-command';
import type { Command } from '@/lib/document/command';
import { createDocument } from '@/lib/document/create-document';
import type { Document } from '@/lib/document/document';
import { addedNodes, incomingEdges } from '@/lib/document/graph';
import { randomCommands } from './random-document';

const empty = createDocument('test');

function run(...commands: readonly Command[]): Document {
  return commands.reduce(applyCommand, empty);
}

function edgesOf(document: Document): readonly string[] {
  return Object.values(document.edges)
    .map(({ source, target }) => `${source} > ${target}`)
    .sort();
}

const add = (type: string, after?: string): Command => ({ kind: 'add-layer', type, ...(after ? { after } : {}) });
const chain = [add('input'), add('conv2d', 'input_1'), add('relu', 'conv2d_1'), add('flatten', 'relu_1')];

describe('adding a layer', () => {
  it('gives ids that count up per type and the defaults of its fields', () => {
    const document = run(add('conv2d'), add('conv2d'), add('relu'));
    expect(Object.keys(document.nodes)).toEqual(['conv2d_1', 'conv2d_2', 'relu_1']);
    expect(document.nodes.conv2d_2?.params).toMatchObject({ filters: 32, kernelSize: [3, 3], padding: 'valid' });
  });

  it('keeps the parameters it is given and fills in the rest', () => {
    const document = run({ kind: 'add-layer', type: 'dense', params: { units: 7 } });
    expect(document.nodes.dense_1?.params).toMatchObject({ units: 7, useBias: true });
  });

  it('connects it after a layer at the end of a chain', () => {
    expect(edgesOf(run(...chain))).toEqual(['conv2d_1 > relu_1', 'input_1 > conv2d_1', 'relu_1 > flatten_1']);
  });

  it('takes over the only outgoing edge of the layer it is added after', () => {
    const document = run(...chain, add('tanh', 'conv2d_1'));
    expect(edgesOf(document)).toContain('conv2d_1 > tanh_1');
    expect(edgesOf(document)).toContain('tanh_1 > relu_1');
    expect(edgesOf(document)).not.toContain('conv2d_1 > relu_1');
  });

  it('starts a branch after a layer that already leads to several', () => {
    const document = run(...chain.slice(0, 2), add('relu', 'conv2d_1'), add('tanh'), {
      kind: 'connect',
      source: 'conv2d_1',
      target: 'tanh_1',
    });
    expect(edgesOf(applyCommand(document, add('sigmoid', 'conv2d_1')))).toEqual([
      'conv2d_1 > relu_1',
      'conv2d_1 > sigmoid_1',
      'conv2d_1 > tanh_1',
      'input_1 > conv2d_1',
    ]);
  });

  it('leaves an input layer unconnected, whatever it is added after', () => {
    expect(edgesOf(run(add('conv2d'), add('input', 'conv2d_1')))).toEqual([]);
  });

  it('moves what follows down, so that no two layers of a chain lie on each other', () => {
    const document = run(...chain, add('tanh', 'conv2d_1'), add('sigmoid', 'conv2d_1'));
    const heights = Object.values(document.nodes).map(({ position }) => position.y);
    expect(new Set(heights).size).toBe(6);
  });

  it('leaves the document alone when the type or the layer to follow is not known', () => {
    const document = run(...chain);
    expect(applyCommand(document, add('unheard_of'))).toBe(document);
    expect(applyCommand(document, add('relu', 'gone_1'))).toBe(document);
  });
});

describe('edges', () => {
  it('splits an edge for a new layer and keeps its place among the target’s inputs', () => {
    const before = run(add('input'), add('conv2d', 'input_1'), add('concatenate'), ...joins('input_1', 'conv2d_1'));
    const [first] = incomingEdges(before, 'concatenate_1');
    const document = applyCommand(before, { kind: 'insert-on-edge', edge: first?.id ?? '', type: 'relu' });
    expect(incomingEdges(document, 'concatenate_1').map(({ source }) => source)).toEqual(['relu_1', 'conv2d_1']);
  });

  it('moves an unconnected layer onto an edge, but not a connected one', () => {
    const document = run(...chain, add('tanh'));
    const edge = incomingEdges(document, 'flatten_1')[0]?.id ?? '';
    const spliced = applyCommand(document, { kind: 'splice-on-edge', edge, node: 'tanh_1' });
    expect(edgesOf(spliced)).toContain('relu_1 > tanh_1');
    expect(edgesOf(spliced)).toContain('tanh_1 > flatten_1');
    expect(applyCommand(document, { kind: 'splice-on-edge', edge, node: 'conv2d_1' })).toBe(document);
  });

  it('joins two layers once, never a layer to itself, and never into an input', () => {
    const document = run(...chain);
    for (const [source, target] of [
      ['input_1', 'conv2d_1'],
      ['relu_1', 'relu_1'],
      ['relu_1', 'input_1'],
      ['relu_1', 'gone_1'],
    ] as const) {
      expect(applyCommand(document, { kind: 'connect', source, target })).toBe(document);
    }
  });

  it('allows a second input and a cycle: the analysis speaks about those', () => {
    expect(edgesOf(run(...chain, { kind: 'connect', source: 'flatten_1', target: 'conv2d_1' }))).toHaveLength(4);
  });

  it('gives one end of an edge to another layer and keeps the slot while the target stays', () => {
    const before = run(
      add('input'),
      add('conv2d', 'input_1'),
      add('relu'),
      add('concatenate'),
      ...joins('input_1', 'conv2d_1'),
    );
    const edge = incomingEdges(before, 'concatenate_1')[0]?.id ?? '';
    const document = applyCommand(before, { kind: 'reconnect', edge, source: 'relu_1', target: 'concatenate_1' });
    expect(incomingEdges(document, 'concatenate_1').map(({ source }) => source)).toEqual(['relu_1', 'conv2d_1']);
  });
});

describe('removing', () => {
  it('heals the chain behind a layer with one input', () => {
    const document = run(...chain, { kind: 'remove', nodes: ['conv2d_1', 'relu_1'], edges: [] });
    expect(edgesOf(document)).toEqual(['input_1 > flatten_1']);
  });

  it('heals towards every layer that followed', () => {
    const document = run(
      ...chain,
      add('tanh'),
      { kind: 'connect', source: 'relu_1', target: 'tanh_1' },
      {
        kind: 'remove',
        nodes: ['relu_1'],
        edges: [],
      },
    );
    expect(edgesOf(document)).toEqual(['conv2d_1 > flatten_1', 'conv2d_1 > tanh_1', 'input_1 > conv2d_1']);
  });

  it('leaves a gap where an edge was removed', () => {
    const before = run(...chain);
    const edge = incomingEdges(before, 'relu_1')[0]?.id ?? '';
    const document = applyCommand(before, { kind: 'remove', nodes: [], edges: [edge] });
    expect(edgesOf(document)).toEqual(['input_1 > conv2d_1', 'relu_1 > flatten_1']);
  });

  it('joins nothing twice when a shortcut runs past the removed layer', () => {
    const document = run(add('input'), add('relu', 'input_1'), add('add'), ...joins('input_1', 'relu_1'), {
      kind: 'remove',
      nodes: ['relu_1'],
      edges: [],
    });
    expect(edgesOf(document)).toEqual(['input_1 > add_1']);
  });

  it.each([
    ['the merge first', ['add_1', 'relu_1']],
    ['the merge last', ['relu_1', 'add_1']],
  ])('closes the gap of a whole residual block, whatever is named first: %s', (_, nodes) => {
    const block = run(
      add('input'),
      add('relu', 'input_1'),
      add('add'),
      { kind: 'connect', source: 'relu_1', target: 'add_1' },
      { kind: 'connect', source: 'input_1', target: 'add_1' },
      add('flatten', 'add_1'),
    );
    expect(edgesOf(applyCommand(block, { kind: 'remove', nodes, edges: [] }))).toEqual(['input_1 > flatten_1']);
  });

  it('leaves a gap behind a merge whose branches stay: nobody can tell which of them goes on', () => {
    const document = run(
      add('input'),
      add('relu', 'input_1'),
      add('tanh', 'input_1'),
      add('add'),
      { kind: 'connect', source: 'relu_1', target: 'add_1' },
      { kind: 'connect', source: 'tanh_1', target: 'add_1' },
      add('flatten', 'add_1'),
    );
    const removed = applyCommand(document, { kind: 'remove', nodes: ['add_1'], edges: [] });
    expect(edgesOf(removed).filter((edge) => edge.includes('flatten_1'))).toEqual([]);
  });

  it('keeps the order of a Concatenate’s inputs when the layer before one of them goes', () => {
    const before = run(
      add('input'),
      add('conv2d', 'input_1'),
      add('relu', 'conv2d_1'),
      add('concatenate'),
      ...joins('relu_1', 'input_1'),
    );
    const document = applyCommand(before, { kind: 'remove', nodes: ['relu_1'], edges: [] });
    expect(incomingEdges(document, 'concatenate_1').map(({ source }) => source)).toEqual(['conv2d_1', 'input_1']);
  });

  it('leaves the document alone when nothing named is there', () => {
    const document = run(...chain);
    expect(applyCommand(document, { kind: 'remove', nodes: ['gone_1', 'constructor'], edges: ['gone'] })).toBe(
      document,
    );
  });
});

describe('editing', () => {
  const document = run(...chain);

  it.each<[string, Command]>([
    ['a parameter set to what it is', { kind: 'set-param', node: 'conv2d_1', param: 'kernelSize', value: [3, 3] }],
    ['a parameter the type does not have', { kind: 'set-param', node: 'relu_1', param: 'filters', value: 3 }],
    ['a title that was empty before', { kind: 'set-title', node: 'relu_1', title: '  ' }],
    ['a position that is not a number', { kind: 'move', positions: { relu_1: { x: NaN, y: 0 } } }],
    ['the same name', { kind: 'set-name', name: 'test' }],
    ['the same training settings', { kind: 'set-training', settings: { epochs: 2 } }],
    ['an empty batch', { kind: 'batch', commands: [] }],
  ])('%s changes nothing', (_, command) => {
    expect(applyCommand(document, command)).toBe(document);
  });

  it('takes a value out of bounds, as it comes while a person is typing', () => {
    const edited = applyCommand(document, { kind: 'set-param', node: 'conv2d_1', param: 'filters', value: 'ab' });
    expect(edited.nodes.conv2d_1?.params.filters).toBe('ab');
  });

  it('gives a layer its type’s title back when the title is emptied', () => {
    const titled = applyCommand(document, { kind: 'set-title', node: 'relu_1', title: ' gate ' });
    expect(titled.nodes.relu_1?.title).toBe('gate');
    expect(applyCommand(titled, { kind: 'set-title', node: 'relu_1', title: '' })).toEqual(document);
  });

  it('keeps names and titles to one line, as files do', () => {
    const named = applyCommand(document, { kind: 'set-name', name: 'a\nb\u2029c' });
    expect(named.name).toBe('a b c');
    const titled = applyCommand(document, { kind: 'set-title', node: 'relu_1', title: '\u202egate\u0000\n' });
    expect(titled.nodes.relu_1?.title).toBe('gate');
  });

  it('applies a batch as one', () => {
    const batch: Command = { kind: 'batch', commands: [add('dense', 'flatten_1'), add('softmax', 'dense_1')] };
    expect(edgesOf(applyCommand(document, batch))).toContain('dense_1 > softmax_1');
  });
});

describe('pasting', () => {
  it('copies layers and the edges between them under new ids', () => {
    const document = run(...chain);
    const { conv2d_1: convolution, relu_1: relu } = document.nodes;
    const nodes = [convolution, relu].filter((node) => node !== undefined);
    const pasted = applyCommand(document, {
      kind: 'paste',
      nodes,
      edges: Object.values(document.edges),
      offset: { x: 24, y: 24 },
    });
    expect(addedNodes(document, pasted)).toEqual(['conv2d_2', 'relu_2']);
    expect(edgesOf(pasted).filter((edge) => edge.includes('_2'))).toEqual(['conv2d_2 > relu_2']);
  });
});

describe('any series of commands', () => {
  it('keeps edges between layers that exist, each pair joined once, slots unique per target', () => {
    fc.assert(
      fc.property(randomCommands, (commands) => {
        const document = run(...commands);
        const edges = Object.values(document.edges);
        const isNode = (id: string) => Object.hasOwn(document.nodes, id);
        expect(edges.every(({ source, target }) => isNode(source) && isNode(target) && source !== target)).toBe(true);
        expect(new Set(edges.map(({ source, target }) => `${source} ${target}`)).size).toBe(edges.length);
        expect(new Set(edges.map(({ slot, target }) => `${slot} ${target}`)).size).toBe(edges.length);
        expect(Object.entries(document.edges).every(([id, edge]) => id === edge.id)).toBe(true);
        expect(Object.entries(document.nodes).every(([id, node]) => id === node.id)).toBe(true);
      }),
    );
  });

  it('gives the same document every time', () => {
    fc.assert(fc.property(randomCommands, (commands) => expect(run(...commands)).toEqual(run(...commands))));
  });
});

function joins(...sources: readonly string[]): readonly Command[] {
  const document = ['concatenate_1', 'add_1'];
  return sources.flatMap((source) => document.map((target): Command => ({ kind: 'connect', source, target })));
}
