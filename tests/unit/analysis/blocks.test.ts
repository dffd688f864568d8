import fc from 'fast-check';
import type { Diagnostic, Place } from '@/lib/analysis/diagnostic';
import { analyze } from '@/lib/analysis/analyze';
import { applyCommand } from '@/lib/document/apply-command';
import { usesOf } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';
import { addChain } from '@/lib/document/templates/build-chain';
import { nestedDesign, residualDesign } from '../document/blocks/designs';
import { randomDocument } from '../document/random-document';
import { change, codesOf, design, fixed, MNIST, only } from './designs';

describe('the analysis of a design with blocks', () => {
  it('sums up a block over its repetitions, and gives its output and receptive field', () => {
    const { layers } = analyze(residualDesign(3), null);
    // A 3 × 3 convolution of 8 to 8 channels without bias, and four vectors of the normalization.
    expect(layers['block_1']).toMatchObject({
      params: 3 * (9 * 8 * 8 + 4 * 8),
      trainableParams: 3 * (9 * 8 * 8 + 2 * 8),
    });
    expect(layers['block_1']?.output?.shape).toEqual([16, 16, 8]);
    expect(layers['block_1']?.receptiveField?.size).toEqual([7, 7]);
    expect(layers['block_1.3.conv2d_1']?.receptiveField?.size).toEqual([7, 7]);
  });

  it('sums up nested blocks in the outer one', () => {
    const { layers, totals } = analyze(nestedDesign(), null);
    const one = 9 * 8 * 8 + 4 * 8;
    expect(layers['block_2.block_1']?.params).toBe(2 * one);
    expect(layers['block_2']?.params).toBe(6 * one);
    expect(totals.params).toBe(6 * one + 8 * 10 + 10);
  });

  it('tells of a layer inside, of an input and of an edge what they are where the block is used first', () => {
    const { layers, edges } = analyze(nestedDesign(), null);
    expect(layers['conv2d_1']?.output?.shape).toEqual([16, 16, 8]);
    expect(layers['conv2d_1']?.params).toBe(9 * 8 * 8);
    expect(layers['block_input_1']?.output?.shape).toEqual([16, 16, 8]);
    expect(Object.values(edges).every((type) => type !== null)).toBe(true);
  });

  it('reports a mistake inside a block once, at the layer as it is drawn, and mends it there', () => {
    const small = change(nestedDesign(), { kind: 'set-param', node: 'conv2d_1', param: 'padding', value: 'valid' });
    const unequal = only(analyze(small, null), 'shape/add-unequal');
    expect(unequal.place).toMatchObject({ kind: 'edge', node: 'add_1' });
    const drawn = 'edge' in unequal.place ? small.edges[unequal.place.edge] : undefined;
    expect(drawn?.target).toBe('add_1');
    const strange = change(nestedDesign(), { kind: 'set-param', node: 'conv2d_1', param: 'filters', value: 0 });
    const range = only(analyze(strange, null), 'param/out-of-range');
    expect(range.place).toEqual({ kind: 'param', node: 'conv2d_1', param: 'filters' });
  });

  it('offers no mend that holds for one repetition and leaves the mistake in the next', () => {
    const pooled = (repeat: number) =>
      change(residualDesign(repeat), {
        kind: 'insert-on-edge',
        edge: edgeInto(residualDesign(repeat), 'conv2d_1'),
        type: 'adaptive_avg_pool2d',
        params: { outputSize: [6, 6] },
      });
    // 16 × 16 in: a shortcut of every third place makes 6 × 6 of it, and 2 × 2 of the 6 × 6 after that.
    const [once, twice] = [pooled(1), pooled(2)].map((document) => only(analyze(document, null), 'shape/add-unequal'));
    expect(once?.fixes).not.toEqual([]);
    expect(twice?.fixes).toEqual([]);
  });

  it('puts what is missing at the end of the network behind a block that ends it, not into the block', () => {
    const bare = change(residualDesign(2), {
      kind: 'remove',
      nodes: ['global_avg_pool2d_1', 'dense_1', 'softmax_1'],
      edges: [],
    });
    const task = { ...MNIST, inputShape: [16, 16, 8] };
    const mended = fixed(bare, only(analyze(bare, task), 'task/output-not-vector'));
    expect(
      Object.values(mended.nodes)
        .filter(({ type }) => type === 'dense')
        .map(({ scope }) => scope),
    ).toEqual([undefined]);
    expect(codesOf(mended, task)).not.toContain('task/output-not-vector');
  });

  it('says at the block that it has no input, not at the layers that wait for it inside', () => {
    const alone = change(residualDesign(2), { kind: 'add-layer', type: 'block', params: { block: 'block_1' } });
    const missing = analyze(alone, null).diagnostics.filter(({ code }) => code === 'topology/missing-input');
    expect(missing.map(({ place }) => place)).toEqual([{ kind: 'node', node: 'block_2' }]);
  });

  it('removes a whole block where an unused branch is one', () => {
    const branch = change(
      residualDesign(2),
      { kind: 'add-layer', type: 'block', params: { block: 'block_1' } },
      { kind: 'connect', source: 'input_1', target: 'block_2' },
    );
    const unused = only(analyze(branch, null), 'topology/unused-output');
    expect(unused.place).toEqual({ kind: 'node', node: 'block_2' });
    const mended = fixed(branch, unused);
    expect(usesOf(mended, 'block_1').map(({ id }) => id)).toEqual(['block_1']);
    expect(Object.keys(mended.nodes)).toContain('conv2d_1');
  });

  it('does not remove a block with an unused branch in it that gives its own input on', () => {
    const through = design((builder) => {
      const block = builder.block('Through', (inside, input) => {
        addChain(inside, [['conv2d'], ['relu']], input);
        return input;
      });
      const used = builder.use(block, {}, builder.add('input', { shape: [16, 16, 8] }));
      addChain(builder, [['flatten'], ['dense', { units: 10 }], ['softmax']], used);
    });
    const unused = only(analyze(through, null), 'topology/unused-output');
    for (const fix of unused.fixes)
      expect(usesOf(fixed(through, { ...unused, fixes: [fix] }), 'block_1')).toHaveLength(1);
  });

  it('says once in a mend what concerns every repetition of a layer', () => {
    const biased = change(residualDesign(3), { kind: 'set-param', node: 'conv2d_1', param: 'useBias', value: true });
    const mended = analyze(biased, null).diagnostics.flatMap(({ fixes }) => fixes.map(({ command }) => command));
    const batches = mended.flatMap((command) => (command.kind === 'batch' ? [command.commands] : []));
    for (const commands of batches) {
      expect(new Set(commands.map((command) => JSON.stringify(command))).size).toBe(commands.length);
    }
    expect(batches.length).toBeGreaterThan(0);
  });

  it('lets a block without inputs be fed from nothing', () => {
    const closed = design((builder) => {
      const block = builder.block('Source', (inside) => inside.add('input', { shape: [4] }), { inputs: 0 });
      builder.add('relu', {}, builder.use(block));
    });
    expect(analyze(closed, null).layers['relu_1']?.output?.shape).toEqual([4]);
  });

  it('speaks of places and mends that are in the document as it is drawn', () => {
    fc.assert(
      fc.property(randomDocument, (document) => {
        for (const diagnostic of analyze(document, MNIST).diagnostics) {
          for (const place of [diagnostic.place, ...diagnostic.related]) expect(isDrawn(document, place)).toBe(true);
          for (const fix of diagnostic.fixes) expect(changes(document, fix)).toBe(true);
        }
      }),
    );
  });
});

function edgeInto({ edges }: Document, target: string): string {
  const edge = Object.values(edges).find((known) => known.target === target);
  if (edge === undefined) throw new Error(`nothing leads to ${target}`);
  return edge.id;
}

function isDrawn(document: Document, place: Place): boolean {
  if (place.kind === 'document') return true;
  return (
    Object.hasOwn(document.nodes, place.node) && (place.kind !== 'edge' || Object.hasOwn(document.edges, place.edge))
  );
}

function changes(document: Document, { command }: Diagnostic['fixes'][number]): boolean {
  return applyCommand(document, command) !== document;
}
