import { constant, exp, inputCell, negate, quotient, sum } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsActivation } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

export const sigmoid = defineLayer({
  type: 'sigmoid',
  family: 'activation',
  icon: 'sigmoid',
  text: {
    en: {
      title: 'Sigmoid',
      summary: 'Squeezes each value smoothly between 0 and 1',
      fields: {},
    },
    vi: {
      title: 'Sigmoid',
      summary: 'Ép mỗi giá trị một cách trơn vào khoảng từ 0 đến 1',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/activation/sigmoid-help').then(({ help }) => help),
  fields: {},
  ...elementwise,
  nature: 'saturating',
  steepestSlope: () => 0.25,
  // The slope is a (1 − a): a tenth of 1/4 at a = (1 − √0.9) / 2.
  flatOutputs: [0.02566, 0.97434],
  reads: [readsActivation('sigmoid')],
  explain: (_site, cell) => quotient(constant(1), sum(constant(1), exp(negate(inputCell(cell))))),
  keras: () => [{ callee: 'Activation', args: { activation: 'sigmoid' } }],
  torch: () => [torchModule('nn.Sigmoid')],
  onnx: () => [onnxNode('Sigmoid')],
  examples: [
    { title: 'Any shape stays as it is', params: {}, inputs: [[2, 3, 2]], output: [2, 3, 2], parameters: 0, macs: 0 },
  ],
});
