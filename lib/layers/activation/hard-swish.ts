import { constant, inputCell, maximum, minimum, product, sum } from '@/lib/layers/arithmetic';
import { readsFunction } from '@/lib/layers/activation/reads-function';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const hardSwish = defineLayer({
  type: 'hard_swish',
  family: 'activation',
  icon: 'swish',
  text: {
    en: {
      title: 'HardSwish',
      summary: 'Multiplies each value by a straight-lined sigmoid of itself',
      body: `\`y = x · min(max(x + 3, 0), 6) / 6\`, value by value.

SiLU without the exponential, for devices where that is slow: 0 below −3, \`x\` above 3, a parabola between. The activation of MobileNetV3. Keras 3 calls it \`hard_silu\` too.

Source: Howard et al. 2019.`,
      fields: {},
    },
    vi: {
      title: 'HardSwish',
      summary: 'Nhân mỗi giá trị với một sigmoid gấp khúc của chính nó',
      body: `\`y = x · min(max(x + 3, 0), 6) / 6\`, tính cho từng giá trị.

Là SiLU không có phép mũ, cho thiết bị tính phép mũ chậm: bằng 0 dưới −3, bằng \`x\` trên 3, ở giữa là một parabol. Hàm kích hoạt của MobileNetV3. Keras 3 cũng gọi nó là \`hard_silu\`.

Nguồn: Howard và cộng sự 2019.`,
      fields: {},
    },
  },
  fields: {},
  ...elementwise,
  nature: 'activation',
  reads: [readsFunction(['hard_swish', 'hard_silu'], () => ({})), readsClass('HardSwish', () => ({}))],
  explain: (_site, cell) =>
    product(
      inputCell(cell),
      minimum(maximum(sum(inputCell(cell), constant(3)), constant(0)), constant(6)),
      constant(1 / 6),
    ),
  keras: () => [{ callee: 'HardSwish', args: {} }],
  torch: () => [torchModule('nn.Hardswish')],
  onnx: () => [onnxNode('HardSwish')],
  examples: [
    { title: 'Any shape stays as it is', params: {}, inputs: [[2, 3, 2]], output: [2, 3, 2], parameters: 0, macs: 0 },
  ],
});
