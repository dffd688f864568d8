import { parseNumber, stepNumber } from '@/components/inspector/controls/number-text';

describe('parseNumber', () => {
  test.each([
    ['12', 12],
    [' 3.5 ', 3.5],
    ['0,25', 0.25],
    ['-1', -1],
    ['1e-3', 0.001],
    ['.5', 0.5],
    ['5.', 5],
  ])('reads %j as %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each(['', '-', 'abc', '1 2', '0x10', 'Infinity', '1e999', '1,2,3'])('takes %j for no number', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

describe('stepNumber', () => {
  test('adds decimal fractions without dust', () => {
    expect(stepNumber({ value: 0.1, by: 0.2, min: 0, max: 1 })).toBe(0.3);
  });

  test('goes from tiny steps to the right digit', () => {
    expect(stepNumber({ value: 1e-7, by: 1e-8, min: 0, max: 1 })).toBe(1.1e-7);
  });

  test.each([
    [1, -1, 1],
    [64, 10, 64],
    [-5, -1, 1],
  ])('keeps %d moved by %d within 1 to 64', (value, by, expected) => {
    expect(stepNumber({ value, by, min: 1, max: 64 })).toBe(expected);
  });
});
