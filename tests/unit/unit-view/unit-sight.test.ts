import { analyze } from '@/lib/analysis/analyze';
import { createUnitViewer } from '@/lib/analysis/unit-view';
import { unitViewMessages } from '@/lib/messages/unit-view';
import { unitSight } from '@/components/unit-view/unit-sight';
import type { Link } from '@/lib/document/templates/build-chain';
import type { Pair } from '@/lib/layers/fields';
import { chain } from '../analysis/designs';

/** What is said of a cell of the last of these layers, on a picture of 9 × 9. */
function said(locale: 'en' | 'vi', place: Pair, ...links: readonly Link[]): string {
  const document = chain(['input', { shape: [9, 9, 1] }], ...links);
  const layer = Object.keys(document.nodes).at(-1) ?? '';
  const views = createUnitViewer(analyze(document, null), layer)?.view(place) ?? [];
  const picture = views.find((view) => view.layer === 'input_1');
  return unitViewMessages[locale].sight(unitSight({ layer, place }, picture));
}

describe('what is said of a cell', () => {
  it('names rows, columns and their number', () => {
    expect(said('en', [3, 4], ['conv2d'])).toBe('Cell (3, 4) of conv2d_1 sees rows 3–5 and columns 4–6, 3 × 3 pixels.');
    expect(said('vi', [3, 4], ['conv2d'])).toBe('Ô (3, 4) của conv2d_1 nhìn thấy hàng 3–5 và cột 4–6, 3 × 3 điểm ảnh.');
  });

  it('tells how much lies beyond which edge', () => {
    expect(said('en', [0, 8], ['conv2d', { padding: 'same', kernelSize: [5, 3] }])).toBe(
      'Cell (0, 8) of conv2d_1 sees rows 0–2 and columns 7–8, 3 × 2 pixels; ' +
        'of its 5 × 3 field, 2 rows lie beyond the upper edge, 1 column lies beyond the right edge.',
    );
    expect(said('vi', [8, 0], ['conv2d', { padding: 'same' }])).toContain(
      'trong vùng 3 × 3 của nó, 1 hàng nằm ngoài cạnh dưới, 1 cột nằm ngoài cạnh trái',
    );
  });

  it('counts the pixels where there are gaps between them', () => {
    expect(said('en', [0, 0], ['conv2d', { dilation: [2, 2] }])).toContain('5 × 5 pixels, 9 pixels with gaps between.');
  });

  it('says when there is nothing but border', () => {
    const border = { top: 5, bottom: 0, left: 0, right: 0 };
    expect(said('en', [0, 0], ['conv2d', { padding: border }])).toBe(
      'Cell (0, 0) of conv2d_1 sees nothing but border.',
    );
  });

  it('says when a layer on the way reorders places', () => {
    expect(said('en', [0, 0], ['permute', { order: [2, 1, 3] }])).toContain('a layer before it reorders places');
  });
});
