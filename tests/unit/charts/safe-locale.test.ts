import { ensureLocale } from '@/components/charts/safe-locale';

describe('the browser’s language', () => {
  test('is replaced when it is not a language tag', () => {
    const navigator = { language: 'en-US@posix' };
    ensureLocale(navigator);
    expect(navigator.language).toBe('en-US');
  });

  test('is left alone when it is one', () => {
    const navigator = { language: 'vi-VN' };
    ensureLocale(navigator);
    expect(navigator.language).toBe('vi-VN');
  });
});
