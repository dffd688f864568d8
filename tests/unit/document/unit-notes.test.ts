import { applyCommand } from '@/lib/document/apply-command';
import type { Command } from '@/lib/document/command';
import { createDocument } from '@/lib/document/create-document';
import type { Document } from '@/lib/document/document';
import { createHistory, perform, undo } from '@/lib/document/history';
import { expandBlocks } from '@/lib/document/expand-blocks';
import { loadDocument } from '@/lib/document/load';
import { saveDocument } from '@/lib/document/save';
import { countNotes, MOST_NOTE_CHARACTERS } from '@/lib/document/unit-notes';
import { hasNotedUnits, notedUnits, notesOfLayer } from '@/lib/document/noted-units';
import { sameNetwork } from '@/lib/state/same-network';

function design(...commands: readonly Command[]): Document {
  const chain: readonly Command[] = [
    { kind: 'add-layer', type: 'input' },
    { kind: 'add-layer', type: 'conv2d', after: 'input_1' },
    { kind: 'add-layer', type: 'relu', after: 'conv2d_1' },
  ];
  return [...chain, ...commands].reduce(applyCommand, createDocument('notes'));
}

const note = (node: string, unit: number, text: string): Command => ({ kind: 'set-unit-note', node, unit, note: text });
const notes = (document: Document, layer: string) => [...notesOfLayer(document, layer)];
const EDGE = 'left edge: dark to bright';

