import { maximumOf } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
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
  maxPoolingInTorch,
  needsOwnClass,
  paddedPoolingArgs,
  poolingArgs,
  poolingInOnnx,
  readsPooling,
} from '@/lib/layers/pooling/pooling-targets';

export const maxPool2d = defineLayer({
  type: 'max_pool2d',
  family: 'pooling',
  icon: 'pool-max',
  text: {
    en: {
      title: 'MaxPool2D',
      summary: 'Keeps the largest value of each window and so shrinks the image',
      fields: poolingLabelsEn,
      options: poolingOptionsEn,
    },
    vi: {
      title: 'Gộp cực đại 2D',
      summary: 'Giữ giá trị lớn nhất của mỗi cửa sổ, nhờ đó thu nhỏ ảnh',
      fields: poolingLabelsVi,
      options: poolingOptionsVi,
    },
  },
  help: () => import('@/lib/layers/pooling/max-pool2d-help').then(({ help }) => help),
  fields: poolingFields,
  migrations: [roundingMigration],
  ...poolingFacets,
  rewrites: (site) => poolingRewrites(site),
  infer: inferPooling,
  reach: ({ params }) => poolingWindow(params),
  nature: 'selection',
  reads: [readsPooling('MaxPooling2D'), readsPooling('PaddedMaxPooling2D')],
  explain: (site, cell) => maximumOf(pooledCells(site, cell)),
  keras: ({ params }) =>
    needsOwnClass(params)
      ? [{ callee: 'PaddedMaxPooling2D', args: paddedPoolingArgs(params) }]
      : [{ callee: 'MaxPooling2D', args: poolingArgs(params) }],
  torch: maxPoolingInTorch,
  onnx: (site) => [poolingInOnnx('MaxPool', site)],
  examples: [
    {
      title: 'A 2 × 2 window halves the image; an odd row is left over',
      params: { poolSize: [2, 2], strides: [2, 2], padding: 'valid', rounding: 'floor' },
      inputs: [[5, 4, 2]],
      output: [2, 2, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'Overlapping windows, as in AlexNet',
      params: { poolSize: [3, 3], strides: [2, 2], padding: 'valid', rounding: 'floor' },
      inputs: [[7, 7, 1]],
      output: [3, 3, 1],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'With padding “same” every pixel is in some window',
      params: { poolSize: [2, 3], strides: [2, 2], padding: 'same', rounding: 'floor' },
      inputs: [[5, 6, 2]],
      output: [3, 3, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'A border of one pixel, as behind ResNet’s first convolution',
      params: {
        poolSize: [3, 3],
        strides: [2, 2],
        padding: { top: 1, bottom: 1, left: 1, right: 1 },
        rounding: 'floor',
      },
      inputs: [[7, 6, 2]],
      output: [4, 3, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'Rounded up, the last window hangs over the end, as in GoogLeNet and SqueezeNet',
      params: { poolSize: [3, 3], strides: [2, 2], padding: 'valid', rounding: 'ceil' },
      inputs: [[6, 5, 1]],
      output: [3, 2, 1],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'A last window that would begin beyond the image is left out: four, not five',
      params: {
        poolSize: [2, 2],
        strides: [2, 2],
        padding: { top: 1, bottom: 1, left: 0, right: 1 },
        rounding: 'ceil',
      },
      inputs: [[7, 4, 1]],
      output: [4, 2, 1],
      parameters: 0,
      macs: 0,
    },
  ],
});
