import type { Document } from '@/lib/document/document';
import { addChain, createBuilder, type DrawBlock } from '@/lib/document/templates/build-chain';

const WIDTH = 64;
const PATCH = 4;

/**
 * Dosovitskiy et al., "An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale", ICLR 2021, in miniature for
 * MNIST: 49 patches of 4 × 4 pixels, 64 numbers each, four encoder blocks with four heads. As in the paper the patches are cut
 * by a convolution whose stride is its kernel, positions are learnt, and normalization stands before attention and before the
 * dense layers, which are GELU. Unlike it, the classes are read from the mean over the patches instead of a class token (as in
 * its appendix D.3), the dense layers are twice as wide as the tokens instead of four times, and there is no dropout.
 */
export function buildVitSmall(): Document {
  const builder = createBuilder('Small ViT');
  const embedded = addChain(builder, [
    ['input', { shape: [28, 28, 1] }],
    ['conv2d', { filters: WIDTH, kernelSize: [PATCH, PATCH], strides: [PATCH, PATCH] }],
    ['reshape', { shape: [-1, WIDTH] }],
    ['position_embedding'],
  ]);
  const encoder = builder.use(builder.block('Encoder block', ENCODER), { repeat: 4 }, embedded);
  addChain(builder, [['layer_norm', NORM], ['global_avg_pool1d'], ['dense', { units: 10 }], ['softmax']], encoder);
  return builder.build();
}

const NORM = { epsilon: 1e-6 } as const;

const ENCODER: DrawBlock = (inside, input) => {
  const normed = inside.add('layer_norm', NORM, input);
  const attended = inside.add('multi_head_attention', { heads: 4, keyDim: WIDTH / 4 }, normed);
  const first = inside.add('add', {}, attended, input);
  const dense = addChain(
    inside,
    [['layer_norm', NORM], ['dense', { units: 2 * WIDTH }], ['gelu'], ['dense', { units: WIDTH }]],
    first,
  );
  return inside.add('add', {}, dense, first);
};
