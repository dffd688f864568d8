import { formatAccuracy, formatConstant, formatDecimal, formatDuration } from '@/lib/messages/measures';

describe('measured values as people read them', () => {
  test.each([
    [0.12345, '0.1235', '0,1235'],
    [1234.5, '1,234.5000', '1.234,5000'],
    [2.36e31, '2.36e+31', '2.36e+31'],
    [Number.NaN, 'NaN', 'NaN'],
  ])('%d with four digits', (value, english, vietnamese) => {
    expect(formatDecimal('en', value, 4)).toBe(english);
    expect(formatDecimal('vi', value, 4)).toBe(vietnamese);
  });

  test('accuracies have two digits, since they differ in the second', () => {
    expect(formatAccuracy('en', 0.98765)).toBe('98.77\u00a0%');
  });

  test.each([
    [0, '0:00'],
    [64.6, '1:05'],
    [3725, '1:02:05'],
    [-3, '0:00'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  test.each([
    [0.001, '0.001'],
    [1e-7, '1e-7'],
    [0.00003, '3e-5'],
    [100, '100'],
    [2500000, '2.5e6'],
    [0, '0'],
  ])('the constant %d is written %s', (value, text) => {
    expect(formatConstant(value)).toBe(text);
  });
});
