import { isHollow, LINE_COLORS, lookOf, markPath } from '@/lib/runs/chart/line-look';
import type { Scene } from '@/lib/runs/chart/scene';
import { escapeXml } from '@/lib/pictures/xml';

/** What the picture says in words. */
export interface ChartWords {
  readonly title: string;
  readonly xTitle: string;
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  /** Of every line, in their order. */
  readonly names: readonly string[];
}

export const LEGEND_ROW = 18;
const TITLE = 28;
/** On white, as in a paper or a report. */
const INK = { text: '#1a1e26', soft: '#535b69', grid: '#dfe2e9', ground: '#ffffff' };
/** Fonts that a system has: a picture in a file fetches none. */
const FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

export interface ChartPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The chart with its title and legend as a picture of its own. */
export function chartSvg(scene: Scene, words: ChartWords): ChartPicture {
  const { width, plot } = scene;
  const height = TITLE + scene.height + 22 + scene.lines.length * LEGEND_ROW + 8;
  const text = (at: readonly [number, number], content: string, more = '') =>
    `<text x="${at[0]}" y="${at[1]}" font-size="11" fill="${INK.soft}"${more}>${escapeXml(content)}</text>`;
  const bottom = plot.top + plot.height;
  const grid = [
    ...scene.yTicks.flatMap(({ at, value }) => [
      `<path d="M${plot.left} ${at}h${plot.width}" stroke="${INK.grid}"/>`,
      text([plot.left - 6, at + 4], words.yText(value), ' text-anchor="end"'),
    ]),
    ...scene.xTicks.flatMap(({ at, value }) => [
      `<path d="M${at} ${plot.top}v${plot.height}" stroke="${INK.grid}"/>`,
      text([at, bottom + 15], words.xText(value), ' text-anchor="middle"'),
    ]),
    text([plot.left + plot.width / 2, bottom + 33], words.xTitle, ' text-anchor="middle"'),
  ];
  const legendTop = scene.height + 26;
  const legend = scene.lines.map(({ look }, index) => {
    const y = legendTop + index * LEGEND_ROW;
    const line = lineSvg(look, { path: `M${plot.left} ${y}h26`, marks: [[plot.left + 13, y]] });
    return `${line}${text([plot.left + 34, y + 4], words.names[index] ?? '', ` fill-opacity="1"`)}`;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(FONT)}">`,
    `<title>${escapeXml(words.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${INK.ground}"/>`,
    `<text x="${plot.left}" y="18" font-size="13" font-weight="600" fill="${INK.text}">${escapeXml(words.title)}</text>`,
    `<clipPath id="plot"><rect x="${plot.left}" y="${plot.top}" width="${plot.width}" height="${plot.height}"/></clipPath>`,
    `<g transform="translate(0 ${TITLE})">`,
    ...grid,
    `<g clip-path="url(#plot)">`,
    ...scene.lines.map(({ look, band }) => `<path d="${band}" fill="${colorOf(look)}" fill-opacity="0.16"/>`),
    ...scene.lines.map(
      ({ look, raw }) => `<path d="${raw}" fill="none" stroke="${colorOf(look)}" stroke-opacity="0.22"/>`,
    ),
    ...scene.lines.map(({ look, path, marks }) => lineSvg(look, { path, marks })),
    '</g>',
    ...legend,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
  return { svg, width, height };
}

interface Drawn {
  readonly path: string;
  readonly marks: readonly (readonly [number, number])[];
}

function lineSvg(place: number, { path, marks }: Drawn): string {
  const { dash, mark } = lookOf(place);
  const color = colorOf(place);
  const fill = isHollow(mark) ? INK.ground : color;
  const shapes = marks.map((at) => markPath(mark, at)).join('');
  return [
    `<path d="${path}" fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dash === '' ? 'none' : dash}"/>`,
    `<path d="${shapes}" fill="${fill}" stroke="${color}" stroke-width="1.5"/>`,
  ].join('');
}

function colorOf(place: number): string {
  return LINE_COLORS.light[lookOf(place).color] ?? INK.text;
}
