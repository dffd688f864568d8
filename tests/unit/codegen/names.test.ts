import fc from 'fast-check';
import ts from 'typescript';
import { identifier, uniqueNames } from '@/lib/codegen/names';

describe('identifier', () => {
  it.each([
    ['C1', 'c1'],
    ['Conv 1', 'conv1'],
    ['FC6', 'fc6'],
    ['feature maps (second)', 'featureMapsSecond'],
    ['conv2d_3', 'conv2d3'],
    ['Tích chập đầu tiên', 'tichChapDauTien'],
    ['Überschuß', 'uberschuss'],
    ['1×1 projection', 'layer11Projection'],
    ['卷积', ''],
    ['  ', ''],
  ])('turns %j into %j', (text, expected) => {
    expect(identifier(text)).toBe(expected);
  });
});

describe('uniqueNames', () => {
  it('numbers names that are alike, even in another case', () => {
    const names = uniqueNames(
      [
        { key: 'a', texts: ['Conv'] },
        { key: 'b', texts: ['conv'] },
        { key: 'c', texts: ['Conv1'] },
        { key: 'd', texts: ['CONV1'] },
      ],
      [],
    );
    expect([...names.values()]).toEqual(['conv', 'conv2', 'conv1', 'conv1_2']);
  });

  it('keeps away from reserved words and from names that the file uses', () => {
    const sources = [
      { key: 'a', texts: ['new'] },
      { key: 'b', texts: ['TF'] },
      { key: 'c', texts: ['yield'] },
    ];
    expect([...uniqueNames(sources, ['tf']).values()]).toEqual(['new2', 'tf2', 'yield2']);
  });

  it('falls back to the next text where nothing of a title can stand in an identifier', () => {
    expect(uniqueNames([{ key: 'a', texts: ['卷积', 'conv2d_1'] }], []).get('a')).toBe('conv2d1');
  });

  it('gives identifiers that TypeScript accepts and no two alike, whatever the titles', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }), (titles) => {
        const names = uniqueNames(
          titles.map((title, index) => ({ key: String(index), texts: [title, `layer_${index}`] })),
          ['tf'],
        );
        const all = [...names.values()];
        expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(titles.length);
        const text = all.map((name) => `const ${name} = 1;`).join('\n');
        const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
        expect(diagnostics).toEqual([]);
      }),
    );
  });
});
