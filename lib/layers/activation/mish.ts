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
      fields: {},
    },
    vi: {
      title: 'Mish',
      summary: 'Nhân mỗi giá trị với tanh của softplus của nó',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/activation/mish-help').then(({ help }) => help),
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
