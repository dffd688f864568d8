import { constant, inputCell, maximum } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsActivation, readsClass } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const relu = defineLayer({
  type: 'relu',
  family: 'activation',
  icon: 'relu',
  text: {
    en: {
      title: 'ReLU',
      summary: 'Keeps positive values and sets negative ones to zero',
      body: `\`y = max(x, 0)\`, value by value.

The usual activation behind convolutions and dense layers: cheap, and its gradient is 1 wherever the unit is active, so deep networks learn where sigmoids would stall. A unit that is negative for every sample gets no gradient any more and is “dead”; LeakyReLU or a smaller learning rate helps.

Source: Nair & Hinton 2010; Krizhevsky et al. 2012.`,
      fields: {},
    },
    vi: {
      title: 'ReLU',
      summary: 'Giữ giá trị dương và đưa giá trị âm về 0',
      body: `\`y = max(x, 0)\`, tính cho từng giá trị.

Hàm kích hoạt thông dụng sau lớp tích chập và lớp kết nối đầy đủ: tính nhanh, và đạo hàm bằng 1 khi đơn vị hoạt động, nên mạng sâu vẫn học được ở chỗ sigmoid bị đình trệ. Đơn vị âm với mọi mẫu sẽ không còn gradient và bị “chết”; khi đó nên dùng LeakyReLU hoặc giảm tốc độ học.

Nguồn: Nair & Hinton 2010; Krizhevsky và cộng sự 2012.`,
      fields: {},
    },
  },
  fields: {},
  ...elementwise,
  nature: 'activation',
  reads: [
    readsActivation('relu'),
    readsClass('ReLU', (read) => {
      if (read.has('maxValue') || read.number('negativeSlope', 0) !== 0 || read.number('threshold', 0) !== 0)
        read.refuse();
      return {};
    }),
  ],
  explain: (_site, cell) => maximum(inputCell(cell), constant(0)),
  keras: () => [{ callee: 'ReLU', args: {} }],
  torch: () => [torchModule('nn.ReLU')],
  onnx: () => [onnxNode('Relu')],
  examples: [
    { title: 'Any shape stays as it is', params: {}, inputs: [[3, 2, 4]], output: [3, 2, 4], parameters: 0, macs: 0 },
  ],
});
