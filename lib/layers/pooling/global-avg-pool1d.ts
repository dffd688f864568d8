import { constant, quotient, sumOf } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { globalPooling1dFacets, readsGlobalPooling, steps } from '@/lib/layers/pooling/global-pooling1d';
import { torchModule } from '@/lib/layers/torch';

export const globalAvgPool1d = defineLayer({
  type: 'global_avg_pool1d',
  family: 'pooling',
  icon: 'pool-global',
  text: {
    en: {
      title: 'GlobalAveragePooling1D',
      summary: 'Turns a sequence into one vector, the mean of its steps',
      fields: {},
    },
    vi: {
      title: 'Gộp trung bình toàn cục 1D',
      summary: 'Biến một chuỗi thành một vectơ, là trung bình của các bước',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/pooling/global-avg-pool1d-help').then(({ help }) => help),
  ...globalPooling1dFacets,
  nature: 'linear',
  explain(site, cell) {
    const terms = steps(site, cell);
    return quotient(sumOf(terms), constant(terms.length));
  },
  keras: () => [{ callee: 'GlobalAveragePooling1D', args: {} }],
  torch: () => [torchModule('nn.AdaptiveAvgPool1d', [1]), torchModule('nn.Flatten')],
  onnx: () => [onnxNode('GlobalAveragePool'), onnxNode('Flatten', { axis: 1 }, ['previous'])],
  reads: [readsGlobalPooling('GlobalAveragePooling1D')],
  examples: [{ title: 'One number per feature', params: {}, inputs: [[5, 3]], output: [3], parameters: 0, macs: 0 }],
});
