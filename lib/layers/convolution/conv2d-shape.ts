import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import type { Conv2dParams } from '@/lib/layers/convolution/conv2d-fields';
import type { InferSite, Site, Weight, Window } from '@/lib/layers/definition';
import { asImage, imageOf, inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { placeWindow } from '@/lib/layers/windows';

export function convolutionWindow({ kernelSize, strides, dilation, padding }: Conv2dParams): Window {
  return { size: kernelSize, stride: strides, dilation, padding };
}

export function inferConvolution(site: InferSite<Conv2dParams>): Result<TensorType, readonly Problem[]> {
  const { params } = site;
  const shape = inputShape(site);
  const image = asImage(shape);
  if (!image) return refuseRank(shape, [3]);
  const placement = placeWindow(convolutionWindow(params), image.size, 'kernelSize');
  const problems = [
    ...strideWithDilation(params),
    ...indivisible(params, image.channels),
    ...(placement.ok ? [] : placement.error),
  ];
  if (problems.length > 0 || !placement.ok) return fail(problems);
  return sizedOutput([...placement.value.output, params.filters]);
}

export function convolutionWeights({ params, inputs }: Site<Conv2dParams>): readonly Weight[] {
  const { channels } = imageOf(inputShape({ inputs }));
  const shape = [...params.kernelSize, channels / params.groups, params.filters];
  const kernel: Weight = { name: 'kernel', shape, trainable: true };
  return params.useBias ? [kernel, { name: 'bias', shape: [params.filters], trainable: true }] : [kernel];
}

/** Keras refuses the two together; no backend of tfjs has a kernel for it. */
export function strideWithDilation({
  strides,
  dilation,
}: Pick<Conv2dParams, 'strides' | 'dilation'>): readonly Problem[] {
  const stride = Math.max(...strides);
  const gap = Math.max(...dilation);
  if (stride === 1 || gap === 1) return [];
  return [
    {
      code: 'param/stride-with-dilation',
      values: { stride, dilation: gap },
      param: 'dilation',
      cures: [
        { kind: 'set-param', param: 'dilation', value: [1, 1] },
        { kind: 'set-param', param: 'strides', value: [1, 1] },
      ],
    },
  ];
}

export function indivisible(
  { groups, filters }: Pick<Conv2dParams, 'groups' | 'filters'>,
  channels: number,
): readonly Problem[] {
  const fitting = largestCommonDivisor({ a: channels, b: filters, most: groups });
  const counts = [
    ['input', channels],
    ['filters', filters],
  ] as const;
  return counts
    .filter(([, count]) => count % groups !== 0)
    .map(([what, count]) => ({
      code: 'shape/groups-do-not-divide',
      values: { groups, channels: count, what },
      param: 'groups',
      cures: [{ kind: 'set-param', param: 'groups', value: fitting }],
    }));
}

function largestCommonDivisor({ a, b, most }: { a: number; b: number; most: number }): number {
  let divisor = Math.min(a, b, most);
  while (a % divisor !== 0 || b % divisor !== 0) divisor -= 1;
  return divisor;
}
