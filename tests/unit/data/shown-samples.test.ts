import { paintSample, shownSize } from '@/components/data/paint-sample';
import { sampleText } from '@/components/training/sample-text';
import { mnist } from '@/lib/datasets/mnist';
import type { Dataset, Target } from '@/lib/datasets/dataset';

const learning = (target: Target): Dataset => ({ ...mnist, targets: [target] });
const sample = { index: 0, values: new Uint8Array(), label: 0, target: [] };
const said = (...probabilities: number[]) => ({
  probabilities,
  label: probabilities.indexOf(Math.max(...probabilities)),
});

test('colour pictures keep their colours, grey ones are grey', () => {
  expect([...paintSample(Uint8Array.of(10, 20, 30, 40, 50, 60), [1, 2, 3])]).toEqual([
    10, 20, 30, 255, 40, 50, 60, 255,
  ]);
  expect([...paintSample(Uint8Array.of(7, 9), [1, 2, 1])]).toEqual([7, 7, 7, 255, 9, 9, 9, 255]);
});

test('of more than three channels the first is shown', () => {
  expect([...paintSample(Uint8Array.of(1, 2, 3, 4), [1, 1, 4])]).toEqual([1, 1, 1, 255]);
});

test('numbers are stretched from the least to the greatest, those within 0 and 1 are brightnesses', () => {
  expect([...paintSample(Float32Array.of(0, 1), [1, 2, 1])]).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
  expect([...paintSample(Float32Array.of(-1, 3), [2])]).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
  expect(paintSample(Float32Array.of(0.5, 0.5), [2])[0]).toBe(128);
});

test('a row of numbers is one line', () => {
  expect(shownSize([13])).toEqual({ width: 13, height: 1 });
  expect(shownSize([28, 20, 3])).toEqual({ width: 20, height: 28 });
});

test('classes are right or wrong', () => {
  const data = learning({ kind: 'classes', name: 'class', classes: ['cat', 'dog'] });
  expect(sampleText(data, { ...sample, label: 1, prediction: said(0.2, 0.8) }, 'en')).toEqual({
    truth: 'dog',
    predicted: 'dog',
    isRight: true,
  });
  expect(sampleText(data, { ...sample, label: 0, prediction: said(0.2, 0.8) }, 'en').isRight).toBe(false);
  expect(sampleText(data, { ...sample, label: 0, prediction: null }, 'en')).toMatchObject({
    predicted: null,
    isRight: null,
  });
});

test('labels are right when all of them are', () => {
  const data = learning({ kind: 'labels', name: 'tags', labels: ['wet', 'cold'] });
  expect(sampleText(data, { ...sample, target: [1, 0], prediction: said(0.9, 0.6) }, 'en')).toEqual({
    truth: 'wet',
    predicted: 'wet, cold',
    isRight: false,
  });
  expect(sampleText(data, { ...sample, target: [0, 0], prediction: said(0.1, 0.2) }, 'en')).toEqual({
    truth: '–',
    predicted: '–',
    isRight: true,
  });
});

test('numbers are told, and neither right nor wrong', () => {
  const data = learning({ kind: 'values', name: 'price', columns: ['low', 'high'] });
  expect(sampleText(data, { ...sample, target: [1.5, -2], prediction: said(1.25, 0) }, 'en')).toEqual({
    truth: '1.500; -2.000',
    predicted: '1.250; 0.000',
    isRight: null,
  });
});
