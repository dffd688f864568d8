import { constant, inputCell, maximum, minimum, product, sum } from '@/lib/layers/arithmetic';
import { readsFunction } from '@/lib/layers/activation/reads-function';
import { defineLayer } from '@/lib/layers/definition';
import type { Fields } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchFunction, torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

const fields = {
  slope: { kind: 'choice', default: 'sixth', options: ['sixth', 'fifth'], onNode: 'when-changed' },
} as const satisfies Fields;

const SLOPE_OF_KERAS = { 2: 'fifth', 3: 'sixth' } as const;
const SLOPES = { sixth: 1 / 6, fifth: 0.2 } as const;

export const hardSigmoid = defineLayer({
  type: 'hard_sigmoid',
  family: 'activation',
  icon: 'hard-sigmoid',
  text: {
    en: {
      title: 'HardSigmoid',
      summary: 'A sigmoid made of three straight lines',
      fields: {
        slope: { label: 'Slope', hint: 'Whose convention: PyTorch and Keras 3, or Keras 2 and TensorFlow.js' },
      },
      options: { sixth: '1/6 (PyTorch, Keras 3)', fifth: '0.2 (Keras 2)' },
    },
    vi: {
      title: 'HardSigmoid',
      summary: 'Hàm sigmoid ghép từ ba đoạn thẳng',
      fields: {
        slope: { label: 'Độ dốc', hint: 'Theo quy ước nào: PyTorch và Keras 3, hay Keras 2 và TensorFlow.js' },
      },
      options: { sixth: '1/6 (PyTorch, Keras 3)', fifth: '0,2 (Keras 2)' },
    },
  },
  help: () => import('@/lib/layers/activation/hard-sigmoid-help').then(({ help }) => help),
  fields,
  ...elementwise,
  nature: 'saturating',
  flatOutputs: [0, 1],
  steepestSlope: ({ slope }) => SLOPES[slope],
  reads: [
    readsFunction(['hard_sigmoid'], ({ kerasVersion, config }) => ({
      // Spelled like that, it is TensorFlow.js's, whatever the version.
      slope: config['activation'] === 'hardSigmoid' ? 'fifth' : SLOPE_OF_KERAS[kerasVersion],
    })),
    readsClass('HardSigmoid', () => ({ slope: 'sixth' as const })),
  ],
  explain: ({ params }, cell) =>
    minimum(
      maximum(sum(product(constant(SLOPES[params.slope]), inputCell(cell)), constant(0.5)), constant(0)),
      constant(1),
    ),
  keras: ({ params }) => [
    params.slope === 'fifth'
      ? { callee: 'Activation', args: { activation: 'hardSigmoid' } }
      : { callee: 'HardSigmoid', args: {} },
  ],
  torch: ({ params }) =>
    params.slope === 'sixth'
      ? [torchModule('nn.Hardsigmoid')]
      : [torchFunction('torch.mul', [0.2]), torchFunction('torch.add', [0.5]), torchFunction('torch.clamp', [0, 1])],
  onnx: ({ params }) => [onnxNode('HardSigmoid', { alpha: SLOPES[params.slope], beta: 0.5 })],
  examples: [
    {
      title: 'As in PyTorch',
      params: { slope: 'sixth' },
      inputs: [[2, 3, 2]],
      output: [2, 3, 2],
      parameters: 0,
      macs: 0,
    },
    { title: 'As in Keras 2', params: { slope: 'fifth' }, inputs: [[7]], output: [7], parameters: 0, macs: 0 },
  ],
});
