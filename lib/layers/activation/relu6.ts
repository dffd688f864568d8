import { constant, inputCell, maximum, minimum } from '@/lib/layers/arithmetic';
import { readsFunction } from '@/lib/layers/activation/reads-function';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const relu6 = defineLayer({
  type: 'relu6',
  family: 'activation',
  icon: 'relu6',
  text: {
    en: {
      title: 'ReLU6',
      summary: 'Keeps values between 0 and 6 and cuts off the rest',
      fields: {},
    },
    vi: {
      title: 'ReLU6',
      summary: 'Giữ các giá trị từ 0 đến 6 và cắt phần còn lại',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/activation/relu6-help').then(({ help }) => help),
  fields: {},
  ...elementwise,
  // Flat on both sides, but its slope is 1 where the values are: nothing vanishes from layer to layer.
  nature: 'activation',
  flatOutputs: [0, 6],
  reads: [
    readsFunction(['relu6'], () => ({})),
    readsClass('ReLU', (read) => {
      if (read.number('maxValue', 0) !== 6 || read.number('negativeSlope', 0) !== 0) read.refuse();
      if (read.number('threshold', 0) !== 0) read.refuse();
      return {};
    }),
  ],
  explain: (_site, cell) => minimum(maximum(inputCell(cell), constant(0)), constant(6)),
  keras: () => [{ callee: 'ReLU', args: { maxValue: 6 } }],
  torch: () => [torchModule('nn.ReLU6')],
  onnx: () => [onnxNode('Clip', {}, ['input:0', 'constant:0', 'constant:6'])],
  examples: [
    { title: 'Any shape stays as it is', params: {}, inputs: [[2, 3, 4]], output: [2, 3, 4], parameters: 0, macs: 0 },
  ],
});
