import { analyze } from '@/lib/analysis/analyze';
import { explainChainField, explainField, explainSelectionField } from '@/lib/analysis/explain-field';
import type { Explanation, FigureKey } from '@/lib/analysis/explanation';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import type { Document } from '@/lib/document/document';
import { buildAlexnet } from '@/lib/document/templates/alexnet';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { buildVgg } from '@/lib/document/templates/vgg';
import { expressionText } from '@/lib/messages/expression-text';
import { chain } from './designs';
import { mobilenet, slimResnet50 } from './published-networks';

function explain(document: Document, id: string) {
  const explained = explainField(analyze(document, null), id);
  return (figure: FigureKey): Explanation | undefined => explained.find((one) => one.figure === figure);
}

const formulas = (explanation: Explanation | undefined) =>
  explanation?.parts().map(({ expression }) => expressionText(expression, 'en'));

const image = ['input', { shape: [64, 64, 3] }] as const;

describe('the formula of a receptive field', () => {
  it('composes what the layer reads with what is before it', () => {
    const of = explain(chain(image, ['conv2d'], ['max_pool2d'], ['conv2d', { padding: 'same' }]), 'conv2d_2');
    expect(formulas(of('field-size'))).toEqual(['4 + (3 − 1)·2']);
    expect(of('field-size')?.values).toEqual([8, 8]);
    expect(formulas(of('field-jump'))).toEqual(['2']);
    expect(formulas(of('effective-stride'))).toEqual(['2']);
    expect(formulas(of('field-start'))).toEqual(['2 + ((3 − 1)/2 − 1)·2']);
  });

  it('has a line per axis where they differ', () => {
    const of = explain(chain(image, ['conv2d', { kernelSize: [3, 5], dilation: [2, 1] }]), 'conv2d_1');
    expect(formulas(of('field-size'))).toEqual(['1 + (3 − 1)·2·1', '1 + (5 − 1)·1']);
    expect(of('field-size')?.values).toEqual([5, 5]);
  });

  it('multiplies the strides on the way', () => {
    const of = explain(buildVgg('VGG-16'), 'max_pool2d_5');
    expect(formulas(of('effective-stride'))).toEqual(['2·2·2·2·2']);
    expect(of('effective-stride')?.values).toEqual([32, 32]);
    expect(formulas(of('field-jump'))).toEqual(['16·2']);
    expect(of('field-size')?.values).toEqual([212, 212]);
  });

  it('of a chain is what its last unit sees of what enters it', () => {
    const analysis = analyze(chain(image, ['conv2d'], ['relu'], ['conv2d'], ['conv2d']), null);
    const [five] = explainChainField(analysis, ['conv2d_1', 'relu_1', 'conv2d_2']);
    expect(formulas(five)).toEqual(['1 + (3 − 1)·1 + (3 − 1)·1']);
    expect(five?.values).toEqual([5, 5]);
    const [seven] = explainChainField(analysis, ['conv2d_3', 'conv2d_1', 'relu_1', 'conv2d_2']);
    expect(seven?.values).toEqual([7, 7]);
    expect(explainChainField(analysis, ['conv2d_1', 'conv2d_2'])).toEqual([]);
  });
});

describe('the receptive field of a selection', () => {
  const { document, end } = slimResnet50();
  const analysis = analyze(document, null);
  const before = (id: string) => analysis.layers[id]?.inputs ?? [];

  it('of a residual block is that of its widest branch on what enters it', () => {
    // Three bottlenecks of one 3 × 3 convolution each: 1 + 3·2.
    const last = [0, 1, 2].reduce<readonly string[]>((adds) => {
      const add = adds.length === 0 ? end : (before(before(adds.at(-1) ?? '')[0] ?? '')[0] ?? '');
      return [...adds, add];
    }, []);
    const members = last.flatMap((add) => {
      const [shortcut = '', expand = ''] = before(add);
      const narrow = before(expand)[0] ?? '';
      return [add, shortcut, expand, narrow, before(narrow)[0] ?? ''];
    });
    expect(explainSelectionField(analysis, members)[0]?.values).toEqual([7, 7]);
    expect(explainSelectionField(analysis, members.slice(0, 5))[0]?.values).toEqual([3, 3]);
  });

  it('is not told where several things enter', () => {
    const [shortcut = '', expand = ''] = before(end);
    expect(explainSelectionField(analysis, [end, shortcut])).toEqual([]);
    expect(explainSelectionField(analysis, [end, expand])).toEqual([]);
  });
});

describe('explained receptive fields', () => {
  it.each(TEMPLATE_IDS)('of %s are those of the analysis, for every layer', (id) => {
    const analysis = analyze(TEMPLATES[id].build(), null);
    for (const layer of analysis.order) {
      const receptiveField = analysis.layers[layer]?.receptiveField ?? null;
      const explained = explainField(analysis, layer);
      const values = Object.fromEntries(explained.map(({ figure, values }) => [figure, values]));
      if (receptiveField === null) expect(explained).toEqual([]);
      else if (receptiveField.global) expect(values).toEqual({ 'field-size': receptiveField.size });
      else {
        const { size, jump, start } = receptiveField;
        expect(values).toMatchObject({ 'field-size': size, 'field-jump': jump, 'field-start': start });
        if ('effective-stride' in values) expect(values['effective-stride']).toEqual(jump);
      }
    }
  });

  // Araujo, Norris & Sim 2019, RECEPTIVE_FIELD_TABLE.md of google-research/receptive_field.
  const resnet = slimResnet50();
  const published: readonly [string, Document, readonly (readonly [string, number, number])[]][] = [
    [
      'AlexNet',
      buildAlexnet(),
      [
        ['conv2d_1', 11, 4],
        ['max_pool2d_1', 19, 8],
        ['conv2d_2', 51, 8],
        ['conv2d_3', 99, 16],
        ['conv2d_4', 131, 16],
        ['conv2d_5', 163, 16],
        ['max_pool2d_3', 195, 32],
      ],
    ],
    [
      'VGG-11',
      buildVgg('VGG-11'),
      [
        ['conv2d_1', 3, 1],
        ['max_pool2d_1', 4, 2],
        ['conv2d_4', 26, 4],
        ['max_pool2d_4', 70, 16],
        ['max_pool2d_5', 150, 32],
      ],
    ],
    [
      'VGG-16',
      buildVgg('VGG-16'),
      [
        ['conv2d_1', 3, 1],
        ['max_pool2d_1', 6, 2],
        ['conv2d_3', 10, 2],
        ['max_pool2d_3', 44, 8],
        ['conv2d_9', 76, 8],
        ['conv2d_12', 164, 16],
        ['max_pool2d_5', 212, 32],
      ],
    ],
    [
      'MobileNet v1',
      mobilenet(),
      [
        ['conv2d_1', 3, 2],
        ['conv2d_2', 7, 2],
        ['conv2d_3', 11, 4],
        ['conv2d_5', 27, 8],
        ['conv2d_7', 59, 16],
        ['conv2d_12', 219, 16],
        ['conv2d_13', 251, 32],
        ['conv2d_14', 315, 32],
      ],
    ],
    ['ResNet-50 as in TF-Slim', resnet.document, [[resnet.end, 483, 32]]],
  ];
  it.each(published)('of %s are the published ones', (_, document, rows) => {
    for (const [layer, size, stride] of rows) {
      const of = explain(document, layer);
      expect([layer, of('field-size')?.values[0], of('effective-stride')?.values[0]]).toEqual([layer, size, stride]);
    }
  });
});
