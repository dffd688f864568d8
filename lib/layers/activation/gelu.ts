import { type Arithmetic, constant, inputCell, product, sum } from '@/lib/layers/arithmetic';
import { readsFunction } from '@/lib/layers/activation/reads-function';
import { defineLayer, type OnnxNode } from '@/lib/layers/definition';
import type { Fields } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

const fields = {
  form: { kind: 'choice', default: 'exact', options: ['exact', 'tanh'], onNode: 'when-changed' },
} as const satisfies Fields;

const CUBE = 0.044715;
const TANH_SCALE = Math.sqrt(2 / Math.PI);

export const gelu = defineLayer({
  type: 'gelu',
  family: 'activation',
  icon: 'swish',
  text: {
    en: {
      title: 'GELU',
      summary: 'Weighs each value by how likely a normal value lies below it',
      fields: { form: { label: 'Form', hint: 'The exact one, or the approximation by tanh' } },
      options: { exact: 'exact (erf)', tanh: 'by tanh' },
    },
    vi: {
      title: 'GELU',
      summary: 'Nhân mỗi giá trị với xác suất một giá trị chuẩn nằm dưới nó',
      fields: { form: { label: 'Dạng', hint: 'Dạng chính xác, hoặc xấp xỉ bằng tanh' } },
      options: { exact: 'chính xác (erf)', tanh: 'bằng tanh' },
    },
  },
  help: () => import('@/lib/layers/activation/gelu-help').then(({ help }) => help),
  fields,
  ...elementwise,
  nature: 'activation',
  reads: [
    readsFunction(['gelu'], () => ({ form: 'exact' as const })),
    readsFunction(['gelu_new', 'gelu_tanh', 'gelu_approximate'], () => ({ form: 'tanh' as const })),
    readsClass('ApproximateGELU', () => ({ form: 'tanh' as const })),
  ],
  explain: ({ params }, cell) => {
    const x = inputCell(cell);
    const curve: Arithmetic =
      params.form === 'exact'
        ? { op: 'erf', of: product(x, constant(Math.SQRT1_2)) }
        : { op: 'tanh', of: product(constant(TANH_SCALE), sum(x, product(constant(CUBE), x, x, x))) };
    return product(constant(0.5), x, sum(constant(1), curve));
  },
  // tfjs saves its tanh form as "gelu_new", which it cannot load.
  keras: ({ params }) => [
    params.form === 'exact'
      ? { callee: 'Activation', args: { activation: 'gelu' } }
      : { callee: 'ApproximateGELU', args: {} },
  ],
  torch: ({ params }) => [torchModule('nn.GELU', [], params.form === 'exact' ? {} : { approximate: 'tanh' })],
  onnx: ({ params }) => [...(params.form === 'exact' ? erfNodes() : tanhNodes()), ...lastNodes()],
  examples: [
    {
      title: 'The exact form',
      params: { form: 'exact' },
      inputs: [[2, 3, 2]],
      output: [2, 3, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'By tanh, as in BERT',
      params: { form: 'tanh' },
      inputs: [[3, 4]],
      output: [3, 4],
      parameters: 0,
      macs: 0,
    },
  ],
});

/** ONNX has Gelu from opset 20 on only. */
function erfNodes(): readonly OnnxNode[] {
  return [onnxNode('Mul', {}, ['input:0', `constant:${Math.SQRT1_2}`]), onnxNode('Erf', {}, ['previous'])];
}

function tanhNodes(): readonly OnnxNode[] {
  return [
    onnxNode('Pow', {}, ['input:0', 'constant:2']),
    onnxNode('Mul', {}, ['previous', `constant:${CUBE}`]),
    onnxNode('Add', {}, ['previous', 'constant:1']),
    onnxNode('Mul', {}, ['previous', 'input:0']),
    onnxNode('Mul', {}, ['previous', `constant:${TANH_SCALE}`]),
    onnxNode('Tanh', {}, ['previous']),
  ];
}

function lastNodes(): readonly OnnxNode[] {
  return [
    onnxNode('Add', {}, ['previous', 'constant:1']),
    onnxNode('Mul', {}, ['previous', 'input:0']),
    onnxNode('Mul', {}, ['previous', 'constant:0.5']),
  ];
}
