import { inputCell } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsActivation } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const tanh = defineLayer({
  type: 'tanh',
  family: 'activation',
  icon: 'tanh',
  text: {
    en: {
      title: 'Tanh',
      summary: 'Squeezes each value smoothly between −1 and 1',
      body: `\`y = tanh(x) = (exp(x) − exp(−x)) / (exp(x) + exp(−x))\`, value by value.

Like the sigmoid but centred on 0, with slope 1 there, so the next layer gets values of both signs and learns faster. LeNet-5 used a scaled tanh. For large values its slope is almost 0, so very deep networks prefer ReLU.

Source: LeCun et al., “Efficient BackProp”, 1998.`,
      fields: {},
    },
    vi: {
      title: 'Tanh',
      summary: 'Ép mỗi giá trị một cách trơn vào khoảng từ −1 đến 1',
      body: `\`y = tanh(x) = (exp(x) − exp(−x)) / (exp(x) + exp(−x))\`, tính cho từng giá trị.

Giống sigmoid nhưng đối xứng quanh 0 và có độ dốc 1 tại đó, nên lớp sau nhận giá trị cả âm lẫn dương và học nhanh hơn. LeNet-5 dùng tanh có hệ số. Với giá trị lớn, độ dốc gần bằng 0, vì vậy mạng rất sâu thường chọn ReLU.

Nguồn: LeCun và cộng sự, “Efficient BackProp”, 1998.`,
      fields: {},
    },
  },
  fields: {},
  ...elementwise,
  nature: 'saturating',
  reads: [readsActivation('tanh')],
  explain: (_site, cell) => ({ op: 'tanh', of: inputCell(cell) }),
  keras: () => [{ callee: 'Activation', args: { activation: 'tanh' } }],
  torch: () => [torchModule('nn.Tanh')],
  onnx: () => [onnxNode('Tanh')],
  examples: [
    { title: 'Any shape stays as it is', params: {}, inputs: [[3, 2, 2]], output: [3, 2, 2], parameters: 0, macs: 0 },
  ],
});
