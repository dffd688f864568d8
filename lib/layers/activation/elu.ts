import { constant, inputCell, maximum, minimum, product, sum } from '@/lib/layers/arithmetic';
import { expMinusOne } from '@/lib/layers/activation/powers';
import { readsFunction } from '@/lib/layers/activation/reads-function';
import { defineLayer } from '@/lib/layers/definition';
import type { Fields } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

const fields = {
  alpha: { kind: 'real', default: 1, min: 0, max: 10, step: 0.1, onNode: 'when-changed' },
} as const satisfies Fields;

export const elu = defineLayer({
  type: 'elu',
  family: 'activation',
  icon: 'elu',
  text: {
    en: {
      title: 'ELU',
      summary: 'Keeps positive values and bends negative ones smoothly towards −alpha',
      fields: { alpha: { label: 'Alpha', hint: 'Large negative inputs give −alpha' } },
    },
    vi: {
      title: 'ELU',
      summary: 'Giữ giá trị dương và uốn giá trị âm trơn dần về −alpha',
      fields: { alpha: { label: 'Alpha', hint: 'Đầu vào rất âm cho ra −alpha' } },
    },
  },
  help: () => import('@/lib/layers/activation/elu-help').then(({ help }) => help),
  fields,
  ...elementwise,
  nature: 'activation',
  reads: [
    readsFunction(['elu'], () => ({ alpha: 1 })),
    readsClass('ELU', (read) => ({ alpha: read.number('alpha', fields.alpha.default) })),
  ],
  explain: ({ params }, cell) =>
    sum(
      maximum(inputCell(cell), constant(0)),
      product(constant(params.alpha), expMinusOne(minimum(inputCell(cell), constant(0)))),
    ),
  // tfjs's own layer refuses any alpha but 1.
  keras: ({ params: { alpha } }) => [
    alpha === 1 ? { callee: 'Activation', args: { activation: 'elu' } } : { callee: 'ELU', args: { alpha } },
  ],
  torch: ({ params: { alpha } }) => [torchModule('nn.ELU', alpha === 1 ? [] : [alpha])],
  onnx: ({ params }) => [onnxNode('Elu', { alpha: params.alpha })],
  examples: [
    {
      title: 'As it is mostly used',
      params: { alpha: 1 },
      inputs: [[2, 3, 2]],
      output: [2, 3, 2],
      parameters: 0,
      macs: 0,
    },
    { title: 'A shallower bend', params: { alpha: 0.7 }, inputs: [[6]], output: [6], parameters: 0, macs: 0 },
  ],
});
