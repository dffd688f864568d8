import { analyze } from '@/lib/analysis/analyze';
import type { ProblemCode } from '@/lib/core/problem';
import { TEMPLATE_IDS, type TemplateId } from '@/lib/core/template-id';
import type { Document } from '@/lib/document/document';
import type { Builder, Link } from '@/lib/document/templates/build-chain';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { taskOf } from '@/lib/state/task-of';
import { chain, codesOf, design, fixed, only } from '../designs';

const image: Link = ['input', { shape: [28, 28, 16] }];

function convolution(
  filters: number,
  size: number,
  more: Readonly<Record<string, boolean | number | string>> = {},
): Link {
  return ['conv2d', { filters, kernelSize: [size, size], padding: 'same', ...more }];
}

function residual(draw: (builder: Builder, from: string) => string): Document {
  return design((builder) => {
    const start = builder.add('relu', {}, builder.add('input', { shape: [28, 28, 16] }));
    builder.add('relu', {}, builder.add('add', {}, draw(builder, start), start));
  });
}

function hints(document: Document): readonly ProblemCode[] {
  return codesOf(document).filter((code) => code.startsWith('design/'));
}

interface Silent {
  readonly rule: ProblemCode;
  readonly where: string;
  readonly document: Document;
}

const SILENT: readonly Silent[] = [
  {
    rule: 'design/linear-stack',
    where: 'through a linear bottleneck, as in MobileNetV2',
    document: chain(
      image,
      convolution(96, 1),
      ['batch_norm'],
      ['relu'],
      convolution(8, 1),
      ['batch_norm'],
      convolution(48, 1),
      ['relu'],
    ),
  },
  {
    rule: 'design/linear-stack',
    where: 'between each channel by itself and across channels, as in Xception',
    document: chain(image, convolution(16, 3, { groups: 16 }), convolution(32, 1), ['relu']),
  },
  {
    rule: 'design/linear-stack',
    where: 'between rows and columns',
    document: chain(image, ['conv2d', { kernelSize: [1, 3] }], ['conv2d', { kernelSize: [3, 1] }], ['relu']),
  },
  {
    rule: 'design/linear-stack',
    where: 'before an addition',
    document: residual((builder, from) => builder.add('conv2d', { filters: 16, padding: 'same' }, from)),
  },
  {
    rule: 'design/linear-stack',
    where: 'through a code of a few numbers, as in an autoencoder',
    document: chain(['input', { shape: [784] }], ['dense', { units: 32 }], ['dense', { units: 784 }], ['sigmoid']),
  },
  {
    rule: 'design/linear-stack',
    where: 'where an activation stands before or behind the normalization',
    document: chain(
      image,
      convolution(8, 3),
      ['batch_norm'],
      ['relu'],
      convolution(8, 3),
      ['relu'],
      ['batch_norm'],
      convolution(8, 3),
    ),
  },
  {
    rule: 'design/linear-stack',
    where: 'behind an embedding, a table of words that no other layer can stand for',
    document: chain(
      ['input', { shape: [200] }],
      ['embedding', { vocabulary: 10000, width: 128 }],
      ['conv1d', { filters: 128, kernelSize: 5 }],
      ['relu'],
      ['global_max_pool1d'],
      ['dense', { units: 2 }],
    ),
  },
  {
    rule: 'design/linear-stack',
    where: 'behind the mean of an embedding, as in fastText',
    document: chain(
      ['input', { shape: [250] }],
      ['embedding', { vocabulary: 10000, width: 16 }],
      ['global_avg_pool1d'],
      ['dense', { units: 2 }],
    ),
  },
  {
    rule: 'design/no-activation',
    where: 'where the activation comes behind the pooling, as in Caffe’s networks',
    document: chain(image, convolution(8, 3), ['max_pool2d'], ['relu'], convolution(8, 3), ['relu']),
  },
  {
    rule: 'design/no-activation',
    where: 'at the last layer',
    document: chain(image, convolution(8, 3), ['relu'], convolution(3, 1)),
  },
  {
    rule: 'design/saturating-stack',
    where: 'with two sigmoids',
    document: chain(['input', { shape: [9] }], ['dense'], ['sigmoid'], ['dense'], ['sigmoid'], ['dense', { units: 3 }]),
  },
  {
    rule: 'design/saturating-stack',
    where: 'with the five hyperbolic tangents of LeNet’s time',
    document: chain(
      ['input', { shape: [9] }],
      ...Array.from({ length: 5 }, (): readonly Link[] => [['dense'], ['tanh']]).flat(),
      ['dense'],
    ),
  },
  {
    rule: 'design/saturating-stack',
    where: 'where a shortcut leads past them',
    document: design((builder) => {
      const start = builder.add('dense', { units: 8 }, builder.add('input', { shape: [8] }));
      let way = start;
      for (let layer = 0; layer < 5; layer += 1)
        way = builder.add('sigmoid', {}, builder.add('dense', { units: 8 }, way));
      builder.add('dense', { units: 3 }, builder.add('add', {}, way, start));
    }),
  },
  {
    rule: 'design/saturating-stack',
    where: 'for the sigmoid that gives the output',
    document: chain(
      ['input', { shape: [9] }],
      ['dense'],
      ['sigmoid'],
      ['dense'],
      ['sigmoid'],
      ['dense', { units: 1 }],
      ['sigmoid'],
    ),
  },
  {
    rule: 'design/large-kernel',
    where: 'where few channels come in, so that a stack would cost more',
    document: chain(
      ['input', { shape: [224, 224, 3] }],
      ['conv2d', { filters: 64, kernelSize: [7, 7], strides: [2, 2] }],
      ['relu'],
    ),
  },
  {
    rule: 'design/heavy-dense',
    where: 'behind a global average',
    document: chain(['input', { shape: [8, 8, 512] }], ['global_avg_pool2d'], ['dense', { units: 4000 }]),
  },
  {
    rule: 'design/heavy-dense',
    where: 'in a network too small to matter',
    document: chain(
      ['input', { shape: [28, 28, 1] }],
      ['flatten'],
      ['dense', { units: 100 }],
      ['relu'],
      ['dense', { units: 10 }],
    ),
  },
  {
    rule: 'design/dropout-before-batch-norm',
    where: 'for noise on the data',
    document: chain(image, ['dropout'], convolution(8, 3, { useBias: false }), ['batch_norm'], ['relu']),
  },
  {
    rule: 'design/dropout-before-batch-norm',
    where: 'behind the last batch normalization',
    document: chain(
      image,
      convolution(8, 3, { useBias: false }),
      ['batch_norm'],
      ['relu'],
      ['dropout'],
      ['flatten'],
      ['dense'],
    ),
  },
  {
    rule: 'design/bias-before-batch-norm',
    where: 'where something else takes the output too',
    document: residual((builder, from) => {
      const sums = builder.add('conv2d', { filters: 16, padding: 'same' }, from);
      return builder.add('add', {}, sums, builder.add('batch_norm', {}, sums));
    }),
  },
  {
    rule: 'design/bias-before-batch-norm',
    where: 'for the biases inside the gates of a recurrent layer',
    document: chain(['input', { shape: [20, 8] }], ['lstm'], ['batch_norm'], ['dense', { units: 2 }]),
  },
  {
    rule: 'design/bias-before-batch-norm',
    where: 'for the biases of queries and keys',
    document: chain(['input', { shape: [20, 8] }], ['multi_head_attention'], ['batch_norm'], ['relu']),
  },
  {
    rule: 'design/stride-over-kernel',
    where: 'on the shortcut of a residual block',
    document: design((builder) => {
      const start = builder.add('relu', {}, builder.add('input', { shape: [28, 28, 16] }));
      const way = builder.add('conv2d', { filters: 32, strides: [2, 2], padding: 'same' }, start);
      const shortcut = builder.add(
        'conv2d',
        { filters: 32, kernelSize: [1, 1], strides: [2, 2], useBias: false },
        start,
      );
      builder.add('relu', {}, builder.add('add', {}, way, builder.add('batch_norm', {}, shortcut)));
    }),
  },
  {
    rule: 'design/kernel-over-image',
    where: 'for a 3 × 3 kernel on 2 × 2 pixels, all of whose weights are used',
    document: chain(['input', { shape: [2, 2, 8] }], convolution(8, 3), ['relu']),
  },
  {
    rule: 'design/dropped-edge',
    where: 'for one row of 224',
    document: chain(
      ['input', { shape: [224, 224, 3] }],
      ['conv2d', { filters: 8, kernelSize: [7, 7], strides: [2, 2] }],
      ['relu'],
    ),
  },
  {
    rule: 'design/dropped-edge',
    where: 'where only border is left out',
    document: chain(
      ['input', { shape: [8, 8, 3] }],
      ['conv2d', { strides: [2, 2], padding: { top: 1, bottom: 1, left: 1, right: 1 } }],
      ['relu'],
    ),
  },
  {
    rule: 'design/small-field',
    where: 'behind a flatten, which keeps the places',
    document: chain(image, convolution(8, 3), ['relu'], ['flatten'], ['dense', { units: 10 }]),
  },
  {
    rule: 'design/small-field',
    where: 'for the mean that a gate is made from, as in Squeeze-and-Excitation',
    document: design((builder) => {
      const maps = builder.add(
        'conv2d',
        { filters: 16, padding: 'same' },
        builder.add('input', { shape: [64, 64, 3] }),
      );
      const active = builder.add('relu', {}, maps);
      const squeezed = builder.add('dense', { units: 4 }, builder.add('global_avg_pool2d', {}, active));
      const excited = builder.add('dense', { units: 16 }, builder.add('relu', {}, squeezed));
      const gated = builder.add('multiply', {}, active, builder.add('sigmoid', {}, excited));
      builder.add('dense', { units: 10 }, builder.add('flatten', {}, gated));
    }),
  },
  {
    rule: 'design/whole-field',
    where: 'past shortcuts, along which little is seen',
    document: design((builder) => {
      let way = builder.add('conv2d', { filters: 4, padding: 'same' }, builder.add('input', { shape: [6, 6, 3] }));
      for (let block = 0; block < 9; block += 1) {
        const inner = builder.add('conv2d', { filters: 4, padding: 'same' }, builder.add('relu', {}, way));
        way = builder.add('add', {}, way, inner);
      }
      builder.add('relu', {}, way);
    }),
  },
];

