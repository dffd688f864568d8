import { inputCell } from '@/lib/layers/arithmetic';
import { softplusOf } from '@/lib/layers/activation/powers';
import { readsFunction } from '@/lib/layers/activation/reads-function';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const softplus = defineLayer({
  type: 'softplus',
  family: 'activation',
  icon: 'softplus',
  text: {
    en: {
      title: 'Softplus',
      summary: 'A smooth ReLU that is always above zero',
      body: `\`y = log(1 + exp(x))\`, value by value.

Its slope is the sigmoid. As an activation ReLU mostly does as well and costs less; it serves where an output must be positive, such as a standard deviation or a rate.

Source: Dugas et al. 2001; Glorot, Bordes & Bengio 2011.`,
      fields: {},
    },
    vi: {
      title: 'Softplus',
      summary: 'Hàm ReLU trơn, luôn lớn hơn 0',
      body: `\`y = log(1 + exp(x))\`, tính cho từng giá trị.

Độ dốc của nó chính là hàm sigmoid. Làm hàm kích hoạt thì ReLU thường tốt không kém mà rẻ hơn; nó hữu ích khi đầu ra phải dương, chẳng hạn một độ lệch chuẩn hay một tốc độ.

Nguồn: Dugas và cộng sự 2001; Glorot, Bordes & Bengio 2011.`,
      fields: {},
    },
  },
  fields: {},
  ...elementwise,
  nature: 'activation',
  reads: [readsFunction(['softplus'], () => ({}))],
  explain: (_site, cell) => softplusOf(inputCell(cell)),
  keras: () => [{ callee: 'Activation', args: { activation: 'softplus' } }],
  torch: () => [torchModule('nn.Softplus')],
  onnx: () => [onnxNode('Softplus')],
  examples: [
    { title: 'Any shape stays as it is', params: {}, inputs: [[3, 2, 2]], output: [3, 2, 2], parameters: 0, macs: 0 },
  ],
});
