import { inputCell, product } from '@/lib/layers/arithmetic';
import { sigmoidOf } from '@/lib/layers/activation/powers';
import { readsFunction } from '@/lib/layers/activation/reads-function';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const silu = defineLayer({
  type: 'silu',
  family: 'activation',
  icon: 'swish',
  text: {
    en: {
      title: 'SiLU',
      summary: 'Multiplies each value by its own sigmoid',
      fields: {},
    },
    vi: {
      title: 'SiLU',
      summary: 'Nhân mỗi giá trị với sigmoid của chính nó',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/activation/silu-help').then(({ help }) => help),
  fields: {},
  ...elementwise,
  nature: 'activation',
  reads: [readsFunction(['swish', 'silu'], () => ({}))],
  explain: (_site, cell) => product(inputCell(cell), sigmoidOf(inputCell(cell))),
  keras: () => [{ callee: 'Activation', args: { activation: 'swish' } }],
  torch: () => [torchModule('nn.SiLU')],
  onnx: () => [onnxNode('Sigmoid'), onnxNode('Mul', {}, ['previous', 'input:0'])],
  examples: [
    { title: 'Any shape stays as it is', params: {}, inputs: [[2, 2, 3]], output: [2, 2, 3], parameters: 0, macs: 0 },
  ],
});
