import { type Arithmetic, constant, inputCell, product, quotient, sum } from '@/lib/layers/arithmetic';
import { fail } from '@/lib/core/result';
import { defineLayer, type Site } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass, type ConfigReader } from '@/lib/layers/read-config';
import { imageOf, inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

const CONVENTIONS = ['sum', 'mean'] as const;

/** The defaults are those of the AlexNet paper. */
const fields = {
  size: { kind: 'integer', default: 5, min: 1, max: 255, onNode: 'when-changed' },
  alpha: { kind: 'real', default: 0.0001, min: 0, max: 100, step: 0.0001 },
  beta: { kind: 'real', default: 0.75, min: 0, max: 10, step: 0.05 },
  bias: { kind: 'real', default: 2, min: 0.001, max: 100, step: 0.1 },
  alphaConvention: { kind: 'choice', default: 'sum', options: CONVENTIONS, onNode: 'when-changed' },
} as const satisfies Fields;

type ResponseNormParams = ParamsOf<typeof fields>;

export const localResponseNorm = defineLayer({
  type: 'local_response_norm',
  family: 'normalization',
  icon: 'normalize-response',
  text: {
    en: {
      title: 'LocalResponseNormalization',
      summary: 'Damps a value where neighbouring channels are strong at the same place',
      fields: {
        size: { label: 'Channels', hint: 'Neighbouring channels in the sum, an odd number' },
        alpha: { label: 'Alpha', hint: 'Weight of the squares' },
        beta: { label: 'Beta', hint: 'Exponent' },
        bias: { label: 'Bias (k)', hint: 'Keeps the divisor away from zero' },
        alphaConvention: { label: 'Alpha counts', hint: 'Whether alpha multiplies the sum or the mean of the squares' },
      },
      options: { sum: 'per neighbour (paper)', mean: 'for the mean (Caffe)' },
    },
    vi: {
      title: 'Chuẩn hóa đáp ứng cục bộ',
      summary: 'Giảm một giá trị khi các kênh lân cận cùng mạnh tại vị trí đó',
      fields: {
        size: { label: 'Số kênh', hint: 'Số kênh lân cận trong tổng, một số lẻ' },
        alpha: { label: 'Alpha', hint: 'Trọng số của các bình phương' },
        beta: { label: 'Beta', hint: 'Số mũ của mẫu số' },
        bias: { label: 'Độ chệch (k)', hint: 'Giữ cho mẫu số xa 0' },
        alphaConvention: { label: 'Alpha nhân với', hint: 'Alpha nhân với tổng hay trung bình các bình phương' },
      },
      options: { sum: 'tổng (bài báo)', mean: 'trung bình (Caffe)' },
    },
  },
  help: () => import('@/lib/layers/normalization/local-response-norm-help').then(({ help }) => help),
  fields,
  ...elementwise,
  infer({ params, inputs }) {
    const shape = inputShape({ inputs });
    if (shape.length !== 3) return refuseRank(shape, [3], [{ kind: 'remove-layer' }]);
    if (params.size % 2 === 1) return sizedOutput(shape);
    return fail([
      {
        code: 'param/not-odd',
        values: { value: params.size },
        param: 'size',
        cures: [{ kind: 'set-param', param: 'size', value: params.size + 1 }],
      },
    ]);
  },
  nature: 'normalization',
  reads: [
    readsClass('LocalResponseNormalization', (read) => ({
      ...readNumbers(read, 'size', 'bias'),
      alphaConvention: read.choice('alphaConvention', CONVENTIONS, 'sum'),
    })),
    // Layers of that name were passed around with code for Keras 1 and 2; they sum, and write all their arguments.
    ...['LRN', 'LRN2D'].map((className) =>
      readsClass(className, (read) => {
        if (!['n', 'k', 'alpha', 'beta'].every((key) => read.has(key))) read.refuse();
        return { ...readNumbers(read, 'n', 'k'), alphaConvention: 'sum' as const };
      }),
    ),
  ],
  explain: explainResponse,
  keras: ({ params: { size, alpha, beta, bias, alphaConvention } }) => [
    { callee: 'LocalResponseNormalization', args: { size, alpha, beta, bias, alphaConvention } },
  ],
  torch: ({ params }) => [
    torchModule('nn.LocalResponseNorm', [params.size], {
      alpha: alphaOfMean(params),
      beta: params.beta,
      k: params.bias,
    }),
  ],
  onnx: ({ params }) => [
    onnxNode('LRN', { size: params.size, alpha: alphaOfMean(params), beta: params.beta, bias: params.bias }),
  ],
  examples: [
    {
      title: 'As in the AlexNet paper',
      params: { size: 5, alpha: 0.0001, beta: 0.75, bias: 2, alphaConvention: 'sum' },
      inputs: [[2, 3, 8]],
      output: [2, 3, 8],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'As in Caffe, and strong enough to see',
      params: { size: 3, alpha: 1, beta: 0.5, bias: 1, alphaConvention: 'mean' },
      inputs: [[2, 2, 4]],
      output: [2, 2, 4],
      parameters: 0,
      macs: 0,
    },
  ],
});

function readNumbers(read: ConfigReader, size: string, bias: string) {
  return {
    size: read.number(size, fields.size.default),
    alpha: read.number('alpha', fields.alpha.default),
    beta: read.number('beta', fields.beta.default),
    bias: read.number(bias, fields.bias.default),
  };
}

/** Alpha as PyTorch and ONNX take it, which divide it by the size. */
function alphaOfMean({ alpha, size, alphaConvention }: ResponseNormParams): number {
  return alphaConvention === 'mean' ? alpha : Number((alpha * size).toPrecision(12));
}

function explainResponse({ params, inputs }: Site<ResponseNormParams>, cell: readonly number[]): Arithmetic {
  const { channels } = imageOf(inputShape({ inputs }));
  const [row = 0, column = 0, channel = 0] = cell;
  const reach = (params.size - 1) / 2;
  const neighbours = Array.from({ length: params.size }, (_, index) => channel - reach + index);
  const squares = neighbours
    .filter((neighbour) => neighbour >= 0 && neighbour < channels)
    .map((neighbour): Arithmetic => ({ op: 'power', base: inputCell([row, column, neighbour]), exponent: 2 }));
  const alpha = params.alphaConvention === 'sum' ? params.alpha : params.alpha / params.size;
  const divisor = sum(constant(params.bias), product(constant(alpha), sum(...squares)));
  return quotient(inputCell(cell), { op: 'power', base: divisor, exponent: params.beta });
}
