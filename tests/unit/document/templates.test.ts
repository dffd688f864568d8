import { readFileSync } from 'node:fs';
import { analyze } from '@/lib/analysis/analyze';
import type { Analysis } from '@/lib/analysis/analysis';
import { TEMPLATE_IDS, type TemplateId } from '@/lib/core/template-id';
import { NO_DATASET } from '@/lib/document/training-settings';
import { loadDocument } from '@/lib/document/load';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import { saveDocument } from '@/lib/document/save';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { layerDefinition } from '@/lib/layers/registry';

const MNIST = { dataset: 'MNIST', inputShape: [28, 28, 1], classes: 10 };

interface Figures {
  /** Every number, the running statistics of batch normalization too: how Keras counts. */
  readonly all?: number;
  /** What is trained: how PyTorch counts. The same where there are no running statistics. */
  readonly trained?: number;
  readonly source: string;
}

const TORCHVISION = 'pytorch.org/vision/stable/models.html, "Params" of the weights IMAGENET1K_V1';
const KERAS = 'keras.io/api/applications, model.summary()';

const PARAMETERS: Readonly<Record<TemplateId, Figures>> = {
  lenet5: { all: 61_706, source: 'LeCun et al. 1998 as it is taught' },
  alexnet: { all: 60_965_224, source: 'Caffe, bvlc_alexnet' },
  'alexnet-single-tower': { all: 62_378_344, source: 'the same layers on one card' },
  vgg11: { all: 132_863_336, source: TORCHVISION },
  vgg13: { all: 133_047_848, source: TORCHVISION },
  vgg16: { all: 138_357_544, source: TORCHVISION },
  vgg19: { all: 143_667_240, source: TORCHVISION },
  'lecture-mnist': { all: 60 + 880 + 48_120 + 10_164 + 850, source: 'convolutions, then dense layers' },
  'tiny-resnet': {
    all: 72 + 1152 + 3584 + 14_336 + 4 * (8 + 16 + 48 + 96) + 330,
    trained: 72 + 1152 + 3584 + 14_336 + 2 * (8 + 16 + 48 + 96) + 330,
    source:
      'kernels 72 + 2·576 + 1152 + 2304 + 128 + 4608 + 9216 + 512, four numbers per normalized channel, two of them trained, dense 330',
  },
  zfnet: {
    all: 14_208 + 614_656 + 885_120 + 1_327_488 + 884_992 + 37_752_832 + 16_781_312 + 4_097_000,
    source: 'layers 1 to 8 of figure 3',
  },
  nin: {
    all: 34_944 + 2 * 9312 + 614_656 + 2 * 65_792 + 885_120 + 2 * 147_840 + 3_539_968 + 1_049_600 + 1_025_000,
    source: 'Caffe model zoo, NIN-Imagenet: 29 MB, which is 7.6 million numbers of four bytes',
  },
  googlenet: { trained: 6_624_904, source: `${TORCHVISION}: without the two auxiliary classifiers` },
  'googlenet-caffe': { all: 6_998_552, source: 'Caffe, bvlc_googlenet/deploy.prototxt, summed' },
  'inception-v3': { trained: 23_834_568, source: `${TORCHVISION}: its 27,161,264 count an auxiliary classifier` },
  resnet18: { trained: 11_689_512, source: TORCHVISION },
  resnet34: { trained: 21_797_672, source: TORCHVISION },
  resnet50: { trained: 25_557_032, source: TORCHVISION },
  'resnet50-keras': { all: 25_636_712, trained: 25_583_592, source: KERAS },
  densenet121: { all: 8_062_504, trained: 7_978_856, source: `${TORCHVISION}; all: ${KERAS}` },
  'squeezenet1-0': { all: 1_248_424, source: TORCHVISION },
  'squeezenet1-1': { all: 1_235_496, source: TORCHVISION },
  'mobilenet-v1': { all: 4_253_864, trained: 4_231_976, source: KERAS },
  'mobilenet-v2': { all: 3_538_984, trained: 3_504_872, source: `${TORCHVISION}; all: ${KERAS}` },
  unet: {
    // 640 + 36,928; 73,856 + 147,584; …; the four up-convolutions of 2 × 2 with the pairs behind them; 1 × 1.
    all: 37_568 + 221_440 + 885_248 + 3_539_968 + 14_157_824 + 9_176_576 + 2_294_528 + 573_824 + 143_552 + 130,
    source: 'Ronneberger et al. 2015, figure 1, summed',
  },
  fcn: {
    all: 14_714_688 + 102_764_544 + 16_781_312 + 86_037 + 10_773 + 5397 + 2 * 7056 + 112_896,
    source: 'VGG-16, fc6, fc7, scores, up-sampling; Long et al. 2015, table 1: 134 million',
  },
  'two-head': {
    all: 448 + 4640 + 18_496 + 73_856 + 2 * (4608 * 64 + 64) + 650 + 260,
    source: 'trunk, both hidden layers, both ends',
  },
  autoencoder: { all: 160 + 4640 + 50_208 + 51_744 + 4624 + 145, source: 'layer by layer' },
  'dcgan-generator': {
    trained: 100 * 16_384 + 2 * 16_384 + 25 * (1024 * 512 + 512 * 256 + 256 * 128 + 128 * 3) + 2 * 896,
    source: 'Radford et al. 2016, figure 1, no biases, two numbers per normalized value',
  },
  'dcgan-discriminator': {
    trained: 25 * (3 * 128 + 128 * 256 + 256 * 512 + 512 * 1024) + 2 * 1792 + 16_384,
    source: 'the same mirrored',
  },
  'vit-small': {
    all: 1088 + 49 * 64 + 4 * (2 * 128 + 4 * 4160 + 8320 + 8256) + 128 + 650,
    source: 'patches, positions, four blocks, normalization, classes',
  },
  'lstm-text': { all: 2_560_000 + 4 * ((128 + 128) * 128 + 128) + 129, source: 'embedding, LSTM, dense' },
};

