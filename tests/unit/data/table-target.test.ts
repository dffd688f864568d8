import { withKind, withTarget } from '@/components/data/table-target';
import type { FoundColumn, TableOptions } from '@/lib/datasets/import/protocol';

const number = (name: string, distinct = 50): FoundColumn => ({ name, kind: 'number', distinct, examples: ['1'] });
const text = (name: string): FoundColumn => ({ name, kind: 'text', distinct: 3, examples: ['a'] });

const columns = [number('width'), number('height'), number('isRed', 2), text('kind')];
const table: TableOptions = {
  hasHeader: true,
  inputs: ['width', 'height', 'isRed'],
  fileColumn: null,
  pixels: null,
  targets: [{ kind: 'classes', column: 'kind' }],
};

test('a column that is learned is no input any more, and one that is let go of is one again', () => {
  const byHeight = withTarget(table, { kind: 'values', columns: ['height'] }, columns);
  // A text is none, whether learned or not.
  expect(byHeight.inputs).toEqual(['width', 'isRed']);
  const byWidth = withTarget(byHeight, { kind: 'values', columns: ['width'] }, columns);
  expect(byWidth.inputs).toEqual(['height', 'isRed']);
});

test('the pixels of pictures stay the input whatever is learned', () => {
  const pictures = { ...table, pixels: [1, 2, 1], inputs: ['width', 'height'] };
  expect(withTarget(pictures, { kind: 'classes', column: 'isRed' }, columns).inputs).toEqual(['width', 'height']);
});

test('another kind of target takes the columns that will do for it', () => {
  const classes = { kind: 'classes', column: 'kind' } as const;
  expect(withKind('values', classes, columns)).toEqual({ kind: 'values', columns: ['isRed'] });
  expect(withKind('labels', classes, columns)).toEqual({ kind: 'labels', columns: ['isRed'] });
  expect(withKind('label-list', classes, columns)).toEqual({ kind: 'label-list', column: 'kind', separator: '|' });
  expect(withKind('classes', { kind: 'values', columns: ['width'] }, columns)).toEqual({
    kind: 'classes',
    column: 'width',
  });
});
