import { inputCell, product } from '@/lib/layers/arithmetic';
import { softplusOf } from '@/lib/layers/activation/powers';
import { readsFunction } from '@/lib/layers/activation/reads-function';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const mish = defineLayer({
  type: 'mish',
  family: 'activation',
  icon: 'swish',
  text: {
    en: {
      title: 'Mish',
      summary: 'Multiplies each value by the tanh of its softplus',
      body: `\`y = x · tanh(log(1 + exp(x)))\`, value by value.

Close to SiLU: smooth, a dip to −0.31 below zero, no upper bound. The activation of YOLOv4’s backbone. Costs an exponential, a logarithm and a tanh for each value.

Source: Misra 2019; Bochkovskiy, Wang & Liao 2020.`,
      fields: {},
    },
    vi: {
      title: 'Mish',
      summary: 'Nhân mỗi giá trị với tanh của softplus của nó',
      body: `\`y = x · tanh(log(1 + exp(x)))\`, tính cho từng giá trị.

Gần giống SiLU: trơn, xuống tới −0,31 ở phía âm, không bị chặn trên. Hàm kích hoạt trong mạng xương sống của YOLOv4. Mỗi giá trị tốn một phép mũ, một phép logarit và một phép tanh.

Nguồn: Misra 2019; Bochkovskiy, Wang & Liao 2020.`,
      fields: {},
    },
  },
  fields: {},
  ...elementwise,
  nature: 'activation',
  reads: [readsFunction(['mish'], () => ({}))],
  explain: (_site, cell) => product(inputCell(cell), { op: 'tanh', of: softplusOf(inputCell(cell)) }),
  keras: () => [{ callee: 'Activation', args: { activation: 'mish' } }],
  torch: () => [torchModule('nn.Mish')],
  // ONNX has Mish from opset 18 on only.
  onnx: () => [onnxNode('Softplus'), onnxNode('Tanh', {}, ['previous']), onnxNode('Mul', {}, ['previous', 'input:0'])],
  examples: [
    { title: 'Any shape stays as it is', params: {}, inputs: [[3, 2, 2]], output: [3, 2, 2], parameters: 0, macs: 0 },
  ],
});
