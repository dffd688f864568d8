import type { Cure, Problem } from '@/lib/core/problem';
import { fail, succeed, type Result } from '@/lib/core/result';
import type { Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';

/**
 * A window laid over an image: how often it fits and how many pixels of border that takes, per axis; what a last window
 * hangs over the end, where the count is rounded up, is border too.
 */
export interface WindowPlacement {
  readonly output: Pair;
  readonly before: Pair;
  readonly after: Pair;
}

/** What one output pixel reads at one place of its window. */
export interface Tap {
  /** Row and column within the window. */
  readonly place: Pair;
  /** Row and column in the input image. */
  readonly pixel: Pair;
}

const AXES = ['height', 'width'] as const;

/** The extent of a window in pixels: a dilated one leaves gaps of `dilation - 1` between the cells it reads. */
export function effectiveSize(size: number, dilation: number): number {
  return (size - 1) * dilation + 1;
}

/**
 * The one copy of the arithmetic of convolution and pooling. Dumoulin & Visin, "A guide to convolution arithmetic for
 * deep learning", 2016; the split of 'same' padding, with the odd pixel at the end, is TensorFlow's.
 * `sizeParam` is the field that holds the window's size: a refusal names it.
 */
export function placeWindow(
  window: Window,
  input: Pair,
  sizeParam: string,
): Result<WindowPlacement, readonly Problem[]> {
  const height = placeAxis(window, input, 0);
  const width = placeAxis(window, input, 1);
  const problems = [height, width].flatMap(({ output }, axis) =>
    output < 1 ? [windowTooLarge(window, input, axis === 0 ? 0 : 1, sizeParam)] : [],
  );
  if (problems.length > 0) return fail(problems);
  return succeed({
    output: [height.output, width.output],
    before: [height.before, width.before],
    after: [height.after, width.after],
  });
}

/** As `placeWindow`, where `infer` has already refused windows that do not fit. */
export function placedWindow(window: Window, input: Pair): WindowPlacement {
  const placement = placeWindow(window, input, 'size');
  if (!placement.ok) throw new Error('the window does not fit its input');
  return placement.value;
}

/** The cells of the input that the output pixel reads, without those that fall on the border. */
export function windowTaps(window: Window, input: Pair, pixel: Pair): readonly Tap[] {
  const { before } = placedWindow(window, input);
  const rows = axisTaps(window, { axis: 0, input: input[0], before: before[0], at: pixel[0] });
  const columns = axisTaps(window, { axis: 1, input: input[1], before: before[1], at: pixel[1] });
  return rows.flatMap((row) =>
    columns.map((column): Tap => ({ place: [row.place, column.place], pixel: [row.pixel, column.pixel] })),
  );
}

interface AxisPlacement {
  readonly output: number;
  readonly before: number;
  readonly after: number;
}

function placeAxis(window: Window, input: Pair, axis: 0 | 1): AxisPlacement {
  const size = effectiveSize(window.size[axis], window.dilation[axis]);
  const stride = window.stride[axis];
  if (window.padding === 'same') {
    const output = Math.ceil(input[axis] / stride);
    const total = Math.max((output - 1) * stride + size - input[axis], 0);
    const before = Math.floor(total / 2);
    return { output, before, after: total - before };
  }
  const [before, after] = borders(window, axis);
  const steps = (input[axis] + before + after - size) / stride;
  if (window.rounding !== 'ceil') return { output: Math.floor(steps) + 1, before, after };
  const most = Math.ceil(steps) + 1;
  // As in PyTorch and Caffe: a last window that would begin beyond the image and its border is left out.
  const output = (most - 1) * stride >= input[axis] + before ? most - 1 : most;
  const overhang = (output - 1) * stride + size - input[axis] - before;
  return { output, before, after: Math.max(after, overhang) };
}

function borders(window: Window, axis: 0 | 1): Pair {
  if (typeof window.padding === 'string') return [0, 0];
  const { top, bottom, left, right } = window.padding;
  return axis === 0 ? [top, bottom] : [left, right];
}

function axisTaps(
  window: Window,
  { axis, input, before, at }: { axis: 0 | 1; input: number; before: number; at: number },
): readonly { place: number; pixel: number }[] {
  const start = at * window.stride[axis] - before;
  return Array.from({ length: window.size[axis] }, (_, place) => ({
    place,
    pixel: start + place * window.dilation[axis],
  })).filter(({ pixel }) => pixel >= 0 && pixel < input);
}

function windowTooLarge(window: Window, input: Pair, axis: 0 | 1, sizeParam: string): Problem {
  const [before, after] = borders(window, axis);
  const padding = before + after;
  return {
    code: 'shape/window-too-large',
    values: {
      axis: AXES[axis],
      window: effectiveSize(window.size[axis], window.dilation[axis]),
      input: input[axis],
      ...(padding > 0 ? { padding } : {}),
    },
    param: sizeParam,
    input: 0,
    cures: [{ kind: 'set-param', param: 'padding', value: 'same' }, shrinkToFit(window, input, sizeParam)],
  };
}

function shrinkToFit(window: Window, input: Pair, sizeParam: string): Cure {
  const most = (axis: 0 | 1) => {
    const [before, after] = borders(window, axis);
    const fitting = Math.floor((input[axis] + before + after - 1) / window.dilation[axis]) + 1;
    return Math.min(window.size[axis], Math.max(fitting, 1));
  };
  return { kind: 'set-param', param: sizeParam, value: [most(0), most(1)] };
}

/** What is wrong with a window over an image one pixel wide, said of the sequence that the image stands for. */
export function onOneAxis(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => {
    if (problem.code !== 'shape/window-too-large') return problem;
    const cures = problem.cures?.map((cure): Cure => {
      if (cure.kind !== 'set-param' || !Array.isArray(cure.value)) return cure;
      return { ...cure, value: Number(cure.value[0]) };
    });
    return { ...problem, values: { ...problem.values, axis: 'length' }, ...(cures ? { cures } : {}) };
  });
}
