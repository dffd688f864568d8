import { faceParams } from '@/lib/layers/face-params';
import { defaultParams, type Params } from '@/lib/layers/fields';
import { LAYERS, layerDefinition } from '@/lib/layers/registry';

function face(type: string, params: Params, locale: 'en' | 'vi' = 'en'): string {
  const definition = layerDefinition(type);
  if (definition === null) throw new Error(type);
  return faceParams(definition, { ...defaultParams(definition.fields), ...params }, locale)
    .map(({ label, value }) => `${label} ${value}`)
    .join(', ');
}

describe('faceParams', () => {
  test.each([
    ['what always shows', { filters: 6, kernelSize: [5, 5] }, 'Filters 6, Kernel 5 × 5'],
    ['a changed stride', { strides: [2, 2] }, 'Filters 32, Kernel 3 × 3, Stride 2 × 2'],
    ['a named padding', { padding: 'same' }, 'Filters 32, Kernel 3 × 3, Padding same'],
    ['an even padding', { padding: { top: 2, bottom: 2, left: 2, right: 2 } }, 'Filters 32, Kernel 3 × 3, Padding 2'],
    [
      'an uneven one',
      { padding: { top: 0, bottom: 1, left: 0, right: 1 } },
      'Filters 32, Kernel 3 × 3, Padding 0/1/0/1',
    ],
  ])('shows %s', (_, params, expected) => {
    expect(face('conv2d', params)).toBe(expected);
  });

  test('speaks the language of the interface', () => {
    expect(face('conv2d', { filters: 6 }, 'vi')).toContain(`${LAYERS.conv2d.text.vi.fields.filters.label} 6`);
  });

  test('says nothing for a layer without settings', () => {
    expect(face('relu', {})).toBe('');
  });
});
