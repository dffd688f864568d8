import { analyze } from '@/lib/analysis/analyze';
import { BIAS_COUNTS, USUAL_COUNTING, type Conventions } from '@/lib/analysis/conventions';
import { explainNumbers } from '@/lib/analysis/explain-numbers';
import type { Explanation, FigureKey } from '@/lib/analysis/explanation';
import { typedLayer } from '@/lib/analysis/typed-layer';
import { TEMPLATE_IDS, type TemplateId } from '@/lib/core/template-id';
import type { Document } from '@/lib/document/document';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { expressionText } from '@/lib/messages/expression-text';
import { chain } from './designs';
import { mobilenet } from './published-networks';

const USUAL: Conventions = { ...USUAL_COUNTING, batchSize: 1, optimizer: 'adam', frozen: [] };

function explain(document: Document, ids: readonly string[], conventions: Partial<Conventions> = {}) {
  const analysis = analyze(document, null);
  const layers = ids.flatMap((id) => {
    const layer = typedLayer(analysis, id);
    return layer === null ? [] : [{ id, layer }];
  });
  expect(layers).toHaveLength(ids.length);
  const explained = explainNumbers(layers, { ...USUAL, ...conventions });
  return (figure: FigureKey): Explanation | undefined => explained.find((one) => one.figure === figure);
}

function explainTemplate(id: TemplateId, conventions: Partial<Conventions> = {}) {
  const document = TEMPLATES[id].build();
  return explain(document, analyze(document, null).network, conventions);
}

const formulas = (explanation: Explanation | undefined) =>
  explanation?.parts().map(({ expression }) => expressionText(expression, 'en'));

/** The convolution of the issue: 3 × 3, 64 to 128 channels, here on 28 × 28. */
const convolution = chain(
  ['input', { shape: [28, 28, 64] }],
  ['conv2d', { filters: 128, padding: 'same' }],
  ['batch_norm'],
  ['relu'],
);

describe('the formula of a figure', () => {
  it.each<[FigureKey, string, number]>([
    ['params', '(3·3·64 + 1)·128', 73_856],
    ['work', '28·28·128·3·3·64', 57_802_752],
    ['activations', '28·28·128', 100_352],
  ])('of a convolution: %s = %s', (figure, formula, value) => {
    const explained = explain(convolution, ['conv2d_1'])(figure);
    expect(formulas(explained)).toEqual([formula]);
    expect(explained?.values).toEqual([value]);
  });

  it('of batch normalization tells what is learnt from what is measured', () => {
    const of = explain(convolution, ['batch_norm_1']);
    expect(formulas(of('params'))).toEqual(['4·128']);
    expect(formulas(of('trainable'))).toEqual(['2·128']);
    expect(of('work')?.values).toEqual([0]);
    expect(explain(convolution, ['batch_norm_1'], { statistics: false })('params')?.values).toEqual([256]);
  });

  it('says where biases count', () => {
    const never = explain(convolution, ['conv2d_1'], { biases: 'never' });
    expect(formulas(never('params'))).toEqual(['3·3·64·128']);
    const asWork = explain(convolution, ['conv2d_1'], { biases: 'params-and-work' });
    expect(formulas(asWork('work'))).toEqual(['28·28·128·(3·3·64 + 1)']);
    // Molchanov et al. 2017: FLOPs = 2·H·W·(C_in·K² + 1)·C_out.
    const flops = explain(convolution, ['conv2d_1'], { biases: 'params-and-work', work: 'flops' });
    expect(formulas(flops('work'))).toEqual(['2·28·28·128·(3·3·64 + 1)']);
    expect(flops('work')?.values).toEqual([2 * 28 * 28 * (64 * 9 + 1) * 128]);
  });

  it('of several layers has a line for each that has any', () => {
    const work = explain(convolution, ['conv2d_1', 'batch_norm_1', 'relu_1'])('params');
    expect(work?.parts().map(({ label }) => label)).toEqual([
      { kind: 'layer', layer: 'conv2d_1' },
      { kind: 'layer', layer: 'batch_norm_1' },
    ]);
    expect(work?.values).toEqual([73_856 + 512]);
  });

  it('of the memory has the batch, the bytes and the optimizer in it', () => {
    const of = explain(convolution, ['conv2d_1'], { batchSize: 32 });
    expect(formulas(of('memory-inference'))).toEqual(['4·(3·3·64 + 1)·128', '4·32·(50,176 + 100,352)']);
    expect(formulas(of('memory-training'))).toEqual([
      '4·(3·3·64 + 1)·128',
      '4·32·28·28·128',
      '4·32·(50,176 + 100,352)',
      '4·73,856',
      '4·2·73,856',
    ]);
  });
});

