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
      fields: {},
    },
    vi: {
      title: 'ReLU',
      summary: 'Giữ giá trị dương và đưa giá trị âm về 0',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/activation/relu-help').then(({ help }) => help),
  fields: {},
  ...elementwise,
  nature: 'activation',
  flatOutputs: [0, Number.POSITIVE_INFINITY],
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
