import { type DepthwiseParams, depthwiseFields } from '@/lib/layers/convolution/depthwise-conv2d-fields';
import type { KerasConfig, KerasReader } from '@/lib/layers/definition';
import type { Padding } from '@/lib/layers/fields';
import { readConfig } from '@/lib/layers/read-config';
import { readBiasStart } from '@/lib/layers/start-values';

/** Keras's own class, and ours for a dilated kernel; alone or behind a border of zeros. */
export const depthwiseReaders: readonly KerasReader<DepthwiseParams>[] = [
  'DepthwiseConv2D',
  'DilatedDepthwiseConv2D',
].flatMap((className) => [
  { classes: [className], params: ([only]) => (only === undefined ? null : readDepthwise(only, null)) },
  {
    classes: ['ZeroPadding2D', className],
    params([border, convolution]) {
      if (border === undefined || convolution === undefined) return null;
      const padding = readConfig(border, (read) => read.borders('padding'));
      return padding === null ? null : readDepthwise(convolution, padding);
    },
  },
]);

function readDepthwise(layer: KerasConfig, border: Padding | null): DepthwiseParams | null {
  return readConfig(layer, (read) => {
    if (!read.has('kernelSize')) read.refuse();
    const padding = read.choice<'valid' | 'same'>('padding', ['valid', 'same'], 'valid');
    if (border !== null && padding === 'same') read.refuse();
    return {
      kernelSize: read.pair('kernelSize', depthwiseFields.kernelSize.default),
      strides: read.pair('strides', [1, 1]),
      padding: border ?? padding,
      depthMultiplier: read.number('depthMultiplier', 1),
      dilation: read.pair('dilationRate', [1, 1]),
      useBias: read.boolean('useBias', true),
      kernelInitializer: read.choice(
        'depthwiseInitializer',
        depthwiseFields.kernelInitializer.options,
        depthwiseFields.kernelInitializer.default,
      ),
      biasStart: readBiasStart(read),
    };
  });
}
