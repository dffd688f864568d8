import { type Conv2dParams, conv2dFields } from '@/lib/layers/convolution/conv2d-fields';
import type { KerasConfig, KerasReader } from '@/lib/layers/definition';
import type { Padding } from '@/lib/layers/fields';
import { readConfig } from '@/lib/layers/read-config';
import { readBiasStart } from '@/lib/layers/start-values';

/** Keras's own class, and ours for what tfjs's does wrong; alone or behind a border of zeros of its own. */
export const convolutionReaders: readonly KerasReader<Conv2dParams>[] = ['Conv2D', 'GroupedConv2D'].flatMap(
  (className) => [
    { classes: [className], params: ([only]) => (only === undefined ? null : readConvolution(only, null)) },
    {
      classes: ['ZeroPadding2D', className],
      params([border, convolution]) {
        if (border === undefined || convolution === undefined) return null;
        const padding = readConfig(border, (read) => read.borders('padding'));
        return padding === null ? null : readConvolution(convolution, padding);
      },
    },
  ],
);

/** `border`: what stands around the image already; then the convolution must not pad by itself. */
function readConvolution(layer: KerasConfig, border: Padding | null): Conv2dParams | null {
  return readConfig(layer, (read) => {
    if (!read.has('filters') || !read.has('kernelSize')) read.refuse();
    const padding = read.choice('padding', ['valid', 'same'], 'valid');
    if (border !== null && padding === 'same') read.refuse();
    return {
      filters: read.number('filters', conv2dFields.filters.default),
      kernelSize: read.pair('kernelSize', conv2dFields.kernelSize.default),
      strides: read.pair('strides', [1, 1]),
      padding: border ?? padding,
      dilation: read.pair('dilationRate', [1, 1]),
      groups: read.number('groups', 1),
      useBias: read.boolean('useBias', true),
      kernelInitializer: read.choice('kernelInitializer', conv2dFields.kernelInitializer.options, 'glorotUniform'),
      biasStart: readBiasStart(read),
    };
  });
}
