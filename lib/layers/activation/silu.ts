import { inputCell, product } from '@/lib/layers/arithmetic';
import { sigmoidOf } from '@/lib/layers/activation/powers';
import { readsFunction } from '@/lib/layers/activation/reads-function';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const silu = defineLayer({
  type: 'silu',
  family: 'activation',
  icon: 'swish',
  text: {
    en: {
      title: 'SiLU',
      summary: 'Multiplies each value by its own sigmoid',
      body: `\`y = x / (1 + exp(−x))\`, value by value.

A smooth ReLU that dips to −0.28 before it fades to zero, so that slightly negative units still learn. Found again by a search over activation functions, as “swish”, and used in EfficientNet.

Source: Elfwing, Uchibe & Doya 2018; Ramachandran, Zoph & Le 2017.`,
      fields: {},
    },
    vi: {
      title: 'SiLU',
      summary: 'Nhân mỗi giá trị với sigmoid của chính nó',
      body: `\`y = x / (1 + exp(−x))\`, tính cho từng giá trị.

Là ReLU trơn, xuống tới −0,28 rồi tiến dần về 0, nên đơn vị hơi âm vẫn học được. Sau này được tìm lại khi dò tự động các hàm kích hoạt, với tên “swish”, và được dùng trong EfficientNet.

Nguồn: Elfwing, Uchibe & Doya 2018; Ramachandran, Zoph & Le 2017.`,
      fields: {},
    },
  },
  fields: {},
  ...elementwise,
  nature: 'activation',
  reads: [readsFunction(['swish', 'silu'], () => ({}))],
  explain: (_site, cell) => product(inputCell(cell), sigmoidOf(inputCell(cell))),
  keras: () => [{ callee: 'Activation', args: { activation: 'swish' } }],
  torch: () => [torchModule('nn.SiLU')],
  onnx: () => [onnxNode('Sigmoid'), onnxNode('Mul', {}, ['previous', 'input:0'])],
  examples: [
    { title: 'Any shape stays as it is', params: {}, inputs: [[2, 2, 3]], output: [2, 2, 3], parameters: 0, macs: 0 },
  ],
});
