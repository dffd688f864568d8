import { insidePicture } from '@/lib/pictures/inside-picture';

const PART = {
  caption: 'Laid over <the input>',
  width: 100,
  height: 50,
  layers: [
    { href: 'data:image/png;base64,AAAA', isSmooth: false },
    { href: 'data:image/png;base64,BBBB', isSmooth: true },
  ],
  mark: { x: 0.5, y: 0.2, width: 0.1, height: 0.4 },
};

describe('a picture of what goes on inside', () => {
  const sheet = { title: 'Unit 3', parts: [PART], lines: ['Row 1, column 2'] };
  const { svg, width, height } = insidePicture(sheet, { theme: 'light', ground: 'solid' });

  it('holds its pixels itself, one over the other, the lower with hard edges', () => {
    const images = svg.match(/<image [^>]*>/g) ?? [];
    expect(images.map((image) => /base64,(\w+)/.exec(image)?.[1])).toEqual(['AAAA', 'BBBB']);
    expect(images.map((image) => image.includes('pixelated'))).toEqual([true, false]);
    expect(svg).not.toMatch(/https?:(?!\/\/www\.w3\.org)/);
  });

  it('outlines the place that is meant within its part', () => {
    const image = /<image [^>]* x="(\d+)" y="(\d+)"/.exec(svg);
    const [left, top] = [Number(image?.[1]), Number(image?.[2])];
    expect(svg).toContain(`x="${left + 50}" y="${top + 10}" width="10" height="20"`);
  });

  it('writes each unit’s number where its map begins, on a plate of the ground', () => {
    const labels = [{ text: '12 <edge>', x: 30, y: 10 }];
    const numbered = insidePicture({ ...sheet, parts: [{ ...PART, labels }] }, { theme: 'light', ground: 'solid' }).svg;
    const [, left, top] = /<image [^>]* x="(\d+)" y="(\d+)"/.exec(numbered) ?? [];
    expect(numbered).toContain(`<rect x="${Number(left) + 30}" y="${Number(top) + 10}"`);
    expect(numbered).toContain('>12 &lt;edge&gt;</text>');
  });

  it('says what is seen, and has room for it', () => {
    expect(svg).toContain('Laid over &lt;the input&gt;');
    expect(svg).toContain('Row 1, column 2');
    expect(width).toBeGreaterThan(100);
    expect(height).toBeGreaterThan(50);
  });
});
