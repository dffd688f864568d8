import { type Arithmetic, constant, negate, product, sum, weightCell } from '@/lib/layers/arithmetic';
import { defineLayer, type Site } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { readsClass } from '@/lib/layers/read-config';
import {
  fromInputs,
  fromState,
  gateActivation,
  inferRecurrent,
  lazySum,
  type PerStep,
  readRecurrent,
  recurrentArgs,
  recurrentFields,
  recurrentInOnnx,
  recurrentInTorch,
  recurrentLabelsEn,
  recurrentLabelsVi,
  recurrentMacs,
  recurrentOptionsEn,
  recurrentOptionsVi,
  recurrentReach,
  recurrentWeights,
  remembered,
  stepOf,
  usualStarts,
} from '@/lib/layers/sequence/recurrent';
import { sequenceOf } from '@/lib/layers/sequence/sequences';
import { inputShape } from '@/lib/layers/shapes';
import { torchModule } from '@/lib/layers/torch';
import { addedFields, noRewrites, oneInput } from '@/lib/layers/traits';

const fields = {
  ...recurrentFields,
  resetAfter: { kind: 'boolean', default: false, onNode: 'when-changed' },
} as const satisfies Fields;

type GruSite = Site<ParamsOf<typeof fields>>;

/** Update gate, reset gate and candidate, in the order of Keras's columns. */
const GATES = 3;

export const gru = defineLayer({
  type: 'gru',
  family: 'sequence',
  icon: 'recurrent',
  text: {
    en: {
      title: 'GRU',
      summary: 'Reads a sequence step by step with fewer weights than an LSTM',
      fields: {
        units: { label: 'Units', hint: 'Numbers that are remembered, and given out' },
        returnSequences: { label: 'Every step', hint: 'Gives the output of each step, not only of the last' },
        useBias: { label: 'Bias', hint: 'Adds a learnt number to each gate of each unit' },
        recurrentActivation: {
          label: 'Gate function',
          hint: 'What opens the gates; files of older Keras have the hard one',
        },
        ...recurrentLabelsEn,
        resetAfter: { label: 'Reset after', hint: 'Resets behind the product; TensorFlow.js cannot train this form' },
      },
      options: recurrentOptionsEn,
    },
    vi: {
      title: 'GRU',
      summary: 'Đọc chuỗi từng bước với ít trọng số hơn LSTM',
      fields: {
        units: { label: 'Số đơn vị', hint: 'Bao nhiêu số được ghi nhớ và đưa ra' },
        returnSequences: { label: 'Mọi bước', hint: 'Cho đầu ra của từng bước, không chỉ bước cuối' },
        useBias: { label: 'Độ chệch', hint: 'Cộng một số học được vào mỗi cổng của mỗi đơn vị' },
        recurrentActivation: { label: 'Hàm của cổng', hint: 'Hàm mở các cổng; tệp Keras cũ dùng dạng cứng' },
        ...recurrentLabelsVi,
        resetAfter: {
          label: 'Đặt lại sau',
          hint: 'Đặt lại sau phép nhân; TensorFlow.js không huấn luyện được dạng này',
        },
      },
      options: recurrentOptionsVi,
    },
  },
  help: () => import('@/lib/layers/sequence/gru-help').then(({ help }) => help),
  fields,
  ...addedFields,
  ...oneInput,
  infer: (site) => inferRecurrent(site),
  weights(site) {
    const columns = GATES * site.params.units;
    return recurrentWeights(site, GATES, site.params.resetAfter ? [2, columns] : [columns]);
  },
  macs: (site) => recurrentMacs(site, GATES),
  reach: (site) => recurrentReach(site),
  explain: explainGru,
  // Keras's own default is to reset after, so it is stated either way.
  keras: (site) => [{ callee: 'GRU', args: { ...recurrentArgs(site), resetAfter: site.params.resetAfter } }],
  torch(site) {
    const { units, useBias, recurrentActivation, resetAfter } = site.params;
    // PyTorch resets after, with sigmoids; anything else is a class that whoever prints it prints too.
    const callee = resetAfter && recurrentActivation === 'sigmoid' ? 'nn.GRU' : 'KerasGRU';
    const { features } = sequenceOf(inputShape(site));
    const kwargs = {
      batch_first: true,
      ...(useBias ? {} : { bias: false }),
      ...(callee === 'nn.GRU' ? {} : { reset_after: resetAfter, recurrent_activation: recurrentActivation }),
    };
    return recurrentInTorch(site, torchModule(callee, [features, units], kwargs));
  },
  onnx: (site) => recurrentInOnnx(site, 'GRU', { linear_before_reset: site.params.resetAfter ? 1 : 0 }),
  role: 'transform',
  widthParam: 'units',
  biasParam: 'useBias',
  nature: 'mixing',
  ...noRewrites,
  browserLimits: ({ resetAfter }) =>
    resetAfter
      ? [
          {
            code: 'browser/gru-reset-after',
            values: {},
            param: 'resetAfter',
            cures: [{ kind: 'set-param', param: 'resetAfter', value: false }],
          },
        ]
      : [],
  reads: [
    readsClass('GRU', (read, _inputs, { kerasVersion }) => ({
      ...readRecurrent(read, kerasVersion),
      // Files of Keras up to 2.3 and of tfjs do not say it and mean false; Keras 3's own default is true.
      resetAfter: read.boolean('resetAfter', kerasVersion === 3),
    })),
  ],
  examples: [
    {
      title: 'The state after three steps',
      params: {
        units: 2,
        returnSequences: false,
        useBias: true,
        recurrentActivation: 'sigmoid',
        ...usualStarts,
        resetAfter: false,
      },
      inputs: [[3, 2]],
      output: [2],
      parameters: 30,
      macs: 72,
    },
    {
      title: 'Every step, without a bias',
      params: {
        units: 2,
        returnSequences: true,
        useBias: false,
        recurrentActivation: 'sigmoid',
        ...usualStarts,
        resetAfter: false,
      },
      inputs: [[3, 3]],
      output: [3, 2],
      parameters: 30,
      macs: 90,
    },
    {
      title: 'Reset after: a second bias, as in PyTorch',
      params: {
        units: 16,
        returnSequences: false,
        useBias: true,
        recurrentActivation: 'sigmoid',
        ...usualStarts,
        resetAfter: true,
      },
      inputs: [[2, 8]],
      output: [16],
      parameters: 1248,
      macs: 2304,
    },
  ],
});

