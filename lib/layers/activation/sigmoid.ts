import { constant, exp, inputCell, negate, quotient, sum } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsActivation } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const sigmoid = defineLayer({
  type: 'sigmoid',
  family: 'activation',
  icon: 'sigmoid',
  text: {
    en: {
      title: 'Sigmoid',
      summary: 'Squeezes each value smoothly between 0 and 1',
      body: `\`y = 1 / (1 + exp(−x))\`, value by value.

The activation of the early networks, and still the one for independent yes-or-no outputs: read \`y\` as a probability and train with binary cross-entropy. Inside a deep network it slows learning: its slope is at most 1/4 and almost 0 for large values, so gradients vanish from layer to layer.

Source: Rumelhart, Hinton & Williams 1986; Glorot & Bengio 2010.`,
      fields: {},
    },
    vi: {
      title: 'Sigmoid',
      summary: 'Ép mỗi giá trị một cách trơn vào khoảng từ 0 đến 1',
      body: `\`y = 1 / (1 + exp(−x))\`, tính cho từng giá trị.

Hàm kích hoạt của các mạng thời đầu, và vẫn dùng cho những đầu ra có–không độc lập: coi \`y\` là xác suất và huấn luyện với entropy chéo nhị phân. Bên trong mạng sâu nó làm chậm việc học: độ dốc tối đa là 1/4 và gần bằng 0 với giá trị lớn, nên gradient tiêu biến dần qua các lớp.

Nguồn: Rumelhart, Hinton & Williams 1986; Glorot & Bengio 2010.`,
      fields: {},
    },
  },
  fields: {},
  ...elementwise,
  nature: 'saturating',
  steepestSlope: 0.25,
  reads: [readsActivation('sigmoid')],
  explain: (_site, cell) => quotient(constant(1), sum(constant(1), exp(negate(inputCell(cell))))),
  keras: () => [{ callee: 'Activation', args: { activation: 'sigmoid' } }],
  torch: () => [torchModule('nn.Sigmoid')],
  onnx: () => [onnxNode('Sigmoid')],
  examples: [
    { title: 'Any shape stays as it is', params: {}, inputs: [[2, 3, 2]], output: [2, 3, 2], parameters: 0, macs: 0 },
  ],
});
