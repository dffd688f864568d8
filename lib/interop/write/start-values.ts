import type { NamedTensor } from '@/lib/core/named-tensor';
import { orthogonalMatrix } from '@/lib/core/orthogonal-matrix';
import { elementCount, type Shape } from '@/lib/core/tensor-type';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';
import { START_VALUES } from '@/lib/layers/start-values';

/** Weights that start at a constant; everything else is drawn. */
const ONES: ReadonlySet<string> = new Set(['gamma', 'moving_variance']);
const ZEROS = /^beta$|^moving_mean$|^alpha$/;
const BIAS = /(^|_)bias$/;

/** The weights of a plan: the given ones, and fresh start values for those that are not given. */
export function weightsOf(plan: ModelPlan, given: readonly NamedTensor[], seed: number): readonly NamedTensor[] {
  const known = new Map(given.map((tensor) => [tensor.name, tensor]));
  const random = createRandom(seed);
  return plan.layers.flatMap((layer) =>
    layer.weights.map((weight): NamedTensor => {
      const name = `${layer.name}/${weight.name}`;
      const tensor = known.get(name);
      const count = elementCount(weight.shape);
      if (tensor !== undefined && tensor.values.length === count) return { ...tensor, shape: weight.shape };
      return { name, shape: weight.shape, values: startValues(layer, weight, random) };
    }),
  );
}

/** As the layer asks for, or else in Glorot's uniform range. */
function startValues(
  { args }: PlanLayer,
  { name, shape }: { readonly name: string; readonly shape: Shape },
  random: () => number,
): Float32Array {
  const values = new Float32Array(elementCount(shape));
  if (ONES.has(name)) return values.fill(1);
  if (ZEROS.test(name)) return values;
  const stated = args[argumentOf(name)];
  if (BIAS.test(name)) return biasValues(values, args, typeof stated === 'number' ? stated : stated === 'ones' ? 1 : 0);
  const start = START_VALUES.find((known) => known === stated) ?? 'glorotUniform';
  if (start === 'orthogonal') return orthogonalValues(shape, random);
  const draw = drawOf(start, fans(shape));
  return values.map(() => draw(random));
}

/** The argument of Keras that says what a weight starts from: `query_kernel` and `kernel` have one in common. */
function argumentOf(weight: string): string {
  if (BIAS.test(weight)) return 'biasInitializer';
  const own = /^(recurrent|depthwise|pointwise)_kernel$|^(embeddings)$/.exec(weight);
  return `${own?.[1] ?? own?.[2] ?? 'kernel'}Initializer`;
}

/** Of an LSTM, the second quarter belongs to the forget gates. */
function biasValues(values: Float32Array, args: PlanLayer['args'], start: number): Float32Array {
  const quarter = values.length / 4;
  values.fill(start);
  return args.unitForgetBias === true ? values.fill(1, quarter, 2 * quarter) : values;
}

/** Keras's: all axes but the last are rows. */
function orthogonalValues(shape: Shape, random: () => number): Float32Array {
  const columns = shape.at(-1) ?? 1;
  return orthogonalMatrix([elementCount(shape) / columns, columns], () => normal(random));
}

/** Glorot & Bengio 2010, He et al. 2015, LeCun et al. 1998, and Keras's spread of 0.05 for those that do not look at the size. */
function drawOf(
  start: Exclude<(typeof START_VALUES)[number], 'orthogonal'>,
  [fanIn, fanOut]: readonly [number, number],
): (random: () => number) => number {
  const even = (limit: number) => (random: () => number) => limit * (2 * random() - 1);
  const bell = (deviation: number) => (random: () => number) => deviation * normal(random);
  switch (start) {
    case 'glorotUniform':
      return even(Math.sqrt(6 / (fanIn + fanOut)));
    case 'glorotNormal':
      return bell(Math.sqrt(2 / (fanIn + fanOut)));
    case 'heUniform':
      return even(Math.sqrt(6 / fanIn));
    case 'heNormal':
      return bell(Math.sqrt(2 / fanIn));
    case 'leCunUniform':
      return even(Math.sqrt(3 / fanIn));
    case 'leCunNormal':
      return bell(Math.sqrt(1 / fanIn));
    case 'truncatedNormal':
    case 'randomNormal':
      return bell(0.05);
    case 'randomUniform':
      return even(0.05);
    case 'zeros':
      return () => 0;
    case 'ones':
      return () => 1;
  }
}

/** Keras's compute_fans: the last two axes are channels in and out, those before are places. */
function fans(shape: Shape): readonly [number, number] {
  const places = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  const fanOut = shape.at(-1) ?? 1;
  return [places * (shape.at(-2) ?? fanOut), places * fanOut];
}

/** Box & Muller 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** mulberry32: in [0, 1), the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
