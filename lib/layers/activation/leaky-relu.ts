import { constant, inputCell, maximum, product } from '@/lib/layers/arithmetic';
import { readsFunction } from '@/lib/layers/activation/reads-function';
import { defineLayer } from '@/lib/layers/definition';
import type { Fields } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

const fields = {
  // Above 1 it would no longer be the larger of the two branches.
  alpha: { kind: 'real', default: 0.3, min: 0, max: 1, step: 0.01, onNode: 'always' },
} as const satisfies Fields;

export const leakyRelu = defineLayer({
  type: 'leaky_relu',
  family: 'activation',
  icon: 'leaky-relu',
  text: {
    en: {
      title: 'LeakyReLU',
      summary: 'Keeps positive values and lets a small part of negative ones through',
      body: `\`y = max(x, alpha · x)\`, value by value.

Like ReLU, but negative values keep a slope, so a unit can never die: it always has a gradient to recover by. Common slopes are 0.01 to 0.3. Beware when comparing: Keras's layer starts at 0.3, PyTorch's at 0.01.

Source: Maas, Hannun & Ng 2013.`,
      fields: { alpha: { label: 'Slope', hint: 'What negative values are multiplied by' } },
    },
    vi: {
      title: 'LeakyReLU',
      summary: 'Giữ giá trị dương và cho qua một phần nhỏ của giá trị âm',
      body: `\`y = max(x, alpha · x)\`, tính cho từng giá trị.

Giống ReLU, nhưng phía âm vẫn có độ dốc nên đơn vị không bao giờ “chết”: luôn còn gradient để hồi phục. Độ dốc thường dùng từ 0,01 đến 0,3. Lưu ý khi so sánh: lớp của Keras mặc định 0,3, của PyTorch là 0,01.

Nguồn: Maas, Hannun & Ng 2013.`,
      fields: { alpha: { label: 'Độ dốc', hint: 'Số nhân với các giá trị âm' } },
    },
  },
  fields,
  ...elementwise,
  nature: 'activation',
  reads: [
    readsClass('LeakyReLU', (read) => ({
      alpha: read.number('alpha', read.number('negativeSlope', fields.alpha.default)),
    })),
    readsClass('ReLU', (read) => {
      if (read.has('maxValue') || read.number('threshold', 0) !== 0 || !(read.number('negativeSlope', 0) > 0))
        read.refuse();
      return { alpha: read.number('negativeSlope', 0) };
    }),
    // The function of that name has another slope than the layer (Keras 3; tf.nn.leaky_relu).
    readsFunction(['leaky_relu'], () => ({ alpha: 0.2 })),
  ],
  explain: ({ params }, cell) => maximum(inputCell(cell), product(constant(params.alpha), inputCell(cell))),
  keras: ({ params: { alpha } }) => [{ callee: 'LeakyReLU', args: alpha === fields.alpha.default ? {} : { alpha } }],
  torch: ({ params }) => [torchModule('nn.LeakyReLU', [params.alpha])],
  onnx: ({ params }) => [onnxNode('LeakyRelu', { alpha: params.alpha })],
  examples: [
    {
      title: 'With the slope that Keras starts from',
      params: { alpha: 0.3 },
      inputs: [[2, 3, 2]],
      output: [2, 3, 2],
      parameters: 0,
      macs: 0,
    },
    { title: 'A slight slope', params: { alpha: 0.01 }, inputs: [[5]], output: [5], parameters: 0, macs: 0 },
  ],
});
