/** Losses of one prediction p in (0, 1) for a truth y of 0 or 1, with their slopes over p. */
export const EXPLORED_LOSSES = [
  'binary-cross-entropy',
  'mean-squared-error',
  'mean-absolute-error',
  'huber',
  'hinge',
] as const;
export type ExploredLoss = (typeof EXPLORED_LOSSES)[number];

/** Between 0 and 1, Huber's loss with δ = 1 is half the squared error; this one shows its straight part. */
export const EXPLORED_DELTA = 0.25;

/** What gradient descent changes: the logit θ of p = 1 / (1 + e^−θ), or p itself. */
export type Parameter = 'logit' | 'probability';

type Curve = (p: number, y: number) => number;

const LOSS: Readonly<Record<ExploredLoss, Curve>> = {
  'binary-cross-entropy': (p, y) => (y === 1 ? -Math.log(p) : -Math.log1p(-p)),
  'mean-squared-error': (p, y) => (p - y) ** 2,
  'mean-absolute-error': (p, y) => Math.abs(p - y),
  huber(p, y) {
    const error = Math.abs(p - y);
    return error <= EXPLORED_DELTA ? error ** 2 / 2 : EXPLORED_DELTA * (error - EXPLORED_DELTA / 2);
  },
  // Labels and outputs are taken from −1 to 1, as the loss is defined there.
  hinge: (p, y) => Math.max(0, 1 - (2 * y - 1) * (2 * p - 1)),
};

const SLOPE: Readonly<Record<ExploredLoss, Curve>> = {
  'binary-cross-entropy': (p, y) => (y === 1 ? -1 / p : 1 / (1 - p)),
  'mean-squared-error': (p, y) => 2 * (p - y),
  'mean-absolute-error': (p, y) => Math.sign(p - y),
  huber: (p, y) => Math.max(-EXPLORED_DELTA, Math.min(EXPLORED_DELTA, p - y)),
  hinge: (_, y) => -2 * (2 * y - 1),
};

export function lossAt(loss: ExploredLoss, p: number, y: number): number {
  return LOSS[loss](p, y);
}

/** ∂L/∂p */
export function slopeAt(loss: ExploredLoss, p: number, y: number): number {
  return SLOPE[loss](p, y);
}

export interface StepSite {
  readonly y: number;
  readonly p: number;
  readonly rate: number;
  readonly parameter: Parameter;
}

/** One step of gradient descent. */
export interface DescentStep {
  /** Before and after, of the parameter. */
  readonly from: number;
  readonly to: number;
  /** ∂L over the parameter, at its start. */
  readonly gradient: number;
  /** The prediction after the step. */
  readonly p: number;
  /** The loss after the step; null where p is no probability any more. */
  readonly after: number | null;
}

export function descend(loss: ExploredLoss, { y, p, rate, parameter }: StepSite): DescentStep {
  const slope = slopeAt(loss, p, y);
  if (parameter === 'probability') {
    const to = p - rate * slope;
    return { from: p, to, gradient: slope, p: to, after: to > 0 && to < 1 ? lossAt(loss, to, y) : null };
  }
  const from = logit(p);
  const gradient = slope * p * (1 - p);
  const to = from - rate * gradient;
  const landed = sigmoid(to);
  return { from, to, gradient, p: landed, after: lossAt(loss, landed, y) };
}

export function sigmoid(theta: number): number {
  return 1 / (1 + Math.exp(-theta));
}

export function logit(p: number): number {
  return Math.log(p / (1 - p));
}