describe('figures', () => {
  it.each(TEMPLATE_IDS)('of %s are those of the analysis', (id) => {
    const document = TEMPLATES[id].build();
    const { totals, network } = analyze(document, null);
    const { batchSize, optimizer } = document.training;
    const of = explain(document, network, { batchSize, optimizer: optimizer.name, frozen: [] });
    expect(of('params')?.values).toEqual([totals.params]);
    expect((of('trainable') ?? of('params'))?.values).toEqual([totals.trainableParams]);
    expect(of('work')?.values).toEqual([totals.macs]);
    expect(of('memory-inference')?.values).toEqual([totals.memory.inference]);
    expect(of('memory-training')?.values).toEqual([totals.memory.training]);
  });

  it.each(TEMPLATE_IDS)('of %s are what their lines come to, however they are counted', (id) => {
    const document = TEMPLATES[id].build();
    const { network } = analyze(document, null);
    for (const biases of BIAS_COUNTS) {
      const of = explain(document, network, { biases, work: 'flops', statistics: false, precision: 'mixed' });
      for (const figure of ['params', 'work', 'activations', 'memory-training'] as const) {
        const { values, parts } = of(figure) ?? { values: [], parts: () => [] };
        expect([figure, parts().reduce((sum, { value }) => sum + value, 0)]).toEqual([figure, values[0]]);
      }
    }
  });

  // torchvision's documentation of VGG11_Weights … VGG19_Weights lists them as GFLOPS and counts multiply-accumulates.
  it.each<[TemplateId, number]>([
    ['vgg11', 7.61],
    ['vgg13', 11.31],
    ['vgg16', 15.47],
    ['vgg19', 19.63],
  ])('of %s: %f billion multiply-accumulates, as torchvision counts', (id, billions) => {
    expect((explainTemplate(id)('work')?.values[0] ?? 0) / 1e9).toBeCloseTo(billions, 2);
  });

  // Keras Applications: 4,253,864 parameters, 4,231,976 of them trainable; Howard et al. 2017, table 8: 569 million MACs.
  it('of MobileNet v1, with and without running statistics', () => {
    const document = mobilenet();
    const { network } = analyze(document, null);
    expect(explain(document, network)('params')?.values).toEqual([4_253_864]);
    expect(explain(document, network)('trainable')?.values).toEqual([4_231_976]);
    expect(explain(document, network, { statistics: false })('params')?.values).toEqual([4_231_976]);
    expect(Math.round((explain(document, network)('work')?.values[0] ?? 0) / 1e6)).toBe(569);
  });

  it('of VGG-16: 138.36 million parameters, 102.8 of them in the first dense layer', () => {
    const params = explainTemplate('vgg16')('params');
    expect(params?.values).toEqual([138_357_544]);
    const largest = Math.max(...(params?.parts() ?? []).map(({ value }) => value));
    expect(largest / 1e6).toBeCloseTo(102.8, 1);
  });

  // Krizhevsky's two-tower network halves the input channels of the second, fourth and fifth convolution.
  it('of AlexNet: the single tower does the work of conv2, conv4 and conv5 twice', () => {
    const towers = explainTemplate('alexnet')('work')?.values[0] ?? 0;
    const single = explainTemplate('alexnet-single-tower')('work')?.values[0] ?? 0;
    const halved = 27 * 27 * 256 * 25 * 48 + 13 * 13 * 384 * 9 * 192 + 13 * 13 * 256 * 9 * 192;
    expect(single - towers).toBe(halved);
    const dense = 6 * 6 * 256 * 4096 + 4096 * 4096 + 4096 * 1000;
    expect(towers).toBe(55 * 55 * 96 * 121 * 3 + halved + 13 * 13 * 384 * 9 * 256 + dense);
  });

  it('in mixed precision with Adam: 16 bytes per weight, as in the ZeRO paper', () => {
    const training = explain(chain(['input', { shape: [10] }], ['dense', { units: 7 }]), ['dense_1'], {
      precision: 'mixed',
    })('memory-training');
    const ofWeights = (training?.parts() ?? []).filter(
      ({ label }) =>
        label.kind === 'part' && label.part !== 'activations-kept' && label.part !== 'activation-gradients',
    );
    expect(ofWeights.reduce((sum, { value }) => sum + value, 0)).toBe(16 * 77);
  });

  // NVIDIA, "GPU Performance Background User's Guide", table 1: linear layer of 4096 outputs and 1024 inputs in float16.
  it.each([
    [512, 315],
    [1, 1],
  ])('arithmetic intensity of a dense layer in batches of %i: %i FLOPs per byte', (batchSize, expected) => {
    const linear = chain(['input', { shape: [1024] }], ['dense', { units: 4096, useBias: false }]);
    const of = explain(linear, ['dense_1'], { batchSize, precision: 'float16' });
    expect(Math.round(of('intensity')?.values[0] ?? 0)).toBe(expected);
  });
});
