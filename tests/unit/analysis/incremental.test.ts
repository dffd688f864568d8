import fc from 'fast-check';
import { analyze } from '@/lib/analysis/analyze';
import { applyCommand } from '@/lib/document/apply-command';
import { createDocument } from '@/lib/document/create-document';
import type { Document } from '@/lib/document/document';
import { expandBlocks } from '@/lib/document/expand-blocks';
import { buildTinyResnet } from '@/lib/document/templates/tiny-resnet';
import { buildVgg } from '@/lib/document/templates/vgg';
import { nestedDesign, residualDesign } from '../document/blocks/designs';
import { randomCommands } from '../document/random-document';
import { change, MNIST } from './designs';

/** A copy shares no object with the design, so nothing that is kept of the design is found again. */
function afresh(document: Document, task: typeof MNIST | null) {
  return analyze(structuredClone(document), task);
}

describe('what is kept from one edit to the next', () => {
  it('never shows: after every edit the analysis is that of a design seen for the first time', () => {
    fc.assert(
      fc.property(randomCommands, fc.boolean(), (commands, hasTask) => {
        const task = hasTask ? MNIST : null;
        let document = createDocument('random');
        for (const command of commands) {
          document = applyCommand(document, command);
          expect(analyze(document, task)).toEqual(afresh(document, task));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is not mixed up between two designs that are edited by turns', () => {
    const first = buildTinyResnet();
    let [second, third] = [first, first];
    for (const filters of [8, 24, 8, 32]) {
      second = change(second, { kind: 'set-param', node: 'conv2d_2', param: 'filters', value: filters });
      third = change(third, { kind: 'set-title', node: 'conv2d_3', title: `of ${filters}` });
      expect(analyze(second, MNIST)).toEqual(afresh(second, MNIST));
      expect(analyze(third, null)).toEqual(afresh(third, null));
      expect(analyze(first, MNIST)).toEqual(afresh(first, MNIST));
    }
  });

  it('keeps what an edit does not touch: the layers before it the same objects', () => {
    const before = buildVgg('VGG-16');
    const after = change(before, { kind: 'set-param', node: 'conv2d_5', param: 'filters', value: 128 });
    const [a, b] = [analyze(before, null), analyze(after, null)];
    expect(b.layers['conv2d_4']).toBe(a.layers['conv2d_4']);
    expect(b.layers['conv2d_5']).not.toBe(a.layers['conv2d_5']);
    expect(b.network).toBe(a.network);
  });
});

describe('blocks written out', () => {
  it.each([
    ['inside a block', residualDesign(3), 'conv2d_1'],
    ['outside every block', nestedDesign(), 'dense_1'],
  ])('keep layers and edges that an edit %s does not touch the same objects', (_, before, node) => {
    const after = change(before, { kind: 'set-title', node, title: 'renamed' });
    const [a, b] = [expandBlocks(before), expandBlocks(after)];
    expect(b.flat.edges).toBe(a.flat.edges);
    for (const [id, flat] of Object.entries(b.flat.nodes)) {
      if (id === node || id.endsWith(`.${node}`)) expect(flat.title).toBe('renamed');
      else expect(flat).toBe(a.flat.nodes[id]);
    }
    expect(Object.keys(b.flat.nodes)).toEqual(Object.keys(a.flat.nodes));
  });
});