/** Multiply-accumulates of one sample, in millions. */
const MEGA_MACS: { readonly [T in TemplateId]?: readonly [millions: number, source: string] } = {
  alexnet: [724, 'the figure usually given'],
  'alexnet-single-tower': [1135, 'the figure usually given'],
  // 49 · 64 · 16 for the patches; per block 4 · 49 · 64² + 2 · 49² · 64 + 2 · 49 · 64 · 128; 640.
  'vit-small': [8, 'summed: 7,702,656'],
  // 80 steps of 4 · (128² + 128²), 128.
  'lstm-text': [10, 'summed: 10,485,888'],
  'mobilenet-v1': [569, 'Howard et al. 2017, table 8'],
  'mobilenet-v2': [301, 'Sandler et al. 2018, table 4: 300 million'],
};

interface Recorded {
  readonly params: number;
  readonly macs: number;
  readonly shapes: readonly (readonly number[])[];
}

/** What PyTorch says of torchvision's networks, and of others that are written a second time beside the record. */
const PYTORCH = JSON.parse(readFileSync('tests/fixtures/networks/pytorch.json', 'utf8')) as Readonly<
  Record<string, Recorded>
>;

const BUILT = TEMPLATE_IDS.map((id) => {
  const document = TEMPLATES[id].build();
  return { id, document, analysis: analyze(document, document.training.dataset === NO_DATASET ? null : MNIST) };
});

/** Output shapes of convolutions and dense layers, in a fixed order: branches may be worked out in any. */
function shapesOf({ network, flat, layers }: Analysis): readonly string[] {
  const affine = network.filter((id) => layerDefinition(flat.nodes[id]?.type ?? '')?.nature === 'affine');
  return affine.map((id) => String(layers[id]?.output?.shape)).sort();
}

describe('templates', () => {
  it.each(BUILT)('$id has its published number of parameters', ({ id, analysis: { totals } }) => {
    const { all, trained } = PARAMETERS[id];
    expect(totals.params).toBe(all ?? totals.params);
    expect(totals.trainableParams).toBe(trained ?? all);
  });

  it.each(Object.entries(MEGA_MACS))('%s takes about as many multiply-accumulates as %j', (id, [millions]) => {
    const { totals } = analyze(TEMPLATES[id as TemplateId].build(), null);
    expect(Math.round(totals.macs / 1e6)).toBe(millions);
  });

  it.each(BUILT.filter(({ id }) => Object.hasOwn(PYTORCH, id)))(
    '$id has the parameters, the products and the shapes of the same network in PyTorch',
    ({ id, analysis }) => {
      const recorded = PYTORCH[id];
      expect(analysis.totals.trainableParams).toBe(recorded?.params);
      expect(analysis.totals.macs).toBe(recorded?.macs);
      expect(shapesOf(analysis)).toEqual(recorded?.shapes.map(String).sort());
    },
  );

  it('are held against PyTorch, all but the smallest', () => {
    const others = TEMPLATE_IDS.filter((id) => !Object.hasOwn(PYTORCH, id));
    expect(others).toEqual([
      'lenet5',
      'lecture-mnist',
      'tiny-resnet',
      'alexnet',
      'alexnet-single-tower',
      'vit-small',
      'lstm-text',
    ]);
  });

  it.each(BUILT)('$id has nothing to mend', ({ analysis }) => {
    // What hints a published network gets is tested with the rules.
    expect(analysis.diagnostics.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it.each(BUILT)('$id survives being saved and opened', ({ document }) => {
    expect(loadDocument(saveDocument(document), '')).toEqual({ ok: true, value: { document, warnings: [] } });
  });

  it.each(BUILT)('$id has no two layers on top of each other', ({ document }) => {
    const nodes = Object.values(document.nodes);
    nodes.forEach((a, index) => {
      const overlaps = nodes.slice(index + 1).filter(({ scope, position: b }) => {
        const { x, y } = a.position;
        return scope === a.scope && Math.abs(x - b.x) < NODE_WIDTH && Math.abs(y - b.y) < NODE_HEIGHT;
      });
      expect(overlaps).toEqual([]);
    });
  });

  it('repeat as blocks what is alike: 58 dense layers are one', () => {
    const { document, analysis } = BUILT.find(({ id }) => id === 'densenet121') ?? {};
    expect(Object.values(document?.blocks ?? {}).map(({ name }) => name)).toEqual(['Dense layer']);
    expect(analysis?.network.length).toBeGreaterThan(400);
  });

  it('have two outputs where there are two heads', () => {
    const { analysis } = BUILT.find(({ id }) => id === 'two-head') ?? {};
    expect(analysis?.outputs.map((id) => analysis.layers[id]?.output?.shape)).toEqual([[10], [4]]);
  });

  it('train on MNIST where they fit it, and on nothing at hand where they are made for ImageNet', () => {
    const datasets = BUILT.map(({ id, document }) => [id, document.training.dataset]);
    expect(Object.fromEntries(datasets)).toMatchObject({
      lenet5: 'mnist',
      'tiny-resnet': 'mnist',
      'vit-small': 'mnist',
      vgg16: NO_DATASET,
    });
  });
});
