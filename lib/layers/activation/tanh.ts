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
      fields: {},
    },
    vi: {
      title: 'Tanh',
      summary: 'Ép mỗi giá trị một cách trơn vào khoảng từ −1 đến 1',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/activation/tanh-help').then(({ help }) => help),
  fields: {},
  ...elementwise,
  nature: 'saturating',
  // The slope is 1 − a²: a tenth at a = √0.9.
  flatOutputs: [-0.94868, 0.94868],
  reads: [readsActivation('tanh')],
  explain: (_site, cell) => ({ op: 'tanh', of: inputCell(cell) }),
  keras: () => [{ callee: 'Activation', args: { activation: 'tanh' } }],
  torch: () => [torchModule('nn.Tanh')],
  onnx: () => [onnxNode('Tanh')],
  examples: [
    { title: 'Any shape stays as it is', params: {}, inputs: [[3, 2, 2]], output: [3, 2, 2], parameters: 0, macs: 0 },
  ],
});
