import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { type Arithmetic, constant, exp, inputCell, product, quotient, weightCell } from '@/lib/layers/arithmetic';
import { defineLayer, type InferSite, type Products, type Site, type Weight } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { readsClass } from '@/lib/layers/read-config';
import {
  attentionInOnnx,
  attentionInputs,
  attentionInTorch,
  valueWidth,
} from '@/lib/layers/sequence/attention-targets';
import { lazySum, remembered } from '@/lib/layers/sequence/recurrent';
import { asSequence, refuseNoSequence, sequenceOf } from '@/lib/layers/sequence/sequences';
import { inputShape, sizedOutput } from '@/lib/layers/shapes';
import {
  biasInitializer,
  biasStart,
  biasStartEn,
  biasStartVi,
  readBiasStart,
  START_VALUES,
  startOptionsEn,
  startOptionsVi,
} from '@/lib/layers/start-values';
import { addedFields, noRewrites } from '@/lib/layers/traits';

const fields = {
  heads: { kind: 'integer', default: 4, min: 1, max: 1024, onNode: 'always' },
  keyDim: { kind: 'integer', default: 16, min: 1, max: 16384, onNode: 'always' },
  valueDim: { kind: 'integer', default: 0, min: 0, max: 16384, onNode: 'when-changed', advanced: true },
  useBias: { kind: 'boolean', default: true, advanced: true },
  kernelInitializer: { kind: 'choice', default: 'glorotUniform', options: START_VALUES, advanced: true },
  biasStart,
} as const satisfies Fields;

type AttentionSite = Site<ParamsOf<typeof fields>>;

export const multiHeadAttention = defineLayer({
  type: 'multi_head_attention',
  family: 'sequence',
  icon: 'attention',
  text: {
    en: {
      title: 'MultiHeadAttention',
      summary: 'Lets each step of a sequence look at all steps and take what fits',
      fields: {
        heads: { label: 'Heads', hint: 'How many attentions stand side by side' },
        keyDim: { label: 'Key width', hint: 'Numbers per query and key of a head; often width / heads' },
        valueDim: { label: 'Value width', hint: 'Numbers per value of a head; 0 for as many as the key has' },
        useBias: { label: 'Bias', hint: 'Adds a learnt number to each projection’s values' },
        kernelInitializer: { label: 'Start values', hint: 'How the weights of all four projections are filled' },
        biasStart: { label: biasStartEn.label, hint: 'The number that every bias starts from; 0 as a rule' },
      },
      options: startOptionsEn,
    },
    vi: {
      title: 'Chú ý nhiều đầu',
      summary: 'Cho mỗi bước của chuỗi nhìn mọi bước và lấy phần phù hợp',
      fields: {
        heads: { label: 'Số đầu', hint: 'Bao nhiêu phép chú ý đứng cạnh nhau' },
        keyDim: {
          label: 'Độ rộng khóa',
          hint: 'Số lượng số trong truy vấn và khóa của mỗi đầu; thường là độ rộng / số đầu',
        },
        valueDim: { label: 'Độ rộng giá trị', hint: 'Số lượng số trong giá trị của mỗi đầu; 0 là bằng của khóa' },
        useBias: { label: 'Độ chệch', hint: 'Cộng một số học được vào kết quả mỗi phép chiếu' },
        kernelInitializer: { label: 'Giá trị khởi tạo', hint: 'Cách điền trọng số của cả bốn phép chiếu lúc đầu' },
        biasStart: { label: biasStartVi.label, hint: 'Số mà mọi độ chệch bắt đầu từ đó; thường là 0' },
      },
      options: startOptionsVi,
    },
  },
  help: () => import('@/lib/layers/sequence/multi-head-attention-help').then(({ help }) => help),
  fields,
  ...addedFields,
  inputs: { arity: 'many', min: 1, max: 3 },
  infer: inferAttention,
  weights: attentionWeights,
  macs: attentionMacs,
  reach: () => 'everywhere',
  explain: explainAttention,
  keras: ({ params }) => [
    {
      callee: 'MultiHeadAttention',
      args: {
        numHeads: params.heads,
        keyDim: params.keyDim,
        ...(params.valueDim === 0 ? {} : { valueDim: params.valueDim }),
        useBias: params.useBias,
        kernelInitializer: params.kernelInitializer,
        ...biasInitializer(params),
      },
    },
  ],
  torch: attentionInTorch,
  onnx: attentionInOnnx,
  role: 'transform',
  widthParam: null,
  biasParam: 'useBias',
  nature: 'mixing',
  ...noRewrites,
  reads: [
    readsClass('MultiHeadAttention', (read) => {
      if (!read.has('numHeads') || !read.has('keyDim')) read.refuse();
      // What the layer has none of here.
      if (read.number('dropout', 0) !== 0 || read.has('outputShape') || read.has('attentionAxes')) read.refuse();
      return {
        heads: read.number('numHeads', 1),
        keyDim: read.number('keyDim', 1),
        valueDim: read.number('valueDim', 0),
        useBias: read.boolean('useBias', true),
        kernelInitializer: read.choice('kernelInitializer', START_VALUES, 'glorotUniform'),
        biasStart: readBiasStart(read),
      };
    }),
  ],
  examples: [
    {
      title: 'A sequence looks at itself',
      params: { heads: 2, keyDim: 2, valueDim: 0, useBias: true, kernelInitializer: 'orthogonal', biasStart: 0.5 },
      inputs: [[3, 4]],
      output: [3, 4],
      // 3 · (4·2·2 + 2·2) + 2·2·4 + 4
      parameters: 80,
      // 3 · 3·2·2·4 + 2 · 2·3·3·2 + 3·4·2·2
      macs: 264,
    },
    {
      title: 'A query looks at another sequence, with wider values and no bias',
      params: { heads: 1, keyDim: 2, valueDim: 3, useBias: false, kernelInitializer: 'glorotUniform', biasStart: 0 },
      inputs: [
        [2, 4],
        [3, 5],
        [3, 6],
      ],
      output: [2, 4],
      // 4·2 + 6·2 + 5·3 + 3·4
      parameters: 47,
      // 2·2·4 + 3·2·6 + 3·3·5 + 2·3·2 + 2·3·3 + 2·4·3
      macs: 151,
    },
  ],
});

