import { constant, quotient, sumOf } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import {
  pooledSteps,
  pooling1dArgs,
  pooling1dFacets,
  pooling1dInOnnx,
  pooling1dInTorch,
  pooling1dTextEn,
  pooling1dTextVi,
  readsPooling1d,
} from '@/lib/layers/pooling/pooling1d';

export const avgPool1d = defineLayer({
  type: 'avg_pool1d',
  family: 'pooling',
  icon: 'pool-average',
  text: {
    en: {
      title: 'AvgPool1D',
      summary: 'Takes the mean of each window along a sequence',
      ...pooling1dTextEn,
    },
    vi: {
      title: 'Gộp trung bình 1D',
      summary: 'Lấy trung bình của mỗi cửa sổ dọc theo chuỗi',
      ...pooling1dTextVi,
    },
  },
  help: () => import('@/lib/layers/pooling/avg-pool1d-help').then(({ help }) => help),
  ...pooling1dFacets,
  nature: 'linear',
  reads: [readsPooling1d('AveragePooling1D'), readsPooling1d('SameAveragePooling1D', 'same')],
  explain(site, cell) {
    const cells = pooledSteps(site, cell);
    return quotient(sumOf(cells), constant(cells.length));
  },
  // tfjs's gradient of a padded mean divides by the whole window where the forward pass divides by what lies inside.
  keras: ({ params }) =>
    params.padding === 'same'
      ? [{ callee: 'SameAveragePooling1D', args: { poolSize: params.poolSize, strides: params.strides } }]
      : [{ callee: 'AveragePooling1D', args: pooling1dArgs(params) }],
  torch: (site) => pooling1dInTorch('nn.AvgPool1d', site),
  onnx(site) {
    const node = pooling1dInOnnx('AveragePool', site);
    return [{ ...node, attributes: { ...node.attributes, count_include_pad: 0 } }];
  },
  examples: [
    {
      title: 'The mean of two steps',
      params: { poolSize: 2, strides: 2, padding: 'valid' },
      inputs: [[6, 3]],
      output: [3, 3],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'At the ends the mean is over the steps inside',
      params: { poolSize: 3, strides: 1, padding: 'same' },
      inputs: [[5, 2]],
      output: [5, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'An even window at stride 1 hangs over the end alone',
      params: { poolSize: 4, strides: 1, padding: 'same' },
      inputs: [[6, 1]],
      output: [6, 1],
      parameters: 0,
      macs: 0,
    },
  ],
});
