/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import { FAMILIES } from '@/lib/layers/definition';
import type { Document } from '@/lib/document/document';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { analyze } from '@/lib/analysis/analyze';
import { pictureWords } from '@/lib/messages/pictures';
import { drawPicture, type PictureChoices } from '@/lib/pictures/draw-picture';
import { FIGURE_DEFAULTS } from '@/lib/pictures/figure/figure-options';
import { PALETTES } from '@/lib/pictures/palette';

const LOOK = { theme: 'light', ground: 'solid' } as const;
const CANVAS: PictureChoices = { ...LOOK, kind: 'canvas', blocks: 'collapsed' };
const FIGURE = { ...FIGURE_DEFAULTS, ...LOOK, kind: 'figure' } as const satisfies PictureChoices;

async function svgOf(document: Document, choices: PictureChoices, locale: 'en' | 'vi' = 'en'): Promise<string> {
  const analysis = analyze(document, null);
  return (await drawPicture({ document, analysis }, choices, { locale, words: pictureWords[locale] })).svg;
}

/** Parsed as strictly as XML asks: jsdom puts a `parsererror` where a document is not well formed. */
function parsed(svg: string): Element {
  const xml = new DOMParser().parseFromString(svg, 'application/xml');
  expect(xml.querySelector('parsererror')?.textContent ?? null).toBeNull();
  return xml.documentElement;
}

const SVG = 'http://www.w3.org/2000/svg';
const ELEMENTS = new Set(['svg', 'title', 'rect', 'g', 'path', 'text', 'circle']);

