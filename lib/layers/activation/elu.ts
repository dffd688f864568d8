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
      body: `\`y = x\` above 0, \`y = alpha · (exp(x) − 1)\` below, value by value.

Negative outputs bring the mean of the activations near zero, which speeds learning, and a unit keeps a gradient below zero. Dearer than ReLU by one exponential.

Source: Clevert, Unterthiner & Hochreiter 2016.`,
      fields: { alpha: { label: 'Alpha', hint: 'Large negative inputs give −alpha' } },
    },
    vi: {
      title: 'ELU',
      summary: 'Giữ giá trị dương và uốn giá trị âm trơn dần về −alpha',
      body: `\`y = x\` khi dương, \`y = alpha · (exp(x) − 1)\` khi âm, tính cho từng giá trị.

Đầu ra âm kéo trung bình của các giá trị kích hoạt về gần 0, giúp học nhanh hơn, và đơn vị vẫn còn gradient ở phía âm. Tốn hơn ReLU một phép mũ.

Nguồn: Clevert, Unterthiner & Hochreiter 2016.`,
      fields: { alpha: { label: 'Alpha', hint: 'Đầu vào rất âm cho ra −alpha' } },
    },
  },
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
