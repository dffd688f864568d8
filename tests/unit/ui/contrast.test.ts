import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FAMILIES } from '@/lib/layers/definition';

const css = readFileSync(path.join(__dirname, '../../../app/theme.css'), 'utf8');

/** The colours of one theme, as [red, green, blue] in 0 … 255. */
function coloursOf(theme: 'light' | 'dark'): ReadonlyMap<string, readonly number[]> {
  const block = new RegExp(`:root\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  const entries = [...block.matchAll(/--([\w-]+): #([0-9a-f]{6});/g)];
  return new Map(
    entries.map(([, name = '', hex = '']) => [name, [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16))]),
  );
}

/** Relative luminance as in WCAG 2.2. */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const SURFACES = ['canvas', 'surface', 'surface-2', 'surface-hover'];
const TONES = ['danger', 'warning', 'success', 'hint'];

/** Text and the grounds it stands on. */
const TEXT: readonly (readonly [string, string])[] = [
  ...SURFACES.flatMap((ground) => [['text', ground] as const, ['text-2', ground] as const]),
  ['accent', 'surface'],
  ['accent', 'surface-2'],
  ['accent', 'accent-soft'],
  ['text', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['surface', 'text'],
  ...TONES.flatMap((tone) => [[tone, 'surface'] as const, [tone, `${tone}-soft`] as const]),
  ...FAMILIES.flatMap((family) => [
    [`family-${family}`, 'surface'] as const,
    [`family-${family}`, `family-${family}-soft`] as const,
  ]),
];

/** Outlines of controls and of the focus. */
const OUTLINES: readonly (readonly [string, string])[] = ['canvas', 'surface', 'surface-2'].flatMap((ground) => [
  ['border-strong', ground] as const,
  ['focus', ground] as const,
]);

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colours = coloursOf(theme);
  const ratio = (front: string, ground: string) => {
    const [a, b] = [colours.get(front), colours.get(ground)];
    if (a === undefined || b === undefined) throw new Error(`${front} or ${ground} is not a colour of the theme`);
    return contrast(a, b);
  };

  test.each(TEXT)('%s can be read on %s', (front, ground) => {
    expect(ratio(front, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(OUTLINES)('%s can be seen on %s', (front, ground) => {
    expect(ratio(front, ground)).toBeGreaterThanOrEqual(3);
  });
});