describe.each(TEMPLATE_IDS)('pictures of %s', (id) => {
  test.each([
    ['the canvas', CANVAS],
    ['the figure', FIGURE],
  ])('%s is XML of shapes and text alone, with nothing to fetch or to run', async (_, choices) => {
    const root = parsed(await svgOf(TEMPLATES[id].build(), choices));
    const all = [root, ...root.querySelectorAll('*')];
    expect(all.length).toBeGreaterThan(20);
    const faults = all.flatMap((element) => [
      ...(ELEMENTS.has(element.localName) && element.namespaceURI === SVG ? [] : [element.tagName]),
      ...[...element.attributes].flatMap(({ name, value }) =>
        /^(on|style$|href$|.*:href$)/.test(name) || /NaN|Infinity|undefined|url\(/.test(value)
          ? [`${name}=${value}`]
          : [],
      ),
    ]);
    expect(faults).toEqual([]);
  });
});

test('the theme’s colours are those of the page', () => {
  const css = readFileSync(path.join(__dirname, '../../../app/theme.css'), 'utf8');
  for (const theme of ['light', 'dark'] as const) {
    const block = new RegExp(`:root\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
    const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block)?.[1];
    const palette = PALETTES[theme];
    expect([palette.text, palette.text2, palette.canvas]).toEqual([colour('text'), colour('text-2'), colour('canvas')]);
    expect([palette.surface, palette.surface2]).toEqual([colour('surface'), colour('surface-2')]);
    for (const family of FAMILIES) {
      expect(palette.families[family]).toEqual({
        strong: colour(`family-${family}`),
        soft: colour(`family-${family}-soft`),
      });
    }
  }
});

test.each([CANVAS, FIGURE])('hostile names stay text ($kind)', async (choices) => {
  const name = `</title><script>alert(1)</script> & "quotes" 'single' \u0000\ud800 ]]>`;
  const plain = TEMPLATES.lenet5.build();
  const nodes = Object.fromEntries(Object.values(plain.nodes).map((node) => [node.id, { ...node, title: name }]));
  const root = parsed(await svgOf({ ...plain, name, nodes }, choices));
  expect(root.querySelector('script')).toBeNull();
  expect(root.querySelector('title')?.textContent).toBe(`</title><script>alert(1)</script> & "quotes" 'single'  ]]>`);
});

test('a transparent picture has no ground', async () => {
  const grounds = async (ground: 'solid' | 'transparent') => {
    const root = parsed(await svgOf(TEMPLATES.lenet5.build(), { ...FIGURE, ground }));
    return [...root.children].filter(({ localName }) => localName === 'rect').length;
  };
  expect(await grounds('solid')).toBe(1);
  expect(await grounds('transparent')).toBe(0);
});

test('the canvas shows each layer’s title, parameters and shape, in the language asked for', async () => {
  const texts = async (locale: 'en' | 'vi') =>
    [...parsed(await svgOf(TEMPLATES.lenet5.build(), CANVAS, locale)).querySelectorAll('text')].map(
      (e) => e.textContent,
    );
  expect(await texts('en')).toEqual(
    expect.arrayContaining(['Conv2D', 'Filters 6 · Kernel 5 × 5 · same', '10 × 10 × 16']),
  );
  expect(await texts('vi')).not.toContain('Filters 6 · Kernel 5 × 5 · same');
});

test('blocks are one node each, or written out', async () => {
  const document = TEMPLATES.resnet50.build();
  const boxes = async (blocks: 'collapsed' | 'written-out') => {
    const root = parsed(await svgOf(document, { ...LOOK, kind: 'canvas', blocks }));
    return [...root.children].filter(({ localName }) => localName === 'g').length;
  };
  expect(await boxes('written-out')).toBe(Object.keys(analyze(document, null).flat.nodes).length);
  expect(await boxes('collapsed')).toBe(
    Object.values(document.nodes).filter(({ scope }) => scope === undefined).length,
  );
});

/** Depth × height of the fronts and the slant of the map named so, as drawn. */
function boxNamed(root: Element, name: string) {
  const group = [...root.querySelectorAll('g')].find(
    (each) => each.querySelector(':scope > title')?.textContent === name,
  );
  const outlines = [...(group?.querySelectorAll('path') ?? [])].map((each) =>
    [...(each.getAttribute('d') ?? '').matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    ),
  );
  const size = (points: readonly (readonly [number, number])[] = [], axis: 0 | 1) =>
    Math.max(...points.map((p) => p[axis])) - Math.min(...points.map((p) => p[axis]));
  const [top, , front] = outlines;
  return { depth: size(front, 0), height: size(front, 1), slant: size(top, 1) };
}

test('LeNet-5 is drawn to scale: 150 units for 28 pixels, 84 for 16 channels', async () => {
  const root = parsed(await svgOf(TEMPLATES.lenet5.build(), FIGURE));
  const perPixel = 150 / 28;
  // Half the width at 45°: 28 pixels lie 150 / 2 / √2 further up and right.
  const first = boxNamed(root, 'Conv2D 28×28×6');
  expect(first.height).toBeCloseTo(150, 1);
  expect(first.slant).toBeCloseTo(150 / 2 / Math.SQRT2, 1);
  expect(first.depth).toBeCloseTo((6 * 84) / 16, 1);
  const second = boxNamed(root, 'Conv2D 10×10×16');
  expect(second.height).toBeCloseTo(10 * perPixel, 1);
  expect(second.depth).toBeCloseTo(84, 1);
  // 120 values are the longest vector: 96 units; 84 values in proportion.
  expect(boxNamed(root, 'Dense 120').height).toBeCloseTo(96, 1);
  expect(boxNamed(root, 'Dense 84').height).toBeCloseTo((96 * 84) / 120, 1);
});

test('where true sizes cannot be read, lengths are square roots, and the figure says so', async () => {
  const svg = await svgOf(TEMPLATES.vgg16.build(), FIGURE);
  expect(svg).toContain('square root');
  // 7 of 224 pixels: √(7 / 224) of 150 units.
  expect(boxNamed(parsed(svg), 'MaxPool2D 7×7×512').height).toBeCloseTo(150 * Math.sqrt(7 / 224), 1);
  const linear = await svgOf(TEMPLATES.vgg16.build(), { ...FIGURE, scale: 'linear' });
  expect(boxNamed(parsed(linear), 'MaxPool2D 7×7×512').height).toBeCloseTo((150 * 7) / 224, 1);
  expect(linear).toContain('50 px of height and width');
});

test('activations, normalizations and flatten are no blocks of their own, and are named with the layer before', async () => {
  const root = parsed(await svgOf(TEMPLATES['tiny-resnet'].build(), FIGURE));
  const names = [...root.querySelectorAll('g > title')].map((each) => each.textContent ?? '');
  expect(names.filter((name) => /^(ReLU|BatchNormalization|Softmax)/.test(name))).toEqual([]);
  expect(names.filter((name) => name.startsWith('Add'))).toHaveLength(3);
  const texts = [...root.querySelectorAll('text')].map((each) => each.textContent);
  expect(texts).toContain('3×3, BN, ReLU');
  const lenet = parsed(await svgOf(TEMPLATES.lenet5.build(), FIGURE));
  expect([...lenet.querySelectorAll('g > title')].some(({ textContent }) => textContent?.startsWith('Flatten'))).toBe(
    false,
  );
});

test('boxes of a figure do not overlap, whatever branches it has', async () => {
  for (const id of ['googlenet', 'inception-v3', 'unet', 'two-head'] as const) {
    const root = parsed(await svgOf(TEMPLATES[id].build(), FIGURE));
    const fronts = [...root.querySelectorAll('g > title')].flatMap((title) => {
      const front = title.parentElement?.querySelectorAll('path')[2]?.getAttribute('d') ?? '';
      const points = [...front.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      return points.length === 4
        ? [{ left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }]
        : [];
    });
    expect(fronts.length).toBeGreaterThan(5);
    const hits = fronts.flatMap((a, index) =>
      fronts
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(hits).toEqual([]);
  }
});

test('a design without any known shape has a figure that says so', async () => {
  const empty = { ...TEMPLATES.lenet5.build(), nodes: {}, edges: {}, outputs: [] };
  expect(parsed(await svgOf(empty, FIGURE)).textContent).toContain('No layer has a known shape yet.');
});
