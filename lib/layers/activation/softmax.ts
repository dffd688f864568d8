import { exp, inputCell, quotient, sum } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsActivation, readsClass } from '@/lib/layers/read-config';
import { inputShape, lastAxis } from '@/lib/layers/shapes';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const softmax = defineLayer({
  type: 'softmax',
  family: 'activation',
  icon: 'softmax',
  text: {
    en: {
      title: 'Softmax',
      summary: 'Turns scores into probabilities that add up to 1',
      body: `\`y[k] = exp(x[k]) / Σ exp(x[j])\` over the last axis: the classes of a vector, or the channels of each pixel.

The end of a classifier. A score larger by 1 makes a class e ≈ 2.7 times as likely. It belongs only at the end: in the middle it starves what follows of signal. The cross-entropy loss is computed on the scores before it, which is exact where the probabilities round to 0 or 1.

Source: Bridle 1990.`,
      fields: {},
    },
    vi: {
      title: 'Softmax',
      summary: 'Biến điểm số thành các xác suất có tổng bằng 1',
      body: `\`y[k] = exp(x[k]) / Σ exp(x[j])\` trên trục cuối: các lớp phân loại của một vectơ, hoặc các kênh của mỗi điểm ảnh.

Là phần cuối của bộ phân loại. Điểm số lớn hơn 1 đơn vị khiến lớp đó có xác suất gấp e ≈ 2,7 lần. Chỉ nên đặt ở cuối: đặt giữa mạng, nó làm phần sau thiếu tín hiệu. Hàm mất mát entropy chéo được tính trên điểm số trước softmax, nên vẫn chính xác khi xác suất bị làm tròn thành 0 hoặc 1.

Nguồn: Bridle 1990.`,
      fields: {},
    },
  },
  fields: {},
  ...elementwise,
  role: 'probabilities',
  nature: 'probabilities',
  reads: [
    readsActivation('softmax'),
    readsClass('Softmax', (read, inputs) => {
      read.lastAxis('axis', inputShape({ inputs }).length, -1);
      return {};
    }),
  ],
  explain({ inputs }, cell) {
    const length = lastAxis(inputShape({ inputs }));
    const powers = Array.from({ length }, (_, index) => exp(inputCell([...cell.slice(0, -1), index])));
    return quotient(exp(inputCell(cell)), sum(...powers));
  },
  // tfjs's own default is axis 1, the rows of an image.
  keras: () => [{ callee: 'Softmax', args: { axis: -1 } }],
  // Channels first: the last axis here is axis 1 there.
  torch: () => [torchModule('nn.Softmax', [], { dim: 1 })],
  onnx: () => [onnxNode('Softmax', { axis: 1 })],
  examples: [
    { title: 'The ten digits', params: {}, inputs: [[10]], output: [10], parameters: 0, macs: 0 },
    {
      title: 'On an image, over the channels of each pixel',
      params: {},
      inputs: [[2, 3, 4]],
      output: [2, 3, 4],
      parameters: 0,
      macs: 0,
    },
  ],
});
