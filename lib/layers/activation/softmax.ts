import { exp, inputCell, quotient, sumOf } from '@/lib/layers/arithmetic';
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
      fields: {},
    },
    vi: {
      title: 'Softmax',
      summary: 'Biến điểm số thành các xác suất có tổng bằng 1',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/activation/softmax-help').then(({ help }) => help),
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
    return quotient(exp(inputCell(cell)), sumOf(powers));
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
