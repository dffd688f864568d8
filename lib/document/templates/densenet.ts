import type { Document } from '@/lib/document/document';
import { addChain, createBuilder, withoutDataset } from '@/lib/document/templates/build-chain';
import {
  averageClassifier,
  border,
  convolutionNorm,
  convolutionNormRelu,
  TORCH_NORM,
} from '@/lib/document/templates/units';

/** Dense layers per block. */
const DEPTHS = [6, 12, 24, 16] as const;
const GROWTH = 32;

/**
 * Huang, Liu, van der Maaten & Weinberger, "Densely Connected Convolutional Networks", CVPR 2017, table 1, as in torchvision:
 * 7,978,856 trained parameters; Keras says 8,062,504, which counts the running statistics too. All 58 dense layers are one
 * block: each adds 32 channels to those it gets.
 */
export function buildDensenet121(): Document {
  const builder = createBuilder('DenseNet-121');
  let channels = 64;
  let end = addChain(builder, [
    ['input', { shape: [224, 224, 3] }],
    ...convolutionNormRelu({ filters: channels, kernel: 7, stride: 2 }),
    ['max_pool2d', { poolSize: [3, 3], padding: border(1) }],
  ]);
  const layer = builder.block('Dense layer', (inside, input) => {
    const added = addChain(
      inside,
      [
        ['batch_norm', TORCH_NORM],
        ['relu'],
        ...convolutionNormRelu({ filters: 4 * GROWTH, kernel: 1 }),
        ['conv2d', { filters: GROWTH, padding: 'same', useBias: false, kernelInitializer: 'heNormal' }],
      ],
      input,
    );
    return inside.add('concatenate', {}, input, added);
  });
  DEPTHS.forEach((depth, index) => {
    end = builder.use(layer, { repeat: depth }, end);
    channels += depth * GROWTH;
    end = addChain(builder, [['batch_norm', TORCH_NORM], ['relu']], end);
    if (index === DEPTHS.length - 1) return;
    channels /= 2;
    const [convolution] = convolutionNorm({ filters: channels, kernel: 1 });
    if (convolution) end = addChain(builder, [convolution, ['avg_pool2d']], end);
  });
  addChain(builder, averageClassifier(), end);
  return withoutDataset(builder.build());
}
