import { constant, inputCell, maximum, minimum, product, sum } from '@/lib/layers/arithmetic';
import { expMinusOne } from '@/lib/layers/activation/powers';
import { readsFunction } from '@/lib/layers/activation/reads-function';
import { defineLayer } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

/** Klambauer et al. 2017, equation 14. */
const ALPHA = 1.6732632423543772;
const SCALE = 1.0507009873554805;

export const selu = defineLayer({
  type: 'selu',
  family: 'activation',
  icon: 'elu',
  text: {
    en: {
      title: 'SELU',
      summary: 'An ELU scaled so that values keep mean 0 and variance 1 from layer to layer',
      fields: {},
    },
    vi: {
      title: 'SELU',
      summary: 'ELU được nhân hệ số để giá trị giữ trung bình 0 và phương sai 1 qua các lớp',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/activation/selu-help').then(({ help }) => help),
  fields: {},
  ...elementwise,
  nature: 'activation',
  reads: [readsFunction(['selu'], () => ({}))],
  explain: (_site, cell) =>
    product(
      constant(SCALE),
      sum(
        maximum(inputCell(cell), constant(0)),
        product(constant(ALPHA), expMinusOne(minimum(inputCell(cell), constant(0)))),
      ),
    ),
  keras: () => [{ callee: 'Activation', args: { activation: 'selu' } }],
  torch: () => [torchModule('nn.SELU')],
  onnx: () => [onnxNode('Selu')],
  examples: [
    { title: 'Any shape stays as it is', params: {}, inputs: [[3, 4]], output: [3, 4], parameters: 0, macs: 0 },
  ],
});
