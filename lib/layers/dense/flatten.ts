import { elementCount } from '@/lib/core/tensor-type';
import { inputCell } from '@/lib/layers/arithmetic';
import { cellOf } from '@/lib/layers/cells';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { asImage, inputShape, sizedOutput } from '@/lib/layers/shapes';
import { torchModule } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform, reachesEverywhere } from '@/lib/layers/traits';

export const flatten = defineLayer({
  type: 'flatten',
  family: 'dense',
  icon: 'flatten',
  text: {
    en: {
      title: 'Flatten',
      summary: 'Lays an image out as one long vector',
      fields: {},
    },
    vi: {
      title: 'Làm phẳng',
      summary: 'Trải ảnh thành một vectơ dài',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/dense/flatten-help').then(({ help }) => help),
  workingNote: () => import('@/lib/layers/dense/flatten-help').then(({ order }) => order),
  fields: {},
  ...firstVersion,
  ...oneInput,
  infer: (site) => sizedOutput([elementCount(inputShape(site))]),
  ...noWeights,
  ...noMacs,
  ...reachesEverywhere,
  explain: ({ inputs }, [position = 0]) => inputCell(cellOf(inputShape({ inputs }), position)),
  // tfjs's Flatten refuses a vector, on which it has nothing to do.
  keras: ({ inputs }) =>
    inputShape({ inputs }).length > 1
      ? [{ callee: 'Flatten', args: {} }]
      : [{ callee: 'Activation', args: { activation: 'linear' } }],
  torch: () => [torchModule('nn.Flatten')],
  onnx: () => [onnxNode('Flatten', { axis: 1 })],
  ...plainTransform,
  // Lin, Chen & Yan, "Network in Network", ICLR 2014: nothing to learn, so nothing to overfit.
  rewrites: ({ inputs }) => {
    const image = asImage(inputShape({ inputs }));
    const hasPlaces = image !== null && image.size[0] * image.size[1] > 1;
    const layers = [{ type: 'global_avg_pool2d', params: {} }];
    return hasPlaces ? [{ kind: 'global-average', layers, activated: 'nowhere' }] : [];
  },
  nature: 'linear',
  reads: [
    readsClass('Flatten', () => ({})),
    readsClass('Activation', (read, inputs) => {
      if (read.choice('activation', ['linear'], 'linear') !== 'linear' || inputShape({ inputs }).length > 1)
        read.refuse();
      return {};
    }),
  ],
  examples: [
    {
      title: 'The last feature maps of LeNet-5',
      params: {},
      inputs: [[5, 5, 16]],
      output: [400],
      parameters: 0,
      macs: 0,
    },
    { title: 'A vector stays as it is', params: {}, inputs: [[7]], output: [7], parameters: 0, macs: 0 },
    { title: 'A matrix, row by row', params: {}, inputs: [[2, 3]], output: [6], parameters: 0, macs: 0 },
  ],
});
