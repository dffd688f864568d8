import { readFileSync } from 'node:fs';
import { CLASS_COLORS, classLook } from '@/components/inspect/map/class-look';

/** From 0 to 1, without the gamma of sRGB (IEC 61966-2-1). */
function linear(hex: string): readonly [number, number, number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

/** WCAG 2. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [a, b]
    .map((hex) => {
      const [red, green, blue] = linear(hex);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

/** OKLab (Ottosson 2020). */
function oklab(hex: string): readonly [number, number, number] {
  const [r, g, b] = linear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Surface and text of a theme, as the page has them. */
function grounds(theme: 'light' | 'dark'): readonly string[] {
  const css = readFileSync('app/theme.css', 'utf8');
  return ['--surface', '--text'].map((name) => {
    const found = [...css.matchAll(new RegExp(`${name}: (#[0-9a-f]{6});`, 'g'))].map(([, hex]) => hex ?? '');
    return (theme === 'light' ? found[0] : found[1]) ?? '';
  });
}

describe.each(['light', 'dark'] as const)('classes on a %s map', (theme) => {
  const colors = CLASS_COLORS[theme];
  const [surface = '', text = ''] = grounds(theme);

  it('have ten colours that stand out from the ground and are not the colour of text', () => {
    expect(new Set(colors).size).toBe(10);
    for (const color of colors) {
      expect(contrast(color, surface)).toBeGreaterThanOrEqual(3);
      expect(contrast(color, text)).toBeGreaterThan(1.3);
    }
  });

  it('have colours no two of which are taken for one another', () => {
    const labs = colors.map(oklab);
    const gaps = labs.flatMap((a, at) =>
      labs.slice(at + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
    );
    expect(Math.min(...gaps)).toBeGreaterThan(0.13);
  });

  it('differ in colour and in mark up to ten, and in one of the two up to a hundred', () => {
    const looks = Array.from({ length: 100 }, (_, label) => classLook(label, theme));
    const marks = looks.slice(0, 10).map(({ path, isHollow }) => `${path} ${isHollow}`);
    expect(new Set(marks).size).toBe(10);
    expect(new Set(looks.slice(0, 10).map(({ color }) => color)).size).toBe(10);
    expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(100);
  });
});
