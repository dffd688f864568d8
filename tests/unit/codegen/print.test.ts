import { printProgram, quote } from '@/lib/codegen/print';
import { chain, fromJson, name, type Statement } from '@/lib/codegen/tree';
import { formatted } from '@/tests/golden/formatted';

function layer(options: Readonly<Record<string, number | string | readonly number[]>>): Statement {
  const calls = [
    { method: 'conv2d', args: [fromJson(options)] },
    { method: 'apply', args: [name('input')] },
  ];
  return {
    kind: 'const',
    name: 'conv',
    value: { kind: 'as', of: chain(name('tf.layers'), ...calls), type: 'tf.SymbolicTensor' },
    node: 'n1',
  };
}

describe('printProgram', () => {
  it('keeps on one line what fits', () => {
    expect(printProgram([layer({ filters: 6 })]).code).toBe(
      'const conv = tf.layers.conv2d({ filters: 6 }).apply(input) as tf.SymbolicTensor;\n',
    );
  });

  it('puts the calls below each other where a line is too short, and the options too where they are still too long', () => {
    expect(printProgram([layer({ filters: 6, kernelSize: [5, 3], padding: 'same' })]).code).toBe(
      [
        'const conv = tf.layers',
        "  .conv2d({ filters: 6, kernelSize: [5, 3], padding: 'same' })",
        '  .apply(input) as tf.SymbolicTensor;',
        '',
      ].join('\n'),
    );
    const long = {
      filters: 6,
      kernelSize: [5, 3],
      strides: [2, 1],
      padding: 'same',
      kernelInitializer: 'glorotUniform',
    };
    expect(printProgram([layer(long)]).code.split('\n')).toEqual([
      'const conv = tf.layers',
      '  .conv2d({',
      '    filters: 6,',
      '    kernelSize: [5, 3],',
      '    strides: [2, 1],',
      "    padding: 'same',",
      "    kernelInitializer: 'glorotUniform',",
      '  })',
      '  .apply(input) as tf.SymbolicTensor;',
      '',
    ]);
  });

  it.each([3, 30, 60, 70, 80, 90, 100, 140])(
    'prints what prettier prints, with a name of %d letters',
    async (letters) => {
      const statement = layer({ name: 'n'.repeat(letters), filters: 6, kernelSize: [5, 3] });
      const { code } = printProgram([
        {
          kind: 'function',
          signature: 'function create()',
          body: [statement, { kind: 'return', value: name('conv') }],
        },
      ]);
      expect(code).toBe(await formatted(code));
    },
  );

  it('says which lines come from a node', () => {
    const { code, spans } = printProgram([
      { kind: 'import', what: '* as tf', from: '@tensorflow/tfjs' },
      { kind: 'comment', lines: ['the first'], node: 'n1' },
      layer({ filters: 6, kernelSize: [5, 3], padding: 'same' }),
      { kind: 'blank' },
    ]);
    expect(spans).toEqual([{ node: 'n1', startLine: 2, endLine: 5 }]);
    expect(code.split('\n').slice(1, 5).join('\n')).toMatch(/^\/\/ the first\nconst conv[^;]*;$/);
  });
});

describe('quote', () => {
  it.each(['plain', "it's", 'say "hi"', `both ' and "`, 'back\\slash', 'line\nbreak', 'tab\t\u2028'])(
    'writes %j as a literal that reads back',
    (text) => {
      expect(new Function(`return ${quote(text)}`)()).toBe(text);
    },
  );
});