/**
 * Opened to its leaves, the tree grows about `3 · units`-fold with each step, and the candidate's `units`-fold once more;
 * its sums are made only where one looks, and each state is one object however often it is named.
 */
function explainGru(site: GruSite, cell: readonly number[]): Arithmetic {
  const { units, useBias, resetAfter } = site.params;
  const biases = (row: 0 | 1, column: number): readonly Arithmetic[] => {
    if (!useBias) return [];
    if (resetAfter) return [weightCell('bias', row, column)];
    return row === 0 ? [weightCell('bias', column)] : [];
  };
  const before = (step: number, unit: number) => (step === 0 ? constant(0) : output(step - 1, unit));
  const gate = (index: 0 | 1): PerStep =>
    remembered((step, unit) => {
      const column = index * units + unit;
      const terms = () => [
        ...fromInputs(site, step, column),
        ...biases(0, column),
        ...(step > 0 ? fromState(site, column, (other) => before(step, other)) : []),
        ...biases(1, column),
      ];
      return gateActivation(site, lazySum(terms));
    });
  const [update, reset] = [gate(0), gate(1)];
  const candidate = (step: number, unit: number): Arithmetic => {
    const column = 2 * units + unit;
    const given = () => [...fromInputs(site, step, column), ...biases(0, column)];
    const kept = (other: number) =>
      resetAfter ? before(step, other) : product(reset(step, other), before(step, other));
    const remains = () => [...(step > 0 ? fromState(site, column, kept) : []), ...biases(1, column)];
    const inner = resetAfter
      ? lazySum(() => [...given(), product(reset(step, unit), lazySum(remains))])
      : lazySum(() => [...given(), ...remains()]);
    return { op: 'tanh', of: inner };
  };
  const output: PerStep = remembered((step, unit) => {
    const z = update(step, unit);
    const renewed = product(sum(constant(1), negate(z)), candidate(step, unit));
    return step === 0 ? renewed : lazySum(() => [product(z, before(step, unit)), renewed]);
  });
  return output(...stepOf(site, cell));
}
