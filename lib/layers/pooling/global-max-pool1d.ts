import { maximumOf } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { globalPooling1dFacets, readsGlobalPooling, steps } from '@/lib/layers/pooling/global-pooling1d';
import { torchModule } from '@/lib/layers/torch';

export const globalMaxPool1d = defineLayer({
  type: 'global_max_pool1d',
  family: 'pooling',
  icon: 'pool-global',
  text: {
    en: {
      title: 'GlobalMaxPooling1D',
      summary: 'Turns a sequence into one vector, the largest value of each feature',
      fields: {},
    },
    vi: {
      title: 'Gộp cực đại toàn cục 1D',
      summary: 'Biến một chuỗi thành một vectơ, là giá trị lớn nhất của mỗi đặc trưng',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/pooling/global-max-pool1d-help').then(({ help }) => help),
  ...globalPooling1dFacets,
  nature: 'selection',
  explain: (site, cell) => maximumOf(steps(site, cell)),
  keras: () => [{ callee: 'GlobalMaxPooling1D', args: {} }],
  torch: () => [torchModule('nn.AdaptiveMaxPool1d', [1]), torchModule('nn.Flatten')],
  onnx: () => [onnxNode('GlobalMaxPool'), onnxNode('Flatten', { axis: 1 }, ['previous'])],
  reads: [readsGlobalPooling('GlobalMaxPooling1D')],
  examples: [{ title: 'One number per feature', params: {}, inputs: [[5, 3]], output: [3], parameters: 0, macs: 0 }],
});
