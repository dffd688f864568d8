import { constant, inputCell, quotient, sumOf } from '@/lib/layers/arithmetic';
import { defineLayer, type OnnxNode, type Site } from '@/lib/layers/definition';
import type { Fields, Pair, ParamsOf } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { regionRead } from '@/lib/layers/reach';
import { readsClass } from '@/lib/layers/read-config';
import { asImage, imageOf, inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { torchModule, torchPair } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform } from '@/lib/layers/traits';

const fields = {
  outputSize: { kind: 'pair', default: [7, 7], min: 1, max: 1024, unit: 'px', onNode: 'always' },
} as const satisfies Fields;

type AdaptiveParams = ParamsOf<typeof fields>;

export const adaptiveAvgPool2d = defineLayer({
  type: 'adaptive_avg_pool2d',
  family: 'pooling',
  icon: 'pool-adaptive',
  text: {
    en: {
      title: 'AdaptiveAveragePooling2D',
      summary: 'Averages the image into a grid of fixed size, whatever its own size',
      fields: { outputSize: { label: 'Output', hint: 'Rows and columns of the grid' } },
    },
    vi: {
      title: 'Gộp trung bình thích ứng 2D',
      summary: 'Lấy trung bình ảnh thành một lưới có cỡ cố định, dù ảnh vào cỡ nào',
      fields: { outputSize: { label: 'Đầu ra', hint: 'Số hàng và số cột của lưới' } },
    },
  },
  help: () => import('@/lib/layers/pooling/adaptive-avg-pool2d-help').then(({ help }) => help),
  fields,
  ...firstVersion,
  ...oneInput,
  infer(site) {
    const shape = inputShape(site);
    const image = asImage(shape);
    if (!image) return refuseRank(shape, [3], [{ kind: 'remove-layer' }]);
    return sizedOutput([...site.params.outputSize, image.channels]);
  },
  ...noWeights,
  ...noMacs,
  reach: ({ params }) => ({ kind: 'bins', output: params.outputSize }),
  explain({ params, inputs }, [row = 0, column = 0, channel = 0]) {
    const { size } = imageOf(inputShape({ inputs }));
    const region = regionRead({ kind: 'bins', output: params.outputSize }, size, [row, column]);
    if (region === null) throw new Error('bins always have a region');
    const pixels = span(region.first[0], region.last[0]).flatMap((y) =>
      span(region.first[1], region.last[1]).map((x) => inputCell([y, x, channel])),
    );
    return quotient(sumOf(pixels), constant(pixels.length));
  },
  keras: ({ params }) => [{ callee: 'AdaptiveAveragePooling2D', args: { outputSize: params.outputSize } }],
  torch: ({ params }) => [torchModule('nn.AdaptiveAvgPool2d', [torchPair(params.outputSize)])],
  onnx: adaptiveInOnnx,
  ...plainTransform,
  nature: 'linear',
  reads: [
    readsClass('AdaptiveAveragePooling2D', (read) => {
      if (!read.has('outputSize')) read.refuse();
      return { outputSize: read.pair('outputSize', fields.outputSize.default) };
    }),
  ],
  examples: [
    {
      title: 'A grid that divides the image is plain average pooling',
      params: { outputSize: [2, 3] },
      inputs: [[4, 6, 2]],
      output: [2, 3, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'Seven rows into three: the bins overlap',
      params: { outputSize: [3, 2] },
      inputs: [[7, 5, 2]],
      output: [3, 2, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'An image of that size stays as it is, as VGG’s at 224 × 224',
      params: { outputSize: [3, 4] },
      inputs: [[3, 4, 1]],
      output: [3, 4, 1],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'A smaller image is stretched',
      params: { outputSize: [4, 3] },
      inputs: [[3, 2, 1]],
      output: [4, 3, 1],
      parameters: 0,
      macs: 0,
    },
  ],
});

function span(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** ONNX has no such operator: average pooling where the grid divides the image, else a product with each axis's bins. */
function adaptiveInOnnx({ params, inputs }: Site<AdaptiveParams>): readonly OnnxNode[] {
  const { size } = imageOf(inputShape({ inputs }));
  const [rows, columns] = params.outputSize;
  const window: Pair = [size[0] / rows, size[1] / columns];
  if (window.every(Number.isInteger)) return [onnxNode('AveragePool', { kernel_shape: window, strides: window })];
  const byRows = binWeights(size, params, 0);
  const byColumns = binWeights(size, params, 1);
  const transposed = Array.from({ length: size[1] }, (_, place) => byColumns.map((bin) => bin[place] ?? 0));
  return [
    onnxNode('MatMul', {}, ['input:0', `floats:${size[1]}x${columns}:${transposed.flat().join(',')}`]),
    onnxNode('MatMul', {}, [`floats:${rows}x${size[0]}:${byRows.flat().join(',')}`, 'previous']),
  ];
}

/** Bins × places: the share of each place in each bin's mean. */
function binWeights(size: Pair, { outputSize }: AdaptiveParams, axis: 0 | 1): readonly (readonly number[])[] {
  return Array.from({ length: outputSize[axis] }, (_, bin) => {
    const region = regionRead({ kind: 'bins', output: outputSize }, size, axis === 0 ? [bin, 0] : [0, bin]);
    const [first, last] = [region?.first[axis] ?? 0, region?.last[axis] ?? 0];
    return Array.from({ length: size[axis] }, (_, place) =>
      first <= place && place <= last ? 1 / (last - first + 1) : 0,
    );
  });
}
