import { maximum } from '@/lib/layers/arithmetic';
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
      body: `\`y[f] = max x[t, f]\` over all steps \`t\`, one value per feature.

Behind a Conv1D it says how well each filter’s pattern fits the best place of the sequence, wherever that is: “max-over-time pooling”, which made convolutions work for sentences of any length. Only the best step of each feature learns.

Source: Collobert et al. 2011; Kim, “Convolutional Neural Networks for Sentence Classification”, 2014.`,
      fields: {},
    },
    vi: {
      title: 'Gộp cực đại toàn cục 1D',
      summary: 'Biến một chuỗi thành một vectơ, là giá trị lớn nhất của mỗi đặc trưng',
      body: `\`y[f] = max x[t, f]\` trên mọi bước \`t\`, mỗi đặc trưng một giá trị.

Sau lớp tích chập 1D, nó cho biết mẫu hình của mỗi bộ lọc khớp với chỗ tốt nhất của chuỗi đến đâu, dù chỗ ấy ở đâu: “gộp cực đại theo thời gian”, nhờ đó tích chập dùng được cho câu dài bất kỳ. Với mỗi đặc trưng, chỉ bước tốt nhất được học.

Nguồn: Collobert và cộng sự 2011; Kim, “Convolutional Neural Networks for Sentence Classification”, 2014.`,
      fields: {},
    },
  },
  ...globalPooling1dFacets,
  nature: 'selection',
  explain: (site, cell) => maximum(...steps(site, cell)),
  keras: () => [{ callee: 'GlobalMaxPooling1D', args: {} }],
  torch: () => [torchModule('nn.AdaptiveMaxPool1d', [1]), torchModule('nn.Flatten')],
  onnx: () => [onnxNode('GlobalMaxPool'), onnxNode('Flatten', { axis: 1 }, ['previous'])],
  reads: [readsGlobalPooling('GlobalMaxPooling1D')],
  examples: [{ title: 'One number per feature', params: {}, inputs: [[5, 3]], output: [3], parameters: 0, macs: 0 }],
});
