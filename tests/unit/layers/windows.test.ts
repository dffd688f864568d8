import fc from 'fast-check';
import * as tf from '@tensorflow/tfjs';
import type { Window } from '@/lib/layers/definition';
import type { Padding, Pair } from '@/lib/layers/fields';
import { effectiveSize, placedWindow, placeWindow, windowTaps } from '@/lib/layers/windows';

function square(size: number, { stride = 1, dilation = 1, padding = 'valid' as Padding } = {}): Window {
  return { size: [size, size], stride: [stride, stride], dilation: [dilation, dilation], padding };
}

function all(size: number): Padding {
  return { top: size, bottom: size, left: size, right: size };
}

describe('published sizes', () => {
  test.each([
    ['AlexNet, first convolution (Krizhevsky et al. 2012)', 227, square(11, { stride: 4 }), 55],
    ['AlexNet, overlapping pooling', 55, square(3, { stride: 2 }), 27],
    ['AlexNet, second convolution', 27, square(5, { padding: all(2) }), 27],
    ['ResNet, first convolution (He et al. 2015)', 224, square(7, { stride: 2, padding: all(3) }), 112],
    ['ResNet, first pooling', 112, square(3, { stride: 2, padding: all(1) }), 56],
    ['VGG, every convolution (Simonyan & Zisserman 2014)', 224, square(3, { padding: 'same' }), 224],
    ['LeNet-5, first convolution (LeCun et al. 1998)', 32, square(5), 28],
    ['DeepLab, dilation 12 (Chen et al. 2016)', 65, square(3, { dilation: 12, padding: all(12) }), 65],
  ])('%s', (_title, input, window, output) => {
    expect(placedWindow(window, [input, input]).output).toEqual([output, output]);
  });
});

test('padding "same" puts the odd pixel at the end, as TensorFlow does', () => {
  const window = square(3, { stride: 2, padding: 'same' });
  expect(placedWindow(window, [4, 5])).toEqual({ output: [2, 3], before: [0, 1], after: [1, 1] });
});

test('a window larger than its input is refused with its size, the input and two cures', () => {
  expect(placeWindow(square(40), [28, 64], 'kernelSize')).toEqual({
    ok: false,
    error: [
      {
        code: 'shape/window-too-large',
        values: { axis: 'height', window: 40, input: 28 },
        param: 'kernelSize',
        input: 0,
        cures: [
          { kind: 'set-param', param: 'padding', value: 'same' },
          { kind: 'set-param', param: 'kernelSize', value: [28, 40] },
        ],
      },
    ],
  });
});

test('the refusal of a dilated window counts its gaps, and its border apart', () => {
  const window = { ...square(3, { dilation: 6 }), padding: { top: 2, bottom: 1, left: 8, right: 8 } };
  const placement = placeWindow(window, [8, 8], 'kernelSize');
  expect(placement.ok ? [] : placement.error.map(({ values }) => values)).toEqual([
    { axis: 'height', window: 13, input: 8, padding: 3 },
  ]);
  expect(placement.ok ? null : placement.error[0]?.cures?.[1]).toMatchObject({ value: [2, 3] });
});

test('a window too large both ways is refused once for each axis', () => {
  const placement = placeWindow(square(9), [8, 7], 'poolSize');
  expect(placement.ok ? [] : placement.error.map(({ values }) => values)).toEqual([
    { axis: 'height', window: 9, input: 8 },
    { axis: 'width', window: 9, input: 7 },
  ]);
});

const size = fc.integer({ min: 1, max: 12 });
const pair = (of: fc.Arbitrary<number>): fc.Arbitrary<Pair> => fc.tuple(of, of);
const border = fc.integer({ min: 0, max: 6 });
const padding: fc.Arbitrary<Padding> = fc.oneof(
  fc.constantFrom<Padding>('valid', 'same'),
  fc.record({ top: border, bottom: border, left: border, right: border }),
);
const anyWindow: fc.Arbitrary<Window> = fc.record({
  size: pair(size),
  stride: pair(fc.integer({ min: 1, max: 5 })),
  dilation: pair(fc.integer({ min: 1, max: 4 })),
  padding,
});

describe('any window on any image', () => {
  test('either fits with at least one output or is refused, and its cures make it fit', () => {
    fc.assert(
      fc.property(anyWindow, pair(size), (window, input) => {
        const placement = placeWindow(window, input, 'kernelSize');
        if (placement.ok) {
          expect(placement.value.output.every((count) => Number.isInteger(count) && count >= 1)).toBe(true);
          return;
        }
        const [same, smaller] = placement.error[0]?.cures ?? [];
        if (same?.kind !== 'set-param' || smaller?.kind !== 'set-param') throw new Error('expected two cures');
        expect(placeWindow({ ...window, padding: 'same' }, input, 'kernelSize').ok).toBe(true);
        expect(placeWindow({ ...window, size: smaller.value as Pair }, input, 'kernelSize').ok).toBe(true);
      }),
    );
  });

  test('reads only cells of the image, and its last output begins inside the padded image', () => {
    fc.assert(
      fc.property(anyWindow, pair(size), (window, input) => {
        const placement = placeWindow(window, input, 'kernelSize');
        if (!placement.ok) return;
        const { output, before, after } = placement.value;
        for (const axis of [0, 1] as const) {
          const last =
            (output[axis] - 1) * window.stride[axis] + effectiveSize(window.size[axis], window.dilation[axis]);
          expect(last).toBeLessThanOrEqual(input[axis] + before[axis] + after[axis]);
          expect(last + window.stride[axis]).toBeGreaterThan(input[axis] + before[axis] + after[axis]);
        }
        const corner = windowTaps(window, input, [output[0] - 1, output[1] - 1]);
        expect(corner.every(({ pixel }) => pixel[0] >= 0 && pixel[0] < input[0])).toBe(true);
        expect(corner.every(({ pixel }) => pixel[1] >= 0 && pixel[1] < input[1])).toBe(true);
      }),
    );
  });

  test('gives the sizes that tfjs computes where tfjs can compute them', () => {
    fc.assert(
      fc.property(anyWindow, pair(size), (window, input) => {
        const placement = placeWindow(window, input, 'kernelSize');
        const both = Math.max(...window.stride) > 1 && Math.max(...window.dilation) > 1;
        if (!placement.ok || both) return;
        expect(placement.value.output).toEqual(sizeInTfjs(window, input));
      }),
    );
  });
});

function sizeInTfjs(window: Window, input: Pair): readonly number[] {
  const explicit = typeof window.padding === 'object' ? window.padding : { top: 0, bottom: 0, left: 0, right: 0 };
  const convolution = tf.layers.conv2d({
    filters: 1,
    kernelSize: [...window.size],
    strides: [...window.stride],
    dilationRate: [...window.dilation],
    padding: window.padding === 'same' ? 'same' : 'valid',
  });
  const shape = [null, input[0] + explicit.top + explicit.bottom, input[1] + explicit.left + explicit.right, 1];
  return (convolution.computeOutputShape(shape) as number[]).slice(1, 3);
}
