import { analyze } from '@/lib/analysis/analyze';
import { generateSources } from '@/lib/codegen/project/export-project';
import { compile } from '@/lib/compile/compile';
import { applyCommand } from '@/lib/document/apply-command';
import type { Document } from '@/lib/document/document';
import { LOSSES, OPTIMIZERS, type LossName, type OptimizerName } from '@/lib/document/training-settings';
import { addChain, createBuilder, buildChain } from '@/lib/document/templates/build-chain';

function sources(document: Document) {
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error('the design has errors');
  const generated = generateSources({ document, plan: plan.value });
  const text = (path: string) => generated.files.find((file) => file.path === path)?.content ?? '';
  return { ...generated, text, lines: text('src/model.ts').split('\n') };
}

const SMALL = buildChain('Small', [
  ['input', { shape: [6, 6, 2] }],
  ['conv2d', { filters: 4, padding: { top: 1, bottom: 0, left: 0, right: 1 } }],
  ['flatten'],
  ['dense', { units: 3 }],
  ['softmax'],
]);

/** Past the command, which takes line breaks out: the code must not depend on it. */
function titled(title: string): Document {
  const { conv2d_1: node } = SMALL.nodes;
  if (node === undefined) throw new Error('there is no such layer');
  return { ...SMALL, nodes: { ...SMALL.nodes, conv2d_1: { ...node, title } } };
}

describe('generated models', () => {
  it('know which lines come from each layer, helpers included', () => {
    const { spans, lines } = sources(SMALL);
    expect(spans.map(({ node }) => node)).toEqual([
      'input_1',
      'conv2d_1',
      'conv2d_1',
      'flatten_1',
      'dense_1',
      'softmax_1',
    ]);
    for (const { node, startLine, endLine } of spans) {
      const text = lines.slice(startLine - 1, endLine).join('\n');
      expect(text).toMatch(/^ {2}\/\/ .*\n {2}const [\s\S]*;$/);
      expect(text).toContain(`const ${node.replace(/_(\d)/, '$1')}`);
    }
  });

  it('are named after the titles that people give', () => {
    const { text } = sources(titled('Chi tiết nhỏ'));
    expect(text('src/model.ts')).toContain(
      '  // Chi tiết nhỏ: 5 × 5 × 4, 76 parameters\n  const chiTietNho = tf.layers',
    );
    expect(text('src/model.ts')).toContain('.apply(chiTietNho)');
  });

  it.each(['*/ process.exit()', 'line one\nprocess.exit() // line two', '\u2028process.exit()'])(
    'keep the title %j inside its comment',
    (title) => {
      const { lines } = sources(titled(title));
      const outside = lines.filter((line) => line.includes('process.exit') && !line.trimStart().startsWith('// '));
      expect(outside).toEqual([]);
    },
  );

  it.each(['@ts-expect-error', '@ts-ignore', ' @TS-nocheck'])(
    'are checked as they stand, whatever a title such as %j tells the compiler',
    (title) => {
      for (const document of [titled(title), { ...SMALL, name: title }]) {
        expect(sources(document).text('src/model.ts')).not.toMatch(/(\/\/|\*)\s*@ts-/i);
      }
    },
  );

  it('show titles in the order in which they are written, without marks that reorder text', () => {
    const { text } = sources({ ...titled('a\u202eb\u2066c'), name: 'x\u202ey' });
    expect(text('src/model.ts')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(text('src/model.ts')).toContain('// a b c: 5 × 5 × 4');
  });

  it('have names that can be read, however long the titles', () => {
    const { text } = sources(titled('convolution with a very long explanation of what it does '.repeat(4)));
    const [, name = ''] = /const (convolution\w*) =/.exec(text('src/model.ts')) ?? [];
    expect(name.length).toBeGreaterThan(20);
    expect(name.length).toBeLessThan(50);
  });

  it('give a layer with several inputs all of them, in their order', () => {
    const builder = createBuilder('Branches');
    const start = addChain(builder, [['input', { shape: [6, 6, 2] }]]);
    const left = addChain(builder, [['conv2d', { filters: 3, padding: 'same' }]], start);
    const joined = builder.add('concatenate', {}, left, start);
    addChain(builder, [['global_avg_pool2d'], ['dense', { units: 2 }], ['softmax']], joined);
    expect(sources(builder.build()).text('src/model.ts')).toContain('.apply([conv2d1, input1]) as tf.SymbolicTensor;');
  });

  it('bring the source of exactly the classes that tfjs lacks', () => {
    const files = (document: Document) =>
      sources(document).files.flatMap(({ path }) => (path.startsWith('src/layers/') ? [path] : []));
    expect(files(SMALL)).toEqual([]);
    const grouped = applyCommand(SMALL, { kind: 'set-param', node: 'conv2d_1', param: 'groups', value: 2 });
    expect(files(grouped)).toEqual(['src/layers/grouped-conv2d.ts']);
    expect(sources(grouped).text('src/model.ts')).toContain(
      "import { groupedConv2d } from './layers/grouped-conv2d.js';",
    );
  });
});

describe('generated training', () => {
  const withTraining = (loss: LossName, optimizer: OptimizerName) => {
    const settings = { loss, optimizer: { ...SMALL.training.optimizer, name: optimizer } };
    return sources(applyCommand(SMALL, { kind: 'set-training', settings })).text('src/train.ts');
  };

  it.each(OPTIMIZERS)('states every constant of %s', (optimizer) => {
    const code = withTraining('categorical-cross-entropy', optimizer);
    expect(code).toContain(`name: '${optimizer}',`);
    for (const [constant, value] of Object.entries(SMALL.training.optimizer)) {
      if (constant !== 'name') expect(code).toContain(`${constant}: ${value},`);
    }
  });

  it.each(LOSSES)('minimizes %s', (loss) => {
    expect(withTraining(loss, 'adam')).toContain(`{ target: 0, kind: 'classes', loss: '${loss}', weight: 1 }`);
  });
});
