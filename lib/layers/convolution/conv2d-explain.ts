import { type Arithmetic, inputCell, product, sumOf, weightCell } from '@/lib/layers/arithmetic';
import type { Conv2dParams } from '@/lib/layers/convolution/conv2d-fields';
import { convolutionWindow } from '@/lib/layers/convolution/conv2d-shape';
import type { Site } from '@/lib/layers/definition';
import { imageOf, inputShape } from '@/lib/layers/shapes';
import { windowTaps } from '@/lib/layers/windows';

/** A filter sees only the channels of its own group; what falls on the border is zero and left out. */
export function explainConvolution({ params, inputs }: Site<Conv2dParams>, cell: readonly number[]): Arithmetic {
  const [row = 0, column = 0, filter = 0] = cell;
  const { size, channels } = imageOf(inputShape({ inputs }));
  const groupChannels = channels / params.groups;
  const group = Math.floor(filter / (params.filters / params.groups));
  const terms = windowTaps(convolutionWindow(params), size, [row, column]).flatMap(({ place, pixel }) =>
    Array.from({ length: groupChannels }, (_, channel) =>
      product(inputCell([...pixel, group * groupChannels + channel]), weightCell('kernel', ...place, channel, filter)),
    ),
  );
  return sumOf(params.useBias ? [...terms, weightCell('bias', filter)] : terms);
}
