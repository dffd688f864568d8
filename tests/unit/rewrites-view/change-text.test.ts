import { changeText } from '@/components/rewrites/change-text';

const words = { locale: 'en', unchanged: 'unchanged', format: String } as const;

describe('the difference a rewrite makes', () => {
  it('has its sign before the number, also where the share is too small to write out', () => {
    expect(changeText({ before: 61_706, after: 62_490 }, words)).toBe('+784 (+1.3\u00a0%)');
    expect(changeText({ before: 100_000, after: 99_999 }, words)).toBe('−1 (<\u00a0−0.1\u00a0%)');
    expect(changeText({ before: 2_660_000, after: 2_660_600 }, words)).toBe('+600 (<\u00a0+0.1\u00a0%)');
  });

  it('has no share of nothing', () => {
    expect(changeText({ before: 0, after: 12 }, words)).toBe('+12');
    expect(changeText({ before: 12, after: 12 }, words)).toBe('unchanged');
  });
});
