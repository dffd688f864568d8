import { applyCommand } from '@/lib/document/apply-command';
import type { Command } from '@/lib/document/command';
import { createDocument } from '@/lib/document/create-document';
import type { Document } from '@/lib/document/document';
import { connectTargets } from '@/components/canvas/connect-targets';
import { refusalOf } from '@/components/canvas/connection-rules';
import { neighbourOf } from '@/components/canvas/graph-walk';

function build(...commands: readonly Command[]): Document {
  return commands.reduce(applyCommand, createDocument('test'));
}

/** input → left and right → add, and a loose layer far to the right. */
const diamond = build(
  { kind: 'add-layer', type: 'input', position: { x: 100, y: 0 } },
  { kind: 'add-layer', type: 'relu', position: { x: 0, y: 100 } },
  { kind: 'add-layer', type: 'tanh', position: { x: 200, y: 100 } },
  { kind: 'add-layer', type: 'add', position: { x: 100, y: 200 } },
  { kind: 'add-layer', type: 'dropout', position: { x: 900, y: 100 } },
);
const [input = '', left = '', right = '', add = '', loose = ''] = Object.keys(diamond.nodes);
const design = [
  { kind: 'connect', source: input, target: right },
  { kind: 'connect', source: input, target: left },
  { kind: 'connect', source: right, target: add },
  { kind: 'connect', source: left, target: add },
].reduce((document, command) => applyCommand(document, command as Command), diamond);

describe('neighbourOf', () => {
  test.each([
    ['down', input, left],
    ['down', left, add],
    ['up', add, right],
    ['right', left, right],
    ['right', right, loose],
    ['left', right, left],
    ['up', input, null],
  ] as const)('%s of %s is %s', (direction, from, to) => {
    expect(neighbourOf(design, from, direction)).toBe(to);
  });
});

describe('refusalOf', () => {
  test.each([
    ['a layer to itself', left, left, 'self'],
    ['the same two layers twice', input, left, 'duplicate'],
    ['anything to an input layer', left, input, 'takes-no-input'],
    ['a cycle, which is drawn and then diagnosed', add, left, null],
    ['a second input', left, right, null],
  ] as const)('%s', (_, source, target, expected) => {
    expect(refusalOf(design, source, target)).toBe(expected);
  });
});

describe('connectTargets', () => {
  test('offers loose layers first, never the layer itself, its targets, or an input layer', () => {
    const ids = connectTargets({ document: design, source: input, query: '', locale: 'en' }).map(({ id }) => id);
    expect(ids).toEqual([loose, add]);
  });

  test('narrows the list by title', () => {
    const ids = connectTargets({ document: design, source: input, query: 'drop', locale: 'en' }).map(({ id }) => id);
    expect(ids).toEqual([loose]);
  });
});
