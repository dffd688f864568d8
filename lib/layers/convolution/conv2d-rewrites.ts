import type { LayerRewrite, NewLayer, Site } from '@/lib/layers/definition';
import type { Conv2dParams } from '@/lib/layers/convolution/conv2d-fields';
import type { Pair, Padding } from '@/lib/layers/fields';
import { imageOf, inputShape } from '@/lib/layers/shapes';

type ConvolutionSite = Site<Conv2dParams>;

/** Larger kernels than this are taken apart by nobody. */
const LARGEST = 11;
/** The channels inside a bottleneck: a quarter of those it gives, as in ResNet-50. */
const NARROWING = 4;
const FEWEST_CHANNELS = 16;

/** What a convolution can be replaced with; each sees the same pixels and gives the same shape. */
export function convolutionRewrites(site: ConvolutionSite): readonly LayerRewrite[] {
  return [...stack(site), ...separable(site), ...bottleneck(site), ...asymmetric(site)];
}

/**
 * A k × k kernel as (k − 1) / 2 of 3 × 3: 25C² → 18C², 49C² → 27C². Simonyan & Zisserman, ICLR 2015, section 2.3. The
 * stride comes last and the stated border first, so that neither the shape nor what a unit sees changes.
 */
function stack({ params }: ConvolutionSite): readonly LayerRewrite[] {
  const [height, width] = params.kernelSize;
  if (height !== width || height < 5 || height > LARGEST || height % 2 === 0) return [];
  const count = (height - 1) / 2;
  const layers = Array.from({ length: count }, (_, index) =>
    convolution(params, {
      kernelSize: [3, 3],
      strides: index === count - 1 ? params.strides : [1, 1],
      padding: index === 0 || params.padding === 'same' ? params.padding : 'valid',
    }),
  );
  return [{ kind: 'stack-of-3x3', layers, activated: 'between' }];
}

/** Each channel by itself, then across channels: Howard et al., "MobileNets", 2017, section 3.1. */
function separable({ params, inputs }: ConvolutionSite): readonly LayerRewrite[] {
  const { channels } = imageOf(inputShape({ inputs }));
  if (params.groups > 1 || channels === 1 || isPoint(params.kernelSize)) return [];
  const { filters, groups: _, ...own } = params;
  const depthwise = { type: 'depthwise_conv2d', params: own };
  const layers = [depthwise, pointwise(params, filters)];
  return [{ kind: 'depthwise-separable', layers, activated: 'between' }];
}

/** Through fewer channels: He et al., "Deep Residual Learning", CVPR 2016, figure 5. */
function bottleneck({ params, inputs }: ConvolutionSite): readonly LayerRewrite[] {
  const { channels } = imageOf(inputShape({ inputs }));
  const inner = Math.floor(params.filters / NARROWING);
  const isWide = Math.min(channels, params.filters) >= FEWEST_CHANNELS;
  if (params.groups > 1 || !isWide || isPoint(params.kernelSize)) return [];
  const layers = [pointwise(params, inner), convolution(params, { filters: inner }), pointwise(params, params.filters)];
  return [{ kind: 'bottleneck', layers, activated: 'between' }];
}

/** Rows, then columns: Szegedy et al., "Rethinking the Inception Architecture", CVPR 2016, section 3.2. */
function asymmetric({ params }: ConvolutionSite): readonly LayerRewrite[] {
  const { kernelSize, strides, dilation, padding } = params;
  const [height, width] = kernelSize;
  if (height === 1 || width === 1) return [];
  const layers = [
    convolution(params, {
      kernelSize: [1, width],
      strides: [1, strides[1]],
      dilation: [1, dilation[1]],
      padding: borders(padding, 1),
    }),
    convolution(params, {
      kernelSize: [height, 1],
      strides: [strides[0], 1],
      dilation: [dilation[0], 1],
      padding: borders(padding, 0),
    }),
  ];
  return [{ kind: 'asymmetric', layers, activated: 'between' }];
}

function isPoint([height, width]: Pair): boolean {
  return height === 1 && width === 1;
}

function borders(padding: Padding, axis: 0 | 1): Padding {
  if (typeof padding === 'string') return padding;
  return axis === 0 ? { ...padding, left: 0, right: 0 } : { ...padding, top: 0, bottom: 0 };
}

function pointwise(params: Conv2dParams, filters: number): NewLayer {
  return convolution(params, {
    filters,
    kernelSize: [1, 1],
    strides: [1, 1],
    dilation: [1, 1],
    padding: 'valid',
    groups: 1,
  });
}

function convolution(params: Conv2dParams, changes: Partial<Conv2dParams>): NewLayer {
  return { type: 'conv2d', params: { ...params, ...changes } };
}