describe('the note on a unit', () => {
  it('is kept on its layer, changed, and taken away when it is emptied', () => {
    const noted = design(note('conv2d_1', 5, EDGE), note('conv2d_1', 2, 'dot'));
    expect(notes(noted, 'conv2d_1')).toEqual([
      [2, 'dot'],
      [5, EDGE],
    ]);
    const emptied = [note('conv2d_1', 5, ' '), note('conv2d_1', 2, '')].reduce(applyCommand, noted);
    expect(emptied).toEqual(design());
  });

  it('is one step to undo, and makes the network no other', () => {
    const history = createHistory(design());
    const noted = perform(history, note('conv2d_1', 0, EDGE));
    expect(sameNetwork(noted.present, history.present)).toBe(true);
    expect(undo(noted).present).toBe(history.present);
  });

  it('changes nothing where there is no such layer or the same note stands', () => {
    const noted = design(note('conv2d_1', 5, EDGE));
    expect(applyCommand(noted, note('conv2d_1', 5, `${EDGE} `))).toBe(noted);
    expect(applyCommand(noted, note('conv2d_9', 5, EDGE))).toBe(noted);
    expect(applyCommand(noted, note('conv2d_1', -1, EDGE))).toBe(noted);
  });

  it('goes into the file and comes out of it', () => {
    const noted = design(note('conv2d_1', 5, 'cạnh trái: từ tối sang sáng'));
    const loaded = loadDocument(saveDocument(noted), 'x');
    expect(loaded.ok && loaded.value).toEqual({ document: noted, warnings: [] });
  });

  it('of a broken file is left out where it is none, and shortened where it is too long', () => {
    const file = JSON.parse(saveDocument(design())) as { nodes: Record<string, Record<string, unknown>> };
    const own = file.nodes['conv2d_1'] ?? {};
    own['notes'] = { '1': 'x'.repeat(500), '2': 7, three: 'no unit', '4': '  ', __proto__: 'no' };
    const loaded = loadDocument(JSON.stringify(file), 'x');
    if (!loaded.ok) throw new Error(loaded.error.code);
    expect(notes(loaded.value.document, 'conv2d_1')).toEqual([[1, 'x'.repeat(MOST_NOTE_CHARACTERS)]]);
  });

  it('goes along with a copy, and stays behind when another type takes the place', () => {
    const noted = design(note('conv2d_1', 5, EDGE));
    const copied = applyCommand(noted, {
      kind: 'paste',
      nodes: Object.values(noted.nodes).filter(({ id }) => id === 'conv2d_1'),
      edges: [],
      offset: { x: 10, y: 10 },
    });
    expect(notes(copied, 'conv2d_2')).toEqual([[5, EDGE]]);
    const replaced = applyCommand(noted, {
      kind: 'replace-layer',
      node: 'conv2d_1',
      layers: [{ type: 'relu', params: {} }],
    });
    expect(Object.values(replaced.nodes).map(countNotes)).toEqual([0, 0, 0]);
  });

  it('follows its unit into a block, is of one repetition there, and follows it out again', () => {
    const grouped = design(note('conv2d_1', 5, EDGE), { kind: 'group', nodes: ['conv2d_1', 'relu_1'], name: 'B' });
    expect(notes(grouped, 'block_1.conv2d_1')).toEqual([[5, EDGE]]);
    expect(notes(grouped, 'conv2d_1')).toEqual([]);
    const commands: readonly Command[] = [
      { kind: 'set-param', node: 'block_1', param: 'repeat', value: 2 },
      note('block_1.2.conv2d_1', 5, 'second'),
    ];
    const twice = commands.reduce(applyCommand, grouped);
    expect(Object.keys(expandBlocks(twice).flat.nodes)).toContain('block_1.2.conv2d_1');
    const apart = applyCommand(twice, { kind: 'ungroup', node: 'block_1' });
    const all = Object.keys(apart.nodes).flatMap((id) => notes(apart, id).map(([unit, text]) => [unit, text]));
    expect(all).toEqual([
      [5, EDGE],
      [5, 'second'],
    ]);
    expect(applyCommand(grouped, { kind: 'ungroup', node: 'block_1' }).nodes['conv2d_1']?.notes).toEqual({ '5': EDGE });
  });

  describe('in a block that goes into another one', () => {
    const nested = () =>
      design({ kind: 'group', nodes: ['conv2d_1'], name: 'Inner' }, note('block_1.conv2d_1', 5, EDGE), {
        kind: 'group',
        nodes: ['block_1', 'relu_1'],
        name: 'Outer',
      });

    it('follows its unit, and is counted on both', () => {
      const document = nested();
      expect(Object.keys(expandBlocks(document).flat.nodes)).toContain('block_2.block_1.conv2d_1');
      expect(notes(document, 'block_2.block_1.conv2d_1')).toEqual([[5, EDGE]]);
      expect(notes(document, 'block_1.conv2d_1')).toEqual([]);
      const noted = [{ node: 'block_2.block_1.conv2d_1', unit: 5, note: EDGE }];
      expect(notedUnits(document, 'block_2')).toEqual(noted);
      expect(notedUnits(document, 'block_1')).toEqual(noted);
      expect(notedUnits(document, 'conv2d_1')).toEqual(noted);
      expect(notedUnits(document, 'relu_1')).toEqual([]);
    });

    it('is known to be there of every layer and block as it is counted, before and after a change', () => {
      const agrees = (document: Document): boolean[] =>
        Object.keys(document.nodes).map((id) => hasNotedUnits(document, id) === notedUnits(document, id).length > 0);
      const noted = nested();
      const held = (document: Document) => Object.keys(document.nodes).filter((id) => hasNotedUnits(document, id));
      expect(held(noted).sort()).toEqual(['block_1', 'block_2', 'conv2d_1']);
      const emptied = applyCommand(noted, note('block_2.block_1.conv2d_1', 5, ''));
      expect(held(emptied)).toEqual([]);
      expect([...agrees(noted), ...agrees(emptied)]).not.toContain(false);
    });

    it('follows it out again', () => {
      const apart = applyCommand(nested(), { kind: 'ungroup', node: 'block_2' });
      expect(notes(apart, 'block_1.conv2d_1')).toEqual([[5, EDGE]]);
      expect(apart.nodes['conv2d_1']?.notes).toEqual({ 'block_1.5': EDGE });
    });

    it('goes into the copy that stands for a repetition, and leaves nothing behind', () => {
      const twice = [
        { kind: 'set-param', node: 'block_2', param: 'repeat', value: 2 } as const,
        note('block_2.2.block_1.conv2d_1', 7, 'second'),
      ].reduce(applyCommand, nested());
      const apart = applyCommand(twice, { kind: 'ungroup', node: 'block_2' });
      const flat = Object.keys(expandBlocks(apart).flat.nodes).filter((id) => id.endsWith('.conv2d_1'));
      expect(flat.map((id) => notes(apart, id))).toEqual([[[5, EDGE]], [[7, 'second']]]);
      expect(notedUnits(apart, 'block_2')).toEqual([]);
    });

    it('of one of two uses leaves with it, and the other keeps its own', () => {
      const two = [
        {
          kind: 'paste',
          nodes: Object.values(nested().nodes).filter(({ id }) => id === 'block_2'),
          edges: [],
          offset: { x: 10, y: 10 },
        } as const,
      ].reduce<Document>(applyCommand, nested());
      const apart = applyCommand(two, { kind: 'ungroup', node: 'block_2' });
      const kept = Object.keys(apart.nodes['conv2d_1']?.notes ?? {});
      expect(kept.filter((key) => key.startsWith('block_2.'))).toEqual([]);
      expect(Object.values(apart.nodes['conv2d_1']?.notes ?? {})).toContain(EDGE);
    });
  });
});
