import type { LayerRewrite, Site } from '@/lib/layers/definition';
import type { Padding } from '@/lib/layers/fields';
import { poolingWindow, type PoolingParams } from '@/lib/layers/pooling/pooling';
import { imageOf, inputShape } from '@/lib/layers/shapes';
import { placedWindow } from '@/lib/layers/windows';

/** A convolution that shrinks as the pooling does: Springenberg et al., "Striving for Simplicity", ICLR 2015 workshop. */
export function poolingRewrites({ params, inputs }: Site<PoolingParams>): readonly LayerRewrite[] {
  const { channels, size } = imageOf(inputShape({ inputs }));
  const { before, after } = placedWindow(poolingWindow(params), size);
  const isBare = [...before, ...after].every((border) => border === 0);
  const borders: Padding = { top: before[0], bottom: after[0], left: before[1], right: after[1] };
  const padding = params.padding === 'same' ? 'same' : isBare ? 'valid' : borders;
  const { poolSize, strides } = params;
  const layer = { type: 'conv2d', params: { filters: channels, kernelSize: poolSize, strides, padding } };
  return [{ kind: 'strided-convolution', layers: [layer], activated: 'behind' }];
}
