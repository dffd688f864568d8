import { searchLayers } from '@/components/palette/search-layers';
import type { Locale } from '@/lib/core/locale';
import { LAYER_TYPES } from '@/lib/layers/registry';
import { panelsEnglish } from '@/lib/messages/panels-english';
import { panelsVietnamese } from '@/lib/messages/panels-vietnamese';

const found = (query: string, locale: Locale) => {
  const { families } = locale === 'en' ? panelsEnglish : panelsVietnamese;
  return searchLayers(query, locale, (family) => families[family]).flatMap(({ layers }) => layers);
};
const types = (query: string, locale: Locale) => found(query, locale).map(({ layer }) => layer.type);

describe('searchLayers', () => {
  test('an empty query finds every layer but the one that only files bring', () => {
    expect([...types('', 'en')].sort()).toEqual(LAYER_TYPES.filter((type) => type !== 'unknown').sort());
  });

  test.each([
    ['conv', 'en', 'conv2d'],
    ['CONV2D', 'vi', 'conv2d'],
    ['tich chap', 'vi', 'conv2d'],
    ['đầu vào', 'vi', 'input'],
    ['dau vao', 'vi', 'input'],
    ['max pool2d', 'en', 'max_pool2d'],
    ['overfitting', 'en', 'dropout'],
    ['activation', 'en', 'mish'],
    ['hàm kích hoạt', 'vi', 'tanh'],
  ] as const)('%j in %s finds %s', (query, locale, type) => {
    expect(types(query, locale)).toContain(type);
  });

  test.each([
    ['relu', 'relu'],
    ['add', 'add'],
    ['swish', 'silu'],
    ['batch norm', 'batch_norm'],
    ['BN', 'batch_norm'],
    ['LRN', 'local_response_norm'],
    ['FC', 'dense'],
    ['fully connected', 'dense'],
    ['hard_silu', 'hard_swish'],
    ['GAP', 'global_avg_pool2d'],
    ['MaxPooling2D', 'max_pool2d'],
    ['residual', 'add'],
  ])('%j means %s first, in either language', (query, type) => {
    expect([types(query, 'en')[0], types(query, 'vi')[0]]).toEqual([type, type]);
  });

  test('tells the name that a layer was found by where its title does not', () => {
    expect(
      found('swish', 'en')
        .slice(0, 2)
        .map(({ via }) => via),
    ).toEqual(['swish', null]);
    expect(found('conv2d', 'vi')[0]?.via).toBe('Conv2D');
    expect(found('tich chap', 'vi')[0]?.via).toBeNull();
  });

  test('every word must match', () => {
    expect(types('conv nonsense', 'en')).toEqual([]);
  });
});