function inferAttention({ inputs }: Pick<InferSite, 'inputs'>): Result<TensorType, readonly Problem[]> {
  const odd = inputs.findIndex(({ shape }) => asSequence(shape) === null);
  if (odd !== -1) return refuseNoSequence(inputShape({ inputs }, odd), odd);
  const roles = attentionInputs(inputs);
  const [value, key] = [inputShape({ inputs }, roles.value), inputShape({ inputs }, roles.key)];
  if (value[0] !== key[0]) return fail([{ code: 'shape/attention-unequal', values: { value, key }, input: roles.key }]);
  return sizedOutput(inputShape({ inputs }));
}

function attentionWeights({ params, inputs, output }: AttentionSite): readonly Weight[] {
  const roles = attentionInputs(inputs);
  const { heads, keyDim, useBias } = params;
  const projection = (name: string, shape: readonly number[], bias: readonly number[]): readonly Weight[] => [
    { name: `${name}_kernel`, shape, trainable: true },
    ...(useBias ? [{ name: `${name}_bias`, shape: bias, trainable: true }] : []),
  ];
  const width = (role: keyof typeof roles) => sequenceOf(inputShape({ inputs }, roles[role])).features;
  const perValue = valueWidth(params);
  const { features } = sequenceOf(output.shape);
  return [
    ...projection('query', [width('query'), heads, keyDim], [heads, keyDim]),
    ...projection('key', [width('key'), heads, keyDim], [heads, keyDim]),
    ...projection('value', [width('value'), heads, perValue], [heads, perValue]),
    ...projection('output', [heads, perValue, features], [features]),
  ];
}

/** Three projections, the scores, their mix of the values, and the projection back. */
function attentionMacs({ params, inputs, output }: AttentionSite): Products {
  const roles = attentionInputs(inputs);
  const { heads, keyDim } = params;
  const [query, key, value] = [roles.query, roles.key, roles.value].map((index) =>
    sequenceOf(inputShape({ inputs }, index)),
  ) as [SequenceSize, SequenceSize, SequenceSize];
  const perValue = valueWidth(params);
  const { features } = sequenceOf(output.shape);
  return [
    [query.length, heads, keyDim, query.features],
    [key.length, heads, keyDim, key.features],
    [value.length, heads, perValue, value.features],
    [query.length, heads, key.length, keyDim],
    [query.length, heads, perValue, key.length],
    [query.length, features, heads, perValue],
  ];
}
type SequenceSize = ReturnType<typeof sequenceOf>;

/**
 * Opened to its leaves: heads · value width · length² scores of key width · features products each. The sums are made only
 * where one looks, and each score and value is one object however often it is named.
 */
function explainAttention(site: AttentionSite, [step = 0, feature = 0]: readonly number[]): Arithmetic {
  const { params, inputs } = site;
  const { heads, keyDim, useBias } = params;
  const roles = attentionInputs(inputs);
  const projected = (role: 'query' | 'key' | 'value', head: number) =>
    remembered((at, column) => {
      const { features } = sequenceOf(inputShape({ inputs }, roles[role]));
      return lazySum(() => [
        ...range(features, (index) =>
          product(inputCell([at, index], roles[role]), weightCell(`${role}_kernel`, index, head, column)),
        ),
        ...(useBias ? [weightCell(`${role}_bias`, head, column)] : []),
      ]);
    });
  const { length } = sequenceOf(inputShape({ inputs }, roles.key));
  const seenBy = range(heads, (head) => {
    const [query, key, value] = [projected('query', head), projected('key', head), projected('value', head)];
    const score = (at: number) =>
      product(
        lazySum(() => range(keyDim, (column) => product(query(step, column), key(at, column)))),
        constant(1 / Math.sqrt(keyDim)),
      );
    const powers = range(length, (at) => exp(score(at)));
    const all = lazySum(() => powers);
    return (column: number) =>
      lazySum(() => powers.map((power, at) => product(quotient(power, all), value(at, column))));
  });
  return lazySum(() => [
    ...seenBy.flatMap((seen, head) =>
      range(valueWidth(params), (column) => product(seen(column), weightCell('output_kernel', head, column, feature))),
    ),
    ...(useBias ? [weightCell('output_bias', feature)] : []),
  ]);
}

function range<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
