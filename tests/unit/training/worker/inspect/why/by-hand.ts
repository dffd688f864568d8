/** A small network in plain loops, forwards and backwards: what TensorFlow.js's and our own ways back are checked against. */

/** Rows × columns × channels. */
export interface Maps {
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  readonly values: Float64Array;
}

export interface Kernel {
  /** Side × side × from × to. */
  readonly side: number;
  readonly from: number;
  readonly to: number;
  readonly weights: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
}

export type ReluRule = 'own' | 'guided' | 'deconvolution';

const at = (list: ArrayLike<number>, index: number): number => list[index] ?? NaN;
const index = ({ columns, channels }: Maps, row: number, column: number, channel: number): number =>
  (row * columns + column) * channels + channel;
export const zeros = (rows: number, columns: number, channels: number): Maps => ({
  ...{ rows, columns, channels },
  values: new Float64Array(rows * columns * channels),
});

interface Tap {
  readonly output: number;
  readonly input: number;
  readonly weight: number;
}

function* taps(input: Maps, output: Maps, kernel: Kernel): Generator<Tap> {
  for (let row = 0; row < output.rows; row += 1)
    for (let column = 0; column < output.columns; column += 1)
      for (let y = 0; y < kernel.side; y += 1)
        for (let x = 0; x < kernel.side; x += 1)
          for (let from = 0; from < kernel.from; from += 1)
            for (let to = 0; to < kernel.to; to += 1)
              yield {
                output: index(output, row, column, to),
                input: index(input, row + y, column + x, from),
                weight: at(kernel.weights, ((y * kernel.side + x) * kernel.from + from) * kernel.to + to),
              };
}

export function convolve(input: Maps, kernel: Kernel): Maps {
  const output = zeros(input.rows - kernel.side + 1, input.columns - kernel.side + 1, kernel.to);
  output.values.forEach((_, place) => (output.values[place] = at(kernel.bias, place % kernel.to)));
  for (const tap of taps(input, output, kernel)) {
    output.values[tap.output] = at(output.values, tap.output) + tap.weight * at(input.values, tap.input);
  }
  return output;
}

export function convolveBack(input: Maps, kernel: Kernel, dy: Maps): Maps {
  const dx = zeros(input.rows, input.columns, input.channels);
  for (const tap of taps(input, dy, kernel)) {
    dx.values[tap.input] = at(dx.values, tap.input) + tap.weight * at(dy.values, tap.output);
  }
  return dx;
}

export const relu = (input: Maps): Maps => ({ ...input, values: input.values.map((value) => Math.max(0, value)) });

export function reluBack(input: Maps, dy: Maps, rule: ReluRule): Maps {
  const values = dy.values.map((value, place) => {
    const isOpen = at(input.values, place) > 0;
    if (rule === 'own') return isOpen ? value : 0;
    if (rule === 'guided') return isOpen && value > 0 ? value : 0;
    return Math.max(0, value);
  });
  return { ...dy, values };
}

/** Two by two; the place of each greatest value beside it. */
export function pool(input: Maps): { readonly output: Maps; readonly switches: readonly number[] } {
  const output = zeros(Math.floor(input.rows / 2), Math.floor(input.columns / 2), input.channels);
  const switches: number[] = [];
  for (let row = 0; row < output.rows; row += 1)
    for (let column = 0; column < output.columns; column += 1)
      for (let channel = 0; channel < output.channels; channel += 1) {
        const window = [0, 1, 2, 3].map((corner) =>
          index(input, 2 * row + Math.floor(corner / 2), 2 * column + (corner % 2), channel),
        );
        const best = window.reduce((a, b) => (at(input.values, b) > at(input.values, a) ? b : a));
        switches[index(output, row, column, channel)] = best;
        output.values[index(output, row, column, channel)] = at(input.values, best);
      }
  return { output, switches };
}

export function poolBack(input: Maps, switches: readonly number[], dy: Maps): Maps {
  const dx = zeros(input.rows, input.columns, input.channels);
  switches.forEach((place, output) => (dx.values[place] = at(dx.values, place) + at(dy.values, output)));
  return dx;
}

export interface SmallWeights {
  readonly first: Kernel;
  readonly second: Kernel;
  /** Flattened maps × classes. */
  readonly dense: { readonly weights: ArrayLike<number>; readonly bias: ArrayLike<number>; readonly classes: number };
}

/** Convolution, ReLU, pooling, convolution, ReLU, dense. */
export function smallNetwork({ first, second, dense }: SmallWeights, input: Maps) {
  const conv1 = convolve(input, first);
  const relu1 = relu(conv1);
  const pooled = pool(relu1);
  const conv2 = convolve(pooled.output, second);
  const relu2 = relu(conv2);
  const scores = Array.from({ length: dense.classes }, (_, unit) =>
    relu2.values.reduce(
      (sum, value, place) => sum + value * at(dense.weights, place * dense.classes + unit),
      at(dense.bias, unit),
    ),
  );

  const ofClass = (unit: number): Maps => ({
    ...relu2,
    values: relu2.values.map((_, place) => at(dense.weights, place * dense.classes + unit)),
  });
  const toConv2 = (dy: Maps, rule: ReluRule): Maps => reluBack(conv2, dy, rule);
  const toPool = (dy: Maps): Maps => convolveBack(pooled.output, second, dy);
  const toInput = (dy: Maps, rule: ReluRule): Maps =>
    convolveBack(input, first, reluBack(conv1, poolBack(relu1, pooled.switches, dy), rule));
  return { conv1, relu1, pooled: pooled.output, conv2, relu2, scores, ofClass, toConv2, toPool, toInput };
}
