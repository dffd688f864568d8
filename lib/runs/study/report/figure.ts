import { makeScene, type Line, type Scene } from '@/lib/runs/chart/scene';
import { isHollow, LINE_COLORS, lookOf, markPath } from '@/lib/runs/chart/line-look';

export interface FigureWords {
  readonly title: string;
  readonly epoch: string;
  readonly formatValue: (value: number) => string;
}

const WIDTH = 640;
const HEIGHT = 320;
const LEGEND_ROW = 18;
const FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";
const [TEXT, GRID] = ['#535b69', '#dfe2e9'];

/** The curves as an SVG of its own, on white, with the names of the lines below; no scripts, no fonts to fetch. */
export function figureSvg(lines: readonly Line[], words: FigureWords): string {
  const scene = epochScene(lines, { width: WIDTH, height: HEIGHT });
  const height = HEIGHT + 18 + Math.ceil(lines.length / 2) * LEGEND_ROW + 6;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"` +
      ` role="img" font-family="${escapeXml(FONT)}" font-size="11">`,
    `<title>${escapeXml(words.title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...axes(scene, words),
    ...scene.lines.flatMap(({ band, look }) =>
      band === '' ? [] : [`<path d="${band}" fill="${colorOf(look)}" fill-opacity="0.14"/>`],
    ),
    ...scene.lines.flatMap(lineMarkup),
    ...lines.map(({ key, look }, at) => legendMarkup(key, look, at)),
    '</svg>',
  ].join('\n');
}

/** Epochs are whole: the axis begins at the first and has no half one. */
export function epochScene(
  lines: readonly Line[],
  { width, height }: { readonly width: number; readonly height: number },
): Scene {
  const end = Math.max(1, ...lines.map(({ series }) => series.xs.at(-1) ?? 0));
  const scene = makeScene({ lines, window: [Math.min(1, end - 1), end], yKind: 'linear', width, height });
  return { ...scene, xTicks: scene.xTicks.filter(({ value }) => Number.isInteger(value)) };
}

function axes({ plot, xTicks, yTicks }: Scene, { epoch, formatValue }: FigureWords): readonly string[] {
  const [right, bottom] = [plot.left + plot.width, plot.top + plot.height];
  return [
    ...yTicks.flatMap(({ value, at }) => [
      `<path d="M${plot.left} ${at}H${right}" stroke="${GRID}"/>`,
      `<text x="${plot.left - 6}" y="${at + 4}" text-anchor="end" fill="${TEXT}">${escapeXml(formatValue(value))}</text>`,
    ]),
    ...xTicks.map(
      ({ value, at }) => `<text x="${at}" y="${bottom + 16}" text-anchor="middle" fill="${TEXT}">${value}</text>`,
    ),
    `<path d="M${plot.left} ${plot.top}V${bottom}H${right}" fill="none" stroke="#858d9b"/>`,
    `<text x="${right}" y="${bottom + 32}" text-anchor="end" fill="${TEXT}">${escapeXml(epoch)}</text>`,
  ];
}

/** A report lies on white. */
function colorOf(look: number): string {
  return LINE_COLORS.light[lookOf(look).color] ?? '#1a1e26';
}

function strokeOf(look: number): string {
  const { dash } = lookOf(look);
  return `fill="none" stroke="${colorOf(look)}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`;
}

function marksMarkup(look: number, places: readonly (readonly [number, number])[]): string {
  const { mark } = lookOf(look);
  const fill = isHollow(mark) ? '#ffffff' : colorOf(look);
  return `<path d="${places.map((at) => markPath(mark, at)).join('')}" fill="${fill}" stroke="${colorOf(look)}" stroke-width="1.5"/>`;
}

function lineMarkup({ path, look, marks }: Scene['lines'][number]): readonly string[] {
  return [`<path d="${path}" ${strokeOf(look)}/>`, marksMarkup(look, marks)];
}

function legendMarkup(name: string, look: number, at: number): string {
  const x = 50 + (at % 2) * 290;
  const y = HEIGHT + 18 + Math.floor(at / 2) * LEGEND_ROW + 8;
  return (
    `<path d="M${x} ${y}h28" ${strokeOf(look)}/>${marksMarkup(look, [[x + 14, y]])}` +
    `<text x="${x + 36}" y="${y + 4}" fill="#1a1e26">${escapeXml(name)}</text>`
  );
}

/** Names are people's own; characters that no XML may hold are left out. */
export function escapeXml(words: string): string {
  return words
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
