import { inputCell, maximumOf } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { asImage, imageOf, inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { torchModule } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform, reachesEverywhere } from '@/lib/layers/traits';

export const globalMaxPool2d = defineLayer({
  type: 'global_max_pool2d',
  family: 'pooling',
  icon: 'pool-global',
  text: {
    en: {
      title: 'GlobalMaxPooling2D',
      summary: 'Turns each feature map into one number, its largest',
      fields: {},
    },
    vi: {
      title: 'Gộp cực đại toàn cục 2D',
      summary: 'Biến mỗi bản đồ đặc trưng thành một số, là giá trị lớn nhất của nó',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/pooling/global-max-pool2d-help').then(({ help }) => help),
  fields: {},
  ...firstVersion,
  ...oneInput,
  infer(site) {
    const shape = inputShape(site);
    const image = asImage(shape);
    return image ? sizedOutput([image.channels]) : refuseRank(shape, [3], [{ kind: 'remove-layer' }]);
  },
  ...noWeights,
  ...noMacs,
  ...reachesEverywhere,
  explain({ inputs }, cell) {
    const [height, width] = imageOf(inputShape({ inputs })).size;
    const pixels = Array.from({ length: height * width }, (_, index) =>
      inputCell([Math.floor(index / width), index % width, ...cell]),
    );
    return maximumOf(pixels);
  },
  keras: () => [{ callee: 'GlobalMaxPooling2D', args: {} }],
  torch: () => [torchModule('nn.AdaptiveMaxPool2d', [1]), torchModule('nn.Flatten')],
  onnx: () => [onnxNode('GlobalMaxPool'), onnxNode('Flatten', { axis: 1 }, ['previous'])],
  ...plainTransform,
  nature: 'selection',
  reads: [
    readsClass('GlobalMaxPooling2D', (read) => {
      if (read.boolean('keepdims', false)) read.refuse();
      return {};
    }),
  ],
  examples: [
    {
      title: 'One number per channel, whatever the size of the image',
      params: {},
      inputs: [[3, 4, 5]],
      output: [5],
      parameters: 0,
      macs: 0,
    },
  ],
});
