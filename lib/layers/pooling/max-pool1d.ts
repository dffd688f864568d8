import { maximumOf } from '@/lib/layers/arithmetic';
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

export const maxPool1d = defineLayer({
  type: 'max_pool1d',
  family: 'pooling',
  icon: 'pool-max',
  text: {
    en: {
      title: 'MaxPool1D',
      summary: 'Keeps the largest value of each window along a sequence',
      ...pooling1dTextEn,
    },
    vi: {
      title: 'Gộp cực đại 1D',
      summary: 'Giữ giá trị lớn nhất của mỗi cửa sổ dọc theo chuỗi',
      ...pooling1dTextVi,
    },
  },
  help: () => import('@/lib/layers/pooling/max-pool1d-help').then(({ help }) => help),
  ...pooling1dFacets,
  nature: 'selection',
  reads: [readsPooling1d('MaxPooling1D')],
  explain: (site, cell) => maximumOf(pooledSteps(site, cell)),
  keras: ({ params }) => [{ callee: 'MaxPooling1D', args: pooling1dArgs(params) }],
  torch: (site) => pooling1dInTorch('nn.MaxPool1d', site),
  onnx: (site) => [pooling1dInOnnx('MaxPool', site)],
  examples: [
    {
      title: 'Two steps become one; an odd step is left over',
      params: { poolSize: 2, strides: 2, padding: 'valid' },
      inputs: [[7, 3]],
      output: [3, 3],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'With padding “same” every step is in some window',
      params: { poolSize: 3, strides: 2, padding: 'same' },
      inputs: [[6, 2]],
      output: [3, 2],
      parameters: 0,
      macs: 0,
    },
  ],
});
