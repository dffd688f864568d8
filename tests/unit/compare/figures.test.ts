import { readFileSync } from 'node:fs';
import { alongDepth } from '@/lib/analysis/compare/figures';
import { buildVgg } from '@/lib/document/templates/vgg';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { compareMessages } from '@/lib/messages/compare';
import { comparisonFigure } from '@/components/compare/figure/comparison-figure';
import { depthPicture } from '@/components/compare/figure/depth-picture';
import { depthSummary, depthWords, scatterPoints } from '@/components/compare/figure/figure-words';
import type { Mark } from '@/components/compare/figure/marks';
import { needsLog, scatterPicture } from '@/components/compare/figure/scatter-picture';
import { PAPER, svgText } from '@/components/compare/figure/svg-text';
import { compared } from '../analysis/compare/subjects';
import { change } from '../analysis/designs';

const words = compareMessages.en;
const vgg = compared([buildVgg('VGG-16'), buildLenet5()]);
const only = <K extends Mark['kind']>(marks: readonly Mark[], kind: K) =>
  marks.filter((mark): mark is Extract<Mark, { kind: K }> => mark.kind === kind);

describe('the picture of a depth', () => {
  const points = alongDepth(vgg, 0, 'params');
  const { marks } = depthPicture(points, depthWords(words, 'en', 'params'));

  it('has a bar for each of the sixteen layers with parameters, the first dense one by far the tallest', () => {
    const bars = only(marks, 'rect');
    expect(bars).toHaveLength(16);
    const tallest = bars.reduce((best, bar) => (bar.size[1] > best.size[1] ? bar : best));
    // 102.8 of 138.4 million.
    expect(tallest.title).toBe('Dense (dense_1): 102,764,544, 74.3\u00a0%');
    expect(tallest.ink).toBe('family-dense');
  });

  it('draws the sum so far up to the top', () => {
    const sums = only(marks, 'line').find(({ ink }) => ink === 'accent');
    expect(sums?.points.at(-1)?.[1]).toBe(8);
    const heights = sums?.points.map(([, y]) => y) ?? [];
    expect(heights.every((y, index) => index === 0 || y <= (heights[index - 1] ?? 0) + 1e-9)).toBe(true);
  });

  it('is told in one sentence', () => {
    expect(depthSummary('VGG-16', points, { words, locale: 'en', figure: 'params' })).toBe(
      'VGG-16: 138,357,544 in all; the most in Dense (dense_1), 74.3\u00a0%',
    );
    expect(depthSummary('X', [], { words, locale: 'en', figure: 'params' })).toBe('X: nothing to count');
  });
});

describe('the scatter', () => {
  const compact = { params: 'Parameters', macs: 'MACs', compact: String };

  it('is logarithmic where values lie far apart, in decades', () => {
    const { points } = scatterPoints(vgg.designs);
    expect(needsLog(points)).toBe(true);
    const dots = only(scatterPicture(points, compact).marks, 'dot');
    const ticks = only(scatterPicture(points, compact).marks, 'text').map(({ text }) => text);
    expect(ticks).toEqual(expect.arrayContaining(['10000', '100000', '100000000', '1000000000']));
    expect((dots[0]?.at[0] ?? 0) > (dots[1]?.at[0] ?? 0)).toBe(true);
    expect(
      needsLog([
        { name: 'a', params: 10, macs: 5 },
        { name: 'b', params: 12, macs: 9 },
      ]),
    ).toBe(false);
  });

  it('lays no name over another', () => {
    const points = ['VGG-11', 'VGG-13', 'VGG-16', 'VGG-19'].map((name, index) => ({
      name,
      params: 1e8 + index * 1e5,
      macs: 1e9 + index * 1e6,
    }));
    const labels = only(scatterPicture(points, compact).marks, 'text').filter(({ isBold }) => isBold);
    expect(labels).toHaveLength(4);
    for (const [index, { at }] of labels.entries()) {
      for (const other of labels.slice(index + 1)) {
        expect(Math.abs(at[0] - other.at[0]) > 40 || Math.abs(at[1] - other.at[1]) > 12).toBe(true);
      }
    }
  });

  it('leaves out what is not fully known', () => {
    const broken = change(buildLenet5(), { kind: 'set-param', node: 'conv2d_2', param: 'kernelSize', value: [40, 40] });
    expect(scatterPoints(compared([buildLenet5(), broken]).designs).missing).toEqual(['LeNet-5 (2)']);
  });
});

describe('the figure as a file', () => {
  it('holds the ratios, the totals and three pictures of every design', () => {
    const svg = svgText(comparisonFigure(vgg, { words, locale: 'en' }), 'A <title> & more');
    expect(svg).toContain('<title>A &lt;title&gt; &amp; more</title>');
    expect(svg).toContain('LeNet-5 has 0.00045 × VGG-16’s parameters');
    expect(svg).toContain('138,357,544');
    for (const caption of ['Parameters along', 'MACs along', 'Memory of the']) expect(svg).toContain(caption);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|url\(|href|var\(/);
  });

  it('keeps everything inside its edges', () => {
    const six = compared(
      ['VGG-11', 'VGG-13', 'VGG-16', 'VGG-19', 'VGG-11', 'VGG-16'].map((name) => buildVgg(name as 'VGG-11')),
    );
    const { width, height, marks } = comparisonFigure(six, { words, locale: 'en' });
    for (const mark of marks) {
      const spots = mark.kind === 'line' ? mark.points : [mark.at];
      for (const [x, y] of spots) {
        expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
      }
    }
  });

  it('has the colours of the light theme', () => {
    const theme = readFileSync('app/theme.css', 'utf8').split("[data-theme='dark']")[0] ?? '';
    for (const [ink, color] of Object.entries(PAPER)) expect(theme).toContain(`--${ink}: ${color};`);
  });
});
