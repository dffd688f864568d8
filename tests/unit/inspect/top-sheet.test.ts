/** @jest-environment jsdom */
import { boundedWindow, cropPixels } from '@/lib/inspect/crop';
import { topSheetHtml } from '@/lib/inspect/top-sheet';

describe('the sheet of a layer’s best samples', () => {
  it('says where it comes from, has every picture in it, and takes a note for text whatever stands in it', () => {
    const page = topSheetHtml({
      language: 'en',
      title: 'What excites conv2d_1 of "LeNet" & co',
      facts: ['Run: First', 'Gone through: 60,000 samples'],
      units: [
        {
          title: 'Unit 0',
          note: '<img src=x onerror=alert(1)> "edge"',
          text: 'Above 0 for 40 %',
          samples: [
            { crop: { href: 'data:image/png;base64,AA', alt: 'crop' }, whole: null, text: '3.2 · 7 (12)' },
            {
              crop: { href: 'data:image/png;base64,BB', alt: 'b' },
              whole: { href: 'data:image/png;base64,CC', alt: 'c' },
              text: '3.1',
            },
          ],
        },
      ],
    });
    const read = new DOMParser().parseFromString(page, 'text/html');
    expect(read.documentElement.lang).toBe('en');
    expect([...read.querySelectorAll('li')].slice(0, 2).map(({ textContent }) => textContent)).toEqual([
      'Run: First',
      'Gone through: 60,000 samples',
    ]);
    expect(read.querySelector('.note')?.textContent).toBe('<img src=x onerror=alert(1)> "edge"');
    expect([...read.querySelectorAll('img')].map((image) => image.getAttribute('src')?.slice(-2))).toEqual([
      'AA',
      'BB',
      'CC',
    ]);
    expect([...read.querySelectorAll('script, link')]).toEqual([]);
    expect(page).not.toMatch(/https?:/);
  });
});

describe('what a cell sees, cut out of the picture', () => {
  const picture = { width: 3, height: 2, data: Uint32Array.from([1, 2, 3, 4, 5, 6]) };

  it('is empty where the window goes beyond the picture', () => {
    const { data, width, height } = cropPixels(picture, { first: [-1, 1], last: [1, 3] });
    expect([width, height]).toEqual([3, 3]);
    expect([...data]).toEqual([0, 0, 0, 2, 3, 0, 5, 6, 0]);
  });

  it('goes beyond it by half of the picture at most', () => {
    expect(boundedWindow({ first: [-90, 0], last: [90, 2] }, [2, 3])).toEqual({ first: [-1, 0], last: [2, 2] });
  });
});
