import type { StepsCase } from './cases';

/** One sample's loss and its gradient by what goes into the ending, in float64, straight from the definitions. */
export function lossOf(
  settings: StepsCase,
  logits: readonly number[],
  target: readonly number[],
): { readonly loss: number; readonly gradient: readonly number[] } {
  const outputs = ended(settings, logits);
  const truth = smoothed(settings, target);
  const { loss, by } = DEFINITIONS[settings.loss](outputs, truth, settings);
  const weight = settings.classWeights?.reduce((sum, each, index) => sum + each * (target[index] ?? 0), 0) ?? 1;
  return { loss: weight * loss, gradient: throughEnding(settings, outputs, by).map((value) => weight * value) };
}

interface Slope {
  readonly loss: number;
  /** By the network's outputs. */
  readonly by: readonly number[];
}

type Definition = (p: readonly number[], t: readonly number[], settings: StepsCase) => Slope;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const at = (values: readonly number[], index: number): number => values[index] ?? Number.NaN;

function ended({ ending }: StepsCase, logits: readonly number[]): readonly number[] {
  if (ending === 'none') return logits;
  if (ending === 'sigmoid') return logits.map((x) => 1 / (1 + Math.exp(-x)));
  const powers = logits.map(Math.exp);
  return powers.map((power) => power / sum(powers));
}

function throughEnding({ ending }: StepsCase, p: readonly number[], by: readonly number[]): readonly number[] {
  if (ending === 'none') return by;
  if (ending === 'sigmoid') return by.map((slope, index) => slope * at(p, index) * (1 - at(p, index)));
  const mean = sum(by.map((slope, index) => slope * at(p, index)));
  return by.map((slope, index) => at(p, index) * (slope - mean));
}

function smoothed(
  { loss, lossOptions: { labelSmoothing: s } }: StepsCase,
  target: readonly number[],
): readonly number[] {
  if (loss === 'binary-cross-entropy') return target.map((t) => t * (1 - s) + s / 2);
  return loss.endsWith('categorical-cross-entropy') ? target.map((t) => t * (1 - s) + s / target.length) : target;
}

const crossEntropy: Definition = (p, t) => ({
  loss: -sum(t.map((share, index) => share * Math.log(at(p, index) / sum(p)))),
  by: p.map((value, index) => -at(t, index) / value + sum(t) / sum(p)),
});

type OfOne = (p: number, t: number, settings: StepsCase) => readonly [loss: number, slope: number];

/** The mean over the values of a loss that each has alone. */
function each(one: OfOne): Definition {
  return (p, t, settings) => {
    const found = p.map((value, index) => one(value, at(t, index), settings));
    return { loss: sum(found.map(([loss]) => loss)) / p.length, by: found.map(([, slope]) => slope / p.length) };
  };
}

const DEFINITIONS: Readonly<Record<StepsCase['loss'], Definition>> = {
  'categorical-cross-entropy': crossEntropy,
  'sparse-categorical-cross-entropy': crossEntropy,
  'binary-cross-entropy': each((p, t) => [-(t * Math.log(p) + (1 - t) * Math.log(1 - p)), -t / p + (1 - t) / (1 - p)]),
  'mean-squared-error': each((p, t) => [(p - t) ** 2, 2 * (p - t)]),
  'mean-absolute-error': each((p, t) => [Math.abs(p - t), Math.sign(p - t)]),
  huber: each((p, t, { lossOptions: { huberDelta: d } }) => {
    const error = p - t;
    if (Math.abs(error) <= d) return [error ** 2 / 2, error];
    return [d * (Math.abs(error) - d / 2), d * Math.sign(error)];
  }),
  hinge: (p, t, settings) => (settings.kind === 'classes' ? multiClassHinge(p, t) : labelHinge(p, t, settings)),
};

const labelHinge: Definition = each((p, t) => {
  const y = t === 1 ? 1 : -1;
  return 1 - y * p > 0 ? [1 - y * p, -y] : [0, 0];
});

/** The largest wrong output counts as 0 at least, as in Keras. */
function multiClassHinge(p: readonly number[], t: readonly number[]): Slope {
  const right = t.indexOf(1);
  const wrong = p.map((value, index) => (index === right ? 0 : value));
  const largest = wrong.indexOf(Math.max(...wrong));
  const loss = 1 + Math.max(...wrong) - at(p, right);
  if (loss <= 0) return { loss: 0, by: p.map(() => 0) };
  return { loss, by: p.map((_, index) => (index === right ? -1 : index === largest ? 1 : 0)) };
}
