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
      fields: {},
    },
    vi: {
      title: 'HardSwish',
      summary: 'Nhân mỗi giá trị với một sigmoid gấp khúc của chính nó',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/activation/hard-swish-help').then(({ help }) => help),
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
