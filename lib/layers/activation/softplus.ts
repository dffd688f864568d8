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
      fields: {},
    },
    vi: {
      title: 'Softplus',
      summary: 'Hàm ReLU trơn, luôn lớn hơn 0',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/activation/softplus-help').then(({ help }) => help),
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
