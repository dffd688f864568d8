import { classMiddles, fitPoints, MOST_NAMES } from '@/components/inspect/map/draw-map';
import type { DataMap } from '@/components/inspect/map/map-store';
import { isHollow, LINE_COLORS, lookOf, markPath } from '@/lib/runs/chart/line-look';
import { csvText } from '@/lib/core/csv';
import { escapeXml } from '@/lib/pictures/xml';

export interface MapWords {
  readonly title: string;
  /** What it is of, how it was made. */
  readonly facts: string;
  readonly names: readonly string[];
}

const SIDE = 760;
const TITLE = 50;
const LEGEND_ROW = 18;
const COLUMNS = 5;
const INK = { text: '#1a1e26', soft: '#535b69', ground: '#ffffff', frame: '#dfe2e9' };
const FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

/** The map with its legend as a picture of its own, on white. */
export function mapSvg({ points, labels }: DataMap, { title, facts, names }: MapWords) {
  const placed = fitPoints(points, SIDE, SIDE);
  const used = [...new Set(labels)].sort((a, b) => a - b);
  const rows = Math.ceil(used.length / COLUMNS);
  const height = TITLE + SIDE + 14 + rows * LEGEND_ROW + 10;
  const at = (index: number): string => `${(placed.xs[index] ?? 0).toFixed(1)} ${(placed.ys[index] ?? 0).toFixed(1)}`;
  const marks = Array.from({ length: points.length / 2 }, (_, index) => {
    return `<g transform="translate(${at(index)})">${markSvg(labels[index] ?? 0)}</g>`;
  });
  const middles = names.length > MOST_NAMES ? [] : [...classMiddles(placed, labels)];
  const captions = middles.map(
    ([label, [x, y]]) =>
      `<text x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}" text-anchor="middle" font-size="13" font-weight="600" fill="${INK.text}" stroke="${INK.ground}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escapeXml(names[label] ?? String(label))}</text>`,
  );
  const legend = used.map((label, index) => {
    const x = 20 + (index % COLUMNS) * ((SIDE - 20) / COLUMNS);
    const y = TITLE + SIDE + 22 + Math.floor(index / COLUMNS) * LEGEND_ROW;
    return `<g transform="translate(${x} ${y})">${markSvg(label)}</g><text x="${x + 12}" y="${y + 4}" font-size="12" fill="${INK.text}">${escapeXml(names[label] ?? String(label))}</text>`;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${height}" viewBox="0 0 ${SIDE} ${height}" font-family="${escapeXml(FONT)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${SIDE}" height="${height}" fill="${INK.ground}"/>`,
    `<text x="14" y="22" font-size="15" font-weight="600" fill="${INK.text}">${escapeXml(title)}</text>`,
    `<text x="14" y="40" font-size="11" fill="${INK.soft}">${escapeXml(facts)}</text>`,
    `<rect x=".5" y="${TITLE}" width="${SIDE - 1}" height="${SIDE}" fill="none" stroke="${INK.frame}"/>`,
    `<g transform="translate(0 ${TITLE})">`,
    ...marks,
    ...captions,
    '</g>',
    ...legend,
    '</svg>',
    '',
  ].join('\n');
  return { svg, width: SIDE, height };
}

function markSvg(label: number): string {
  const { color, mark } = lookOf(label);
  const paint = LINE_COLORS.light[color] ?? INK.text;
  const path = markPath(mark, [0, 0]);
  return isHollow(mark)
    ? `<path d="${path}" fill="none" stroke="${paint}" stroke-width="1.4"/>`
    : `<path d="${path}" fill="${paint}"/>`;
}

/** A row for each sample: its number in the part of the data, its class, and where it is. */
export function mapCsv({ points, samples, labels }: DataMap, names: readonly string[]): string {
  const rows = samples.map((sample, index) => {
    const label = labels[index];
    const truth = label === undefined ? '' : (names[label] ?? String(label));
    return [String(sample), truth, String(points[index * 2] ?? 0), String(points[index * 2 + 1] ?? 0)];
  });
  return csvText([['sample', 'class', 'x', 'y'], ...rows]);
}
