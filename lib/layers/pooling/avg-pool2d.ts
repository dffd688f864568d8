import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { type Arithmetic, constant, quotient, sumOf } from '@/lib/layers/arithmetic';
import { defineLayer, type InferSite, type KerasCall, type KerasReader, type Site } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import {
  inferPooling,
  pooledCells,
  poolingFacets,
  poolingFields,
  poolingLabelsEn,
  poolingLabelsVi,
  poolingOptionsEn,
  poolingOptionsVi,
  poolingWindow,
  roundingMigration,
} from '@/lib/layers/pooling/pooling';
import { poolingRewrites } from '@/lib/layers/pooling/pooling-rewrites';
import {
  averagePoolingInTorch,
  borderPlacement,
  countingPoolingInOnnx,
  countingPoolingInTorch,
  needsOwnClass,
  paddedPoolingArgs,
  poolingArgs,
  poolingInOnnx,
  readPooling,
} from '@/lib/layers/pooling/pooling-targets';
import { readsClass } from '@/lib/layers/read-config';
import { imageOf, inputShape } from '@/lib/layers/shapes';

const fields = {
  ...poolingFields,
  countPadding: { kind: 'boolean', default: false, onNode: 'when-changed', advanced: true },
} as const satisfies Fields;

type AveragePoolingParams = ParamsOf<typeof fields>;

