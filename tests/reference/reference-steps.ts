import { BATCH_SIZE, BATCHES, batchInputs, batchTargets, SIZES, startWeights, STEPS, type StepsCase } from './cases';
import { lossOf } from './losses';
import { DECOUPLED, RULES, type Memory } from './optimizers';

export interface StepsResult {
  /** Of every batch. */
  readonly losses: readonly number[];
  /** Kernel and bias of both layers, row by row. */
  readonly weights: readonly (readonly number[])[];
}

type Weights = readonly (readonly number[])[];

/** Ten steps in float64 by loops over numbers: nothing here is shared with the product. */
export function referenceSteps(settings: StepsCase): StepsResult {
  const memories = startWeights().map((values) => values.map((): Memory => ({})));
  const losses: number[] = [];
  let weights: Weights = startWeights();
  let waiting: Weights[] = [];
  let step = 0;
  for (let at = 0; at < STEPS; at += 1) {
    const [epoch, batch] = [Math.floor(at / BATCHES), at % BATCHES];
    const { loss, gradients } = batchGradients(settings, weights, batch);
    losses.push(loss);
    waiting.push(gradients);
    const { accumulate, doubleEvery } = settings.gradients;
    const wanted = doubleEvery === 0 ? accumulate : accumulate * 2 ** Math.floor(epoch / doubleEvery);
    if (waiting.length < wanted && batch < BATCHES - 1) continue;
    const mean = combine(waiting, (values) => values.reduce((sum, value) => sum + value, 0) / waiting.length);
    waiting = [];
    step += 1;
    const rate = settings.optimizer.learningRate * factorAt(settings, epoch, batch);
    const before = weights;
    const decay = DECOUPLED.has(settings.optimizer.name) ? 0 : settings.optimizer.weightDecay;
    weights = clipped(settings, mean).map((values, part) =>
      values.map((value, index) => {
        const w = before[part]?.[index] ?? Number.NaN;
        const memory = memories[part]?.[index] ?? {};
        return RULES[settings.optimizer.name]({ w, g: value + decay * w, rate, step }, memory, settings.optimizer);
      }),
    );
  }
  return { losses, weights };
}

function combine(all: readonly Weights[], by: (values: readonly number[]) => number): Weights {
  return (all[0] ?? []).map((values, part) =>
    values.map((_, index) => by(all.map((each) => each[part]?.[index] ?? 0))),
  );
}

function clipped({ gradients: { clipping, clipAt } }: StepsCase, gradients: Weights): Weights {
  const norm = Math.sqrt(gradients.flat().reduce((sum, value) => sum + value * value, 0));
  const scale = clipping === 'norm' && norm > clipAt ? clipAt / norm : 1;
  const limit = clipping === 'value' ? clipAt : Number.POSITIVE_INFINITY;
  return gradients.map((values) => values.map((value) => Math.min(limit, Math.max(-limit, value * scale))));
}

/** Only the schedules that the cases use. */
function factorAt({ schedule }: StepsCase, epoch: number, batch: number): number {
  const { name, factor, every, warmup, floor } = schedule;
  const warm = warmup === 0 ? 1 : Math.min(1, (epoch + (batch + 1) / BATCHES) / warmup);
  if (name === 'step') return warm * factor ** Math.floor(epoch / every);
  if (name === 'constant') return warm;
  const share = Math.max(0, epoch + batch / BATCHES - warmup) / (STEPS / BATCHES - warmup);
  return warm * (floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * share)));
}

function batchGradients(
  settings: StepsCase,
  [kernel1 = [], bias1 = [], kernel2 = [], bias2 = []]: Weights,
  batch: number,
): { readonly loss: number; readonly gradients: Weights } {
  const { inputs, hidden, outputs } = SIZES;
  const gradients = [kernel1, bias1, kernel2, bias2].map((values) => values.map(() => 0));
  const [byKernel1 = [], byBias1 = [], byKernel2 = [], byBias2 = []] = gradients;
  const [all, targets] = [batchInputs(batch), batchTargets(batch, settings.kind)];
  let total = 0;
  for (let row = 0; row < BATCH_SIZE; row += 1) {
    const x = all.slice(row * inputs, (row + 1) * inputs);
    const h = bias1.map((bias, unit) => Math.tanh(bias + dot(x, (at) => kernel1[at * hidden + unit])));
    const z = bias2.map((bias, unit) => bias + dot(h, (at) => kernel2[at * outputs + unit]));
    const { loss, gradient } = lossOf(settings, z, targets.slice(row * outputs, (row + 1) * outputs));
    total += loss / BATCH_SIZE;
    const byZ = gradient.map((value) => value / BATCH_SIZE);
    const byH = h.map((value, unit) => (1 - value * value) * dot(byZ, (at) => kernel2[unit * outputs + at]));
    addOuter(byKernel2, h, byZ);
    addOuter(byBias2, [1], byZ);
    addOuter(byKernel1, x, byH);
    addOuter(byBias1, [1], byH);
  }
  return { loss: total, gradients };
}

function dot(values: readonly number[], other: (at: number) => number | undefined): number {
  return values.reduce((sum, value, at) => sum + value * (other(at) ?? Number.NaN), 0);
}

function addOuter(into: number[], rows: readonly number[], columns: readonly number[]): void {
  rows.forEach((row, at) => {
    columns.forEach((column, to) => {
      const place = at * columns.length + to;
      into[place] = (into[place] ?? 0) + row * column;
    });
  });
}