describe('a rule', () => {
  it.each(SILENT)('$rule is silent $where', ({ rule, document }) => {
    const { diagnostics, totals } = analyze(document, null);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(totals.complete).toBe(true);
    expect(diagnostics.map(({ code }) => code)).not.toContain(rule);
  });

  it('counts what it says: two stacked 3 × 3 are one 5 × 5', () => {
    const document = chain(image, convolution(16, 3), convolution(16, 3), ['relu']);
    expect(only(analyze(document, null), 'design/linear-stack').values).toMatchObject({
      kernel: [5, 5],
      stride: [1, 1],
    });
  });

  it('sees through averages, whose steps make the kernel wider', () => {
    const document = chain(image, convolution(16, 3), ['avg_pool2d'], convolution(16, 3), ['relu']);
    // 3, then 2 more pixels in steps of 1, then 2 more places in steps of 2: 3 + 1 + 4.
    expect(only(analyze(document, null), 'design/linear-stack').values).toMatchObject({
      kernel: [8, 8],
      stride: [2, 2],
    });
  });

  it('says the rank of two dense layers in a row', () => {
    const document = chain(['input', { shape: [50] }], ['dense', { units: 40 }], ['dense', { units: 20 }]);
    expect(only(analyze(document, null), 'design/linear-stack').values).toMatchObject({
      what: 'dense',
      units: 20,
      rank: 20,
    });
  });

  it('takes the slope that the layer has: three hard sigmoids of slope 0.2 leave 0.008', () => {
    const stack = (slope: 'fifth' | 'sixth') =>
      chain(
        ['input', { shape: [20] }],
        ...Array.from({ length: 3 }, (): readonly Link[] => [['dense'], ['hard_sigmoid', { slope }]]).flat(),
        ['dense', { units: 2 }],
      );
    const factor = (slope: 'fifth' | 'sixth') => only(analyze(stack(slope), null), 'design/saturating-stack').values;
    expect(factor('fifth')).toMatchObject({ factor: 0.008 });
    expect(factor('sixth')).toMatchObject({ factor: 0.0046 });
  });

  it('does not take an image for what it is not while its shape is unknown', () => {
    const document = chain(
      ['input', { shape: [4, 4, 3] }],
      ['conv2d', { kernelSize: [9, 9] }],
      ['conv2d'],
      ['flatten'],
      ['dense'],
    );
    expect(hints(document)).toEqual([]);
  });
});

