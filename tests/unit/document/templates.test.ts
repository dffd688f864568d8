import { analyze } from '@/lib/analysis/analyze';
import { TEMPLATE_IDS, type TemplateId } from '@/lib/core/template-id';
import { NO_DATASET } from '@/lib/document/document';
import { loadDocument } from '@/lib/document/load';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import { saveDocument } from '@/lib/document/save';
import { TEMPLATES } from '@/lib/document/templates/templates';

const MNIST = { dataset: 'MNIST', inputShape: [28, 28, 1], classes: 10 };

/**
 * Published counts: LeNet-5 after LeCun et al. 1998 as it is taught; AlexNet with groups as in Caffe's bvlc_alexnet, without
 * as the same layers on one card; VGG as in torchvision's documentation. The last two are sums worked out by hand.
 */
const PARAMETERS: Readonly<Record<TemplateId, number>> = {
  lenet5: 61_706,
  alexnet: 60_965_224,
  'alexnet-single-tower': 62_378_344,
  vgg11: 132_863_336,
  vgg13: 133_047_848,
  vgg16: 138_357_544,
  vgg19: 143_667_240,
  // 60 + 880 in the convolutions, 48,120 + 10,164 + 850 in the dense layers.
  'lecture-mnist': 60 + 880 + 48_120 + 10_164 + 850,
  // Kernels 72 + 2·576 + 1152 + 2304 + 128 + 4608 + 9216 + 512, four numbers per normalized channel, dense 330.
  'tiny-resnet': 72 + 1152 + 3584 + 14_336 + 4 * (8 + 16 + 48 + 96) + 330,
};

/** Multiply-accumulates of one sample, in millions: the figures usually given for these networks. */
const MEGA_MACS = { alexnet: 724, 'alexnet-single-tower': 1135, vgg11: 7609, vgg16: 15_470, vgg19: 19_632 } as const;

const BUILT = TEMPLATE_IDS.map((id) => ({ id, document: TEMPLATES[id].build() }));

describe('templates', () => {
  it.each(BUILT)('$id has its published number of parameters', ({ id, document }) => {
    expect(analyze(document, null).totals.params).toBe(PARAMETERS[id]);
  });

  it.each(Object.entries(MEGA_MACS))('%s takes %i million multiply-accumulates', (id, millions) => {
    const { totals } = analyze(TEMPLATES[id as TemplateId].build(), null);
    expect(Math.round(totals.macs / 1e6)).toBe(millions);
  });

  it.each(BUILT)('$id has nothing to mend', ({ document }) => {
    const task = document.training.dataset === NO_DATASET ? null : MNIST;
    // What hints a published network gets is tested with the rules.
    expect(analyze(document, task).diagnostics.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it.each(BUILT)('$id survives being saved and opened', ({ document }) => {
    expect(loadDocument(saveDocument(document), '')).toEqual({ ok: true, value: { document, warnings: [] } });
  });

  it.each(BUILT)('$id has no two layers on top of each other', ({ document }) => {
    const places = Object.values(document.nodes).map(({ position }) => position);
    places.forEach((a, index) => {
      const overlaps = places
        .slice(index + 1)
        .filter((b) => Math.abs(a.x - b.x) < NODE_WIDTH && Math.abs(a.y - b.y) < NODE_HEIGHT);
      expect(overlaps).toEqual([]);
    });
  });

  it('train on MNIST where they fit it, and on nothing at hand where they are made for ImageNet', () => {
    const datasets = BUILT.map(({ id, document }) => [id, document.training.dataset]);
    expect(Object.fromEntries(datasets)).toMatchObject({ lenet5: 'mnist', 'tiny-resnet': 'mnist', vgg16: NO_DATASET });
  });
});
