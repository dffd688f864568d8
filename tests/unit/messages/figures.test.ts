import { formatBytes, formatShare } from '@/lib/messages/figures';

describe('figures in a sentence', () => {
  it.each([
    ['en', 0.143, '14.3\u00a0%'],
    ['vi', 0.143, '14,3\u00a0%'],
    ['en', 0.0001, '<\u00a00.1\u00a0%'],
    ['vi', 0, '0,0\u00a0%'],
  ] as const)('in %s, %d is a share that no line breaks', (locale, share, text) => {
    expect(formatShare(locale, share)).toBe(text);
  });

  it('keep a unit beside its number', () => {
    expect(formatBytes('en', 1_234_000)).toBe('1.23\u00a0MB');
    expect(formatBytes('vi', 1_234_000)).toBe('1,23\u00a0MB');
  });
});