describe('a rule in a block', () => {
  const document = design((builder) => {
    const block = builder.block('Pair', (inside, from) =>
      inside.add(
        'relu',
        {},
        inside.add('conv2d', { padding: 'same' }, inside.add('conv2d', { padding: 'same' }, from)),
      ),
    );
    builder.use(block, { repeat: 2 }, builder.add('input', { shape: [28, 28, 3] }));
  });

  it('speaks once, of the layers as they are drawn, and its mend changes every repetition', () => {
    const diagnostic = only(analyze(document, null), 'design/linear-stack');
    expect(diagnostic.place).toEqual({ kind: 'node', node: 'conv2d_2' });
    expect(diagnostic.values).toMatchObject({ first: 'conv2d_1', second: 'conv2d_2' });
    expect(hints(fixed(document, diagnostic))).toEqual([]);
  });
});

/** Hints that published networks get, each one that an engineer would agree with. */
const OF_TEMPLATES: { readonly [T in TemplateId]?: readonly ProblemCode[] } = {
  'lecture-mnist': ['design/dropped-edge', 'design/saturating-stack'],
  alexnet: ['design/heavy-dense'],
  'alexnet-single-tower': ['design/heavy-dense'],
  vgg11: ['design/heavy-dense'],
  vgg13: ['design/heavy-dense'],
  vgg16: ['design/heavy-dense'],
  vgg19: ['design/heavy-dense'],
  zfnet: ['design/heavy-dense'],
  // Why torchvision moved the strides into the 3 × 3, and leaves the biases out.
  'resnet50-keras': ['design/bias-before-batch-norm', 'design/stride-over-kernel'],
};

describe('published networks', () => {
  it.each(TEMPLATE_IDS.map((id) => [id] as const))('%s is told only what it is known for', (id) => {
    const document = TEMPLATES[id].build();
    const { diagnostics } = analyze(document, taskOf(document));
    expect([...new Set(diagnostics.map(({ code }) => code))].sort()).toEqual(OF_TEMPLATES[id] ?? []);
  });

  it('VGG-16 has 102,764,544 of its 138,357,544 parameters in its first dense layer', () => {
    const analysis = analyze(TEMPLATES.vgg16.build(), null);
    expect(only(analysis, 'design/heavy-dense').values).toEqual({ params: 102_764_544, total: 138_357_544 });
  });
});
