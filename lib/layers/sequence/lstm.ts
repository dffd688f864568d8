import { type Arithmetic, product, weightCell } from '@/lib/layers/arithmetic';
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
  unitForgetBias: { kind: 'boolean', default: true, advanced: true },
} as const satisfies Fields;

/** Input, forget, cell and output gate, in the order of Keras's columns. */
const GATES = 4;

export const lstm = defineLayer({
  type: 'lstm',
  family: 'sequence',
  icon: 'recurrent',
  text: {
    en: {
      title: 'LSTM',
      summary: 'Reads a sequence step by step and remembers what matters',
      fields: {
        units: { label: 'Units', hint: 'Numbers that are remembered, and given out' },
        returnSequences: { label: 'Every step', hint: 'Gives the output of each step, not only of the last' },
        useBias: { label: 'Bias', hint: 'Adds a learnt number to each gate of each unit' },
        recurrentActivation: {
          label: 'Gate function',
          hint: 'What opens the gates; files of older Keras have the hard one',
        },
        ...recurrentLabelsEn,
        unitForgetBias: {
          label: 'Forget bias 1',
          hint: 'Forget gates start open, so that memory lasts from the first step on',
        },
      },
      options: recurrentOptionsEn,
    },
    vi: {
      title: 'LSTM',
      summary: 'Đọc chuỗi từng bước và ghi nhớ điều quan trọng',
      fields: {
        units: { label: 'Số đơn vị', hint: 'Bao nhiêu số được ghi nhớ và đưa ra' },
        returnSequences: { label: 'Mọi bước', hint: 'Cho đầu ra của từng bước, không chỉ bước cuối' },
        useBias: { label: 'Độ chệch', hint: 'Cộng một số học được vào mỗi cổng của mỗi đơn vị' },
        recurrentActivation: { label: 'Hàm của cổng', hint: 'Hàm mở các cổng; tệp Keras cũ dùng dạng cứng' },
        ...recurrentLabelsVi,
        unitForgetBias: { label: 'Độ chệch quên = 1', hint: 'Cổng quên ban đầu mở để trí nhớ giữ được từ bước đầu' },
      },
      options: recurrentOptionsVi,
    },
  },
  help: () => import('@/lib/layers/sequence/lstm-help').then(({ help }) => help),
  fields,
  ...addedFields,
  ...oneInput,
  infer: (site) => inferRecurrent(site),
  weights: (site) => recurrentWeights(site, GATES, [GATES * site.params.units]),
  macs: (site) => recurrentMacs(site, GATES),
  reach: (site) => recurrentReach(site),
  explain: explainLstm,
  keras: (site) => [
    // tfjs leaves the forget bias at 0 unless told.
    { callee: 'LSTM', args: { ...recurrentArgs(site), unitForgetBias: site.params.unitForgetBias } },
  ],
  torch(site) {
    const { units, useBias, recurrentActivation } = site.params;
    // PyTorch's gates are sigmoids only; a hard one is a class that whoever prints it prints too.
    const callee = recurrentActivation === 'sigmoid' ? 'nn.LSTM' : 'HardSigmoidLSTM';
    const { features } = sequenceOf(inputShape(site));
    const kwargs = { batch_first: true, ...(useBias ? {} : { bias: false }) };
    return recurrentInTorch(site, torchModule(callee, [features, units], kwargs));
  },
  onnx: (site) => recurrentInOnnx(site, 'LSTM', {}),
  role: 'transform',
  widthParam: 'units',
  biasParam: 'useBias',
  nature: 'mixing',
  ...noRewrites,
  reads: [
    readsClass('LSTM', (read, _inputs, { kerasVersion }) => ({
      ...readRecurrent(read, kerasVersion),
      unitForgetBias: read.boolean('unitForgetBias', true),
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
        unitForgetBias: true,
      },
      inputs: [[3, 2]],
      output: [2],
      parameters: 40,
      macs: 96,
    },
    {
      title: 'Every step, without a bias',
      params: {
        units: 2,
        returnSequences: true,
        useBias: false,
        recurrentActivation: 'sigmoid',
        ...usualStarts,
        unitForgetBias: false,
      },
      inputs: [[3, 3]],
      output: [3, 2],
      parameters: 40,
      macs: 120,
    },
    {
      title: 'Sixteen units on eight features',
      params: {
        units: 16,
        returnSequences: false,
        useBias: true,
        recurrentActivation: 'sigmoid',
        kernelInitializer: 'heNormal',
        recurrentInitializer: 'glorotUniform',
        biasStart: 0.5,
        unitForgetBias: true,
      },
      inputs: [[2, 8]],
      output: [16],
      parameters: 1600,
      macs: 3072,
    },
  ],
});

/**
 * Opened to its leaves, the tree grows about `4 · units`-fold with each step; its sums are made only where one looks, and
 * each state is one object however often it is named.
 */
function explainLstm(site: Site<ParamsOf<typeof fields>>, cell: readonly number[]): Arithmetic {
  const { units, useBias } = site.params;
  const gate = (index: number, step: number, unit: number) => {
    const column = index * units + unit;
    return lazySum(() => [
      ...fromInputs(site, step, column),
      ...(step > 0 ? fromState(site, column, (other) => output(step - 1, other)) : []),
      ...(useBias ? [weightCell('bias', column)] : []),
    ]);
  };
  const memory: PerStep = remembered((step, unit) =>
    lazySum(() => {
      const added = product(gateActivation(site, gate(0, step, unit)), { op: 'tanh', of: gate(2, step, unit) });
      if (step === 0) return [added];
      return [product(gateActivation(site, gate(1, step, unit)), memory(step - 1, unit)), added];
    }),
  );
  const output: PerStep = remembered((step, unit) =>
    product(gateActivation(site, gate(3, step, unit)), { op: 'tanh', of: memory(step, unit) }),
  );
  return output(...stepOf(site, cell));
}
