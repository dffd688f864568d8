import { constant, quotient, sum } from '@/lib/layers/arithmetic';
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
      body: `\`y[f] = Σ x[t, f] / length\`, one value per feature.

The simplest way from a sequence of any length to a classifier: behind convolutions along time, behind the tokens of a transformer, or behind word vectors, where it makes a “bag of words”. The order of the steps no longer counts.

Source: Keras documentation, \`GlobalAveragePooling1D\`; Joulin et al., “Bag of Tricks for Efficient Text Classification”, 2016.`,
      fields: {},
    },
    vi: {
      title: 'Gộp trung bình toàn cục 1D',
      summary: 'Biến một chuỗi thành một vectơ, là trung bình của các bước',
      body: `\`y[f] = Σ x[t, f] / length\`, mỗi đặc trưng một giá trị.

Cách đơn giản nhất để đưa chuỗi dài bất kỳ vào bộ phân loại: sau các tích chập theo thời gian, sau các token của transformer, hoặc sau vectơ từ, khi đó thành “túi từ”. Thứ tự các bước không còn ý nghĩa nữa.

Nguồn: tài liệu Keras, \`GlobalAveragePooling1D\`; Joulin và cộng sự, “Bag of Tricks for Efficient Text Classification”, 2016.`,
      fields: {},
    },
  },
  ...globalPooling1dFacets,
  nature: 'linear',
  explain(site, cell) {
    const terms = steps(site, cell);
    return quotient(sum(...terms), constant(terms.length));
  },
  keras: () => [{ callee: 'GlobalAveragePooling1D', args: {} }],
  torch: () => [torchModule('nn.AdaptiveAvgPool1d', [1]), torchModule('nn.Flatten')],
  onnx: () => [onnxNode('GlobalAveragePool'), onnxNode('Flatten', { axis: 1 }, ['previous'])],
  reads: [readsGlobalPooling('GlobalAveragePooling1D')],
  examples: [{ title: 'One number per feature', params: {}, inputs: [[5, 3]], output: [3], parameters: 0, macs: 0 }],
});
