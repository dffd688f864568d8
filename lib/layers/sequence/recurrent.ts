import type { Problem } from '@/lib/core/problem';
import type { Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import {
  type Arithmetic,
  constant,
  exp,
  inputCell,
  maximum,
  minimum,
  negate,
  product,
  quotient,
  sum,
  weightCell,
} from '@/lib/layers/arithmetic';
import { orderToFirst, orderToLast, torchOrder } from '@/lib/layers/channels-first';
import type { InferSite, OnnxNode, Products, Reach, Site, TorchCall, Weight } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import type { ConfigReader } from '@/lib/layers/read-config';
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
import { torchFunction } from '@/lib/layers/torch';

/** What LSTM and GRU have in common. */
export const recurrentFields = {
  units: { kind: 'integer', default: 64, min: 1, max: 16384, onNode: 'always' },
  returnSequences: { kind: 'boolean', default: false, onNode: 'when-changed' },
  useBias: { kind: 'boolean', default: true, advanced: true },
  recurrentActivation: {
    kind: 'choice',
    default: 'sigmoid',
    options: ['sigmoid', 'hardSigmoid'],
    advanced: true,
  },
  kernelInitializer: { kind: 'choice', default: 'glorotUniform', options: START_VALUES, advanced: true },
  recurrentInitializer: { kind: 'choice', default: 'orthogonal', options: START_VALUES, advanced: true },
  biasStart,
} as const satisfies Fields;

/** How the fields are called that both have besides their own. */
export const recurrentLabelsEn = {
  kernelInitializer: { label: 'Start values', hint: 'How the weights of the input are filled' },
  recurrentInitializer: {
    label: 'Start values, state',
    hint: 'How the weights of the state are filled; orthogonal keeps its size from step to step',
  },
  biasStart: { label: biasStartEn.label, hint: 'The number that every bias starts from; 0 as a rule' },
} as const;

export const recurrentLabelsVi = {
  kernelInitializer: { label: 'Giá trị khởi tạo', hint: 'Cách điền trọng số của đầu vào lúc đầu' },
  recurrentInitializer: {
    label: 'Khởi tạo, trạng thái',
    hint: 'Cách điền trọng số của trạng thái; trực giao giữ nguyên độ lớn qua từng bước',
  },
  biasStart: { label: biasStartVi.label, hint: 'Số mà mọi độ chệch bắt đầu từ đó; thường là 0' },
} as const;

export const recurrentOptionsEn = { ...startOptionsEn, sigmoid: 'Sigmoid', hardSigmoid: 'Hard sigmoid' } as const;
export const recurrentOptionsVi = { ...startOptionsVi, sigmoid: 'Sigmoid', hardSigmoid: 'Sigmoid cứng' } as const;

/** As Keras has them: what a layer of an older design starts from. */
export const usualStarts = {
  kernelInitializer: 'glorotUniform',
  recurrentInitializer: 'orthogonal',
  biasStart: 0,
} as const;

export type RecurrentParams = ParamsOf<typeof recurrentFields>;
export type RecurrentSite = Site<RecurrentParams>;

export function inferRecurrent(site: InferSite<RecurrentParams>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape(site);
  const sequence = asSequence(shape);
  if (sequence === null) return refuseNoSequence(shape);
  const { units, returnSequences } = site.params;
  return sizedOutput(returnSequences ? [sequence.length, units] : [units]);
}

/** `gates`: how many sums each unit makes at a step, side by side in the kernels' columns. */
export function recurrentWeights(site: RecurrentSite, gates: number, biasShape: readonly number[]): readonly Weight[] {
  const { units, useBias } = site.params;
  const { features } = sequenceOf(inputShape(site));
  return [
    { name: 'kernel', shape: [features, gates * units], trainable: true },
    { name: 'recurrent_kernel', shape: [units, gates * units], trainable: true },
    ...(useBias ? [{ name: 'bias', shape: biasShape, trainable: true }] : []),
  ];
}

/** The two matrix products of every step; a gate's product with the state is value by value and is not counted. */
export function recurrentMacs(site: RecurrentSite, gates: number): Products {
  const { units } = site.params;
  const { length, features } = sequenceOf(inputShape(site));
  return [
    [length, gates, units, features],
    [length, gates, units, units],
  ];
}

/** A step sees all steps up to its own: a window as long as the sequence that ends where it stands. */
export function recurrentReach(site: RecurrentSite): Reach {
  const { length } = sequenceOf(inputShape(site));
  if (!site.params.returnSequences) return 'global';
  const padding = { top: length - 1, bottom: 0, left: 0, right: 0 };
  return { size: [length, 1], stride: [1, 1], dilation: [1, 1], padding };
}

/** A sum whose terms are made when somebody looks at them: a tree over many steps would not fit in memory. */
export function lazySum(make: () => readonly Arithmetic[]): Arithmetic {
  let terms: readonly Arithmetic[] | null = null;
  return {
    op: 'sum',
    get terms() {
      terms ??= make();
      return terms;
    },
  };
}

export type PerStep = (step: number, unit: number) => Arithmetic;

/** One value per step and unit, each made once. */
export function remembered(make: PerStep): PerStep {
  const known = new Map<string, Arithmetic>();
  return (step, unit) => {
    const key = `${step}/${unit}`;
    const value = known.get(key) ?? make(step, unit);
    known.set(key, value);
    return value;
  };
}

/** Σ x[step, i] · kernel[i, column] */
export function fromInputs(site: RecurrentSite, step: number, column: number): readonly Arithmetic[] {
  const { features } = sequenceOf(inputShape(site));
  return Array.from({ length: features }, (_, index) =>
    product(inputCell([step, index]), weightCell('kernel', index, column)),
  );
}

/** Σ state(i) · recurrent_kernel[i, column] */
export function fromState(
  { params }: RecurrentSite,
  column: number,
  state: (unit: number) => Arithmetic,
): readonly Arithmetic[] {
  return Array.from({ length: params.units }, (_, unit) =>
    product(state(unit), weightCell('recurrent_kernel', unit, column)),
  );
}

export function gateActivation({ params }: RecurrentSite, of: Arithmetic): Arithmetic {
  if (params.recurrentActivation === 'sigmoid') return quotient(constant(1), sum(constant(1), exp(negate(of))));
  const line = sum(product(constant(0.2), of), constant(0.5));
  return maximum(constant(0), minimum(constant(1), line));
}

/** Step and unit of an output cell; without sequences the last step's. */
export function stepOf(site: RecurrentSite, cell: readonly number[]): readonly [step: number, unit: number] {
  const { length } = sequenceOf(inputShape(site));
  const [first = 0, second = 0] = cell;
  return site.params.returnSequences ? [first, second] : [length - 1, first];
}

/** PyTorch's layers give outputs and state; their gates stand in another order, which is the weights' writer's to see to. */
export function recurrentInTorch(site: RecurrentSite, layer: TorchCall): readonly TorchCall[] {
  return [
    ...torchOrder(2, orderToLast),
    layer,
    torchFunction('operator.getitem', [0]),
    ...(site.params.returnSequences ? torchOrder(2, orderToFirst) : [torchFunction('torch.select', [1, -1])]),
  ];
}

/** Length first, then batch; one direction, whose axis is taken away again. Gates in ONNX's order, as above. */
export function recurrentInOnnx(
  site: RecurrentSite,
  opType: 'LSTM' | 'GRU',
  attributes: OnnxNode['attributes'],
): readonly OnnxNode[] {
  const { units, useBias, returnSequences, recurrentActivation } = site.params;
  const hard = recurrentActivation === 'hardSigmoid';
  const activations = opType === 'LSTM' ? ['HardSigmoid', 'Tanh', 'Tanh'] : ['HardSigmoid', 'Tanh'];
  return [
    onnxNode('Transpose', { perm: [2, 0, 1] }),
    onnxNode(opType, { hidden_size: units, ...attributes, ...(hard ? { activations } : {}) }, [
      'previous',
      'weight:kernel',
      'weight:recurrent_kernel',
      ...(useBias ? ['weight:bias'] : []),
    ]),
    onnxNode('Squeeze', {}, ['previous', 'integers:1']),
    ...(returnSequences
      ? [onnxNode('Transpose', { perm: [1, 2, 0] }, ['previous'])]
      : [
          onnxNode('Gather', { axis: 0 }, ['previous', 'integers:-1']),
          onnxNode('Squeeze', {}, ['previous', 'integers:0']),
        ]),
  ];
}

/** tfjs's own gate activation is the hard sigmoid, and its kernels start from other numbers: both are stated. */
export function recurrentArgs({ params }: RecurrentSite) {
  return {
    units: params.units,
    ...(params.returnSequences ? { returnSequences: true } : {}),
    ...(params.useBias ? {} : { useBias: false }),
    recurrentActivation: params.recurrentActivation,
    kernelInitializer: params.kernelInitializer,
    recurrentInitializer: params.recurrentInitializer,
    ...biasInitializer(params),
  } as const;
}

/** What is read alike; refuses what neither layer has here: a state given on, time reversed, dropout between the steps. */
export function readRecurrent(read: ConfigReader, kerasVersion: 2 | 3): RecurrentParams {
  if (!read.has('units')) read.refuse();
  read.choice('activation', ['tanh'], 'tanh');
  if (read.boolean('returnState', false) || read.boolean('goBackwards', false)) read.refuse();
  if (read.number('dropout', 0) !== 0 || read.number('recurrentDropout', 0) !== 0) read.refuse();
  const recurrentActivation = read.choice(
    'recurrentActivation',
    recurrentFields.recurrentActivation.options,
    recurrentFields.recurrentActivation.default,
  );
  // Keras 3's is another function: slope 1/6.
  if (kerasVersion === 3 && recurrentActivation === 'hardSigmoid') read.refuse();
  return {
    units: read.number('units', 1),
    returnSequences: read.boolean('returnSequences', false),
    useBias: read.boolean('useBias', true),
    recurrentActivation,
    kernelInitializer: read.choice('kernelInitializer', START_VALUES, 'glorotUniform'),
    recurrentInitializer: read.choice('recurrentInitializer', START_VALUES, 'orthogonal'),
    biasStart: readBiasStart(read),
  };
}
