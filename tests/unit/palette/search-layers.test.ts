import { searchLayers } from '@/components/palette/search-layers';
import { LAYER_TYPES } from '@/lib/layers/registry';

const types = (query: string, locale: 'en' | 'vi') =>
  searchLayers(query, locale).flatMap(({ layers }) => layers.map(({ type }) => type));

describe('searchLayers', () => {
  test('an empty query finds every layer', () => {
    expect([...types('', 'en')].sort()).toEqual([...LAYER_TYPES].sort());
  });

  test.each([
    ['conv', 'en', 'conv2d'],
    ['CONV2D', 'vi', 'conv2d'],
    ['tich chap', 'vi', 'conv2d'],
    ['đầu vào', 'vi', 'input'],
    ['dau vao', 'vi', 'input'],
    ['max pool2d', 'en', 'max_pool2d'],
    ['overfitting', 'en', 'dropout'],
  ] as const)('%j in %s finds %s', (query, locale, type) => {
    expect(types(query, locale)).toContain(type);
  });

  test('every word must match', () => {
    expect(types('conv nonsense', 'en')).toEqual([]);
  });
});