export const avgPool2d = defineLayer({
  type: 'avg_pool2d',
  family: 'pooling',
  icon: 'pool-average',
  text: {
    en: {
      title: 'AvgPool2D',
      summary: 'Takes the mean of each window and so shrinks the image',
      fields: {
        ...poolingLabelsEn,
        countPadding: { label: 'Count the padding', hint: 'Takes the border as zeros into the mean, as PyTorch does' },
      },
      options: poolingOptionsEn,
    },
    vi: {
      title: 'Gộp trung bình 2D',
      summary: 'Lấy trung bình của mỗi cửa sổ, nhờ đó thu nhỏ ảnh',
      fields: {
        ...poolingLabelsVi,
        countPadding: { label: 'Tính cả phần đệm', hint: 'Coi viền là số 0 và tính vào trung bình, như PyTorch' },
      },
      options: poolingOptionsVi,
    },
  },
  help: () => import('@/lib/layers/pooling/avg-pool2d-help').then(({ help }) => help),
  fields,
  migrations: [{ from: 1, migrate: (params) => ({ ...roundingMigration.migrate(params), countPadding: false }) }],
  ...poolingFacets,
  rewrites: (site) => poolingRewrites(site),
  infer: inferAveragePooling,
  reach: ({ params }) => poolingWindow(params),
  nature: 'linear',
  explain: explainAveragePooling,
  keras: averagePoolingInKeras,
  torch: (site) => (site.params.countPadding ? countingPoolingInTorch(site) : averagePoolingInTorch(site)),
  onnx(site) {
    if (site.params.countPadding) return countingPoolingInOnnx(site);
    const node = poolingInOnnx('AveragePool', site);
    return [{ ...node, attributes: { ...node.attributes, count_include_pad: 0 } }];
  },
  reads: [
    readsAverage('AveragePooling2D', 'valid'),
    readsAverage('SameAveragePooling2D', 'same'),
    readsAverage('PaddedAveragePooling2D', 'valid'),
  ],
  examples: [
    {
      title: 'The mean of 2 × 2 pixels, as in LeNet-5',
      params: { poolSize: [2, 2], strides: [2, 2], padding: 'valid', rounding: 'floor', countPadding: false },
      inputs: [[4, 6, 2]],
      output: [2, 3, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'At the border the mean is over the pixels inside the image',
      params: { poolSize: [3, 3], strides: [2, 2], padding: 'same', rounding: 'floor', countPadding: false },
      inputs: [[5, 4, 2]],
      output: [3, 2, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'An even window at stride 1 keeps the size',
      params: { poolSize: [2, 2], strides: [1, 1], padding: 'same', rounding: 'floor', countPadding: false },
      inputs: [[3, 4, 1]],
      output: [3, 4, 1],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'A border that counts as zeros: 4 / 9 of a corner of ones',
      params: {
        poolSize: [3, 3],
        strides: [2, 2],
        padding: { top: 1, bottom: 1, left: 1, right: 1 },
        rounding: 'floor',
        countPadding: true,
      },
      inputs: [[4, 4, 1]],
      output: [2, 2, 1],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'The border counts, what only hangs over the end does not',
      params: {
        poolSize: [3, 2],
        strides: [2, 2],
        padding: { top: 1, bottom: 0, left: 1, right: 0 },
        rounding: 'ceil',
        countPadding: true,
      },
      inputs: [[5, 4, 2]],
      output: [3, 3, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'Rounded up without a border: a smaller mean at the end',
      params: { poolSize: [2, 3], strides: [2, 2], padding: 'valid', rounding: 'ceil', countPadding: false },
      inputs: [[5, 4, 1]],
      output: [3, 2, 1],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'A border on one side that does not count',
      params: {
        poolSize: [3, 3],
        strides: [1, 2],
        padding: { top: 0, bottom: 1, left: 1, right: 0 },
        rounding: 'floor',
        countPadding: false,
      },
      inputs: [[4, 5, 1]],
      output: [3, 2, 1],
      parameters: 0,
      macs: 0,
    },
  ],
});

/** PyTorch cannot leave a border out of a mean that is wider at the end, where windows also hang over it. */
function inferAveragePooling(site: InferSite<AveragePoolingParams>): Result<TensorType, readonly Problem[]> {
  const { padding, rounding, countPadding } = site.params;
  if (typeof padding === 'string' || rounding === 'floor' || countPadding) return inferPooling(site);
  const mended = {
    ...padding,
    bottom: Math.min(padding.top, padding.bottom),
    right: Math.min(padding.left, padding.right),
  };
  const problems = (['bottom', 'right'] as const)
    .filter((side) => padding[side] > mended[side])
    .map((part): Problem => ({
      code: 'param/out-of-range',
      values: { value: padding[part], min: 0, max: mended[part], part },
      param: 'padding',
      cures: [{ kind: 'set-param', param: 'padding', value: mended }],
    }));
  return problems.length > 0 ? fail(problems) : inferPooling(site);
}

function explainAveragePooling(site: Site<AveragePoolingParams>, cell: readonly number[]): Arithmetic {
  const cells = pooledCells(site, cell);
  return quotient(sumOf(cells), constant(site.params.countPadding ? countedCells(site, cell) : cells.length));
}

/** Cells of a window within the image and its border. */
function countedCells(site: Site<AveragePoolingParams>, [row = 0, column = 0]: readonly number[]): number {
  const { size } = imageOf(inputShape(site));
  const { before, after } = borderPlacement(site);
  const window = poolingWindow(site.params);
  const counts = [row, column].map((at, axis) => {
    const [start, end] = [
      at * (window.stride[axis] ?? 1),
      (size[axis] ?? 0) + (before[axis] ?? 0) + (after[axis] ?? 0),
    ];
    return Math.min(start + (window.size[axis] ?? 1), end) - start;
  });
  return counts.reduce((product, count) => product * count, 1);
}

/** tfjs's gradient of a padded mean divides by the whole window where the forward pass divides by what lies inside. */
function averagePoolingInKeras({ params }: Site<AveragePoolingParams>): readonly KerasCall[] {
  const { poolSize, strides, countPadding } = params;
  if (needsOwnClass(params) || countPadding) {
    return [{ callee: 'PaddedAveragePooling2D', args: { ...paddedPoolingArgs(params), countPadding } }];
  }
  return params.padding === 'same'
    ? [{ callee: 'SameAveragePooling2D', args: { poolSize, strides } }]
    : [{ callee: 'AveragePooling2D', args: poolingArgs(params) }];
}

function readsAverage(className: string, padding: 'valid' | 'same'): KerasReader<AveragePoolingParams> {
  return readsClass(className, (read) => ({
    ...readPooling(read, padding),
    countPadding: read.boolean('countPadding', false),
  }));
}
