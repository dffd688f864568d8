import { classLook, HOLLOW_WIDTH } from '@/components/inspect/map/class-look';
import type { DataMap } from '@/components/inspect/map/data-map';
import { clarityOf, EDGE_WIDTH, MARK_REACH, MOST_NAMES } from '@/components/inspect/map/draw-map';
import { csvText } from '@/lib/core/csv';
import { placedIn, type MapView } from '@/lib/inspect/map/map-view';
import { classMiddles, fitPoints, pointsWithin, type Frame, type Placed } from '@/lib/inspect/map/place-points';
import { escapeXml } from '@/lib/pictures/xml';

export interface MapWords {
  readonly title: string;
  /** What it is of, how it was made. */
  readonly facts: string;
  /** What it says of a part of the map with so many samples in it. */
  readonly part: (inside: number) => string;
  readonly names: readonly string[];
}

const SIDE = 760;
const TITLE = 50;
const LINE = 16;
const LEGEND_ROW = 18;
const COLUMNS = 5;
const INK = { text: '#1a1e26', soft: '#535b69', ground: '#ffffff', frame: '#dfe2e9' };
const FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

/** What is seen of a map on the page. */
export interface MapSight {
  readonly view: MapView;
  readonly frame: Frame;
  /** The class that stands out; null: none. */
  readonly shown: number | null;
}

/** What is seen of the map, with its legend, as a picture of its own, on white. The whole of it is a square. */
export function mapSvg({ points, labels }: DataMap, sight: MapSight, { title, facts, part, names }: MapWords) {
  const { placed, frame } = pictured(points, sight);
  const inside = pointsWithin(placed, frame);
  const lines = sight.view.scale === 1 ? [facts] : [facts, part(inside.length)];
  const top = TITLE + (lines.length - 1) * LINE;
  const used = [...new Set(labels)].sort((a, b) => a - b);
  const bottom = top + frame.height;
  const height = Math.round(bottom + 14 + Math.ceil(used.length / COLUMNS) * LEGEND_ROW + 10);
  const marks = pointsWithin(placed, frame, MARK_REACH).map((index) => {
    const label = labels[index] ?? 0;
    const at = `${(placed.xs[index] ?? 0).toFixed(1)} ${(placed.ys[index] ?? 0).toFixed(1)}`;
    return `<g transform="translate(${at})" opacity="${clarityOf(label, sight.shown)}">${markSvg(label)}</g>`;
  });
  const middles = names.length > MOST_NAMES ? [] : [...classMiddles(placed, labels, inside)];
  const captions = middles
    .filter(([label]) => sight.shown === null || sight.shown === label)
    .map(([label, at]) => captionSvg(at, names[label] ?? String(label)));
  const legend = used.map((label, index) => {
    const x = 20 + (index % COLUMNS) * ((SIDE - 20) / COLUMNS);
    const y = bottom + 22 + Math.floor(index / COLUMNS) * LEGEND_ROW;
    return `<g transform="translate(${x} ${y})">${markSvg(label)}</g><text x="${x + 12}" y="${y + 4}" font-size="12" fill="${INK.text}">${escapeXml(names[label] ?? String(label))}</text>`;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${height}" viewBox="0 0 ${SIDE} ${height}" font-family="${escapeXml(FONT)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${SIDE}" height="${height}" fill="${INK.ground}"/>`,
    `<text x="14" y="22" font-size="15" font-weight="600" fill="${INK.text}">${escapeXml(title)}</text>`,
    ...lines.map(
      (line, index) =>
        `<text x="14" y="${40 + index * LINE}" font-size="11" fill="${INK.soft}">${escapeXml(line)}</text>`,
    ),
    `<rect x=".5" y="${top}" width="${SIDE - 1}" height="${frame.height}" fill="none" stroke="${INK.frame}"/>`,
    // A picture of its own within the picture: what reaches beyond the frame is cut off there.
    `<svg y="${top}" width="${SIDE}" height="${frame.height}">`,
    ...marks,
    ...captions,
    '</svg>',
    ...legend,
    '</svg>',
    '',
  ].join('\n');
  return { svg, width: SIDE, height };
}

/** Where the points are in the picture: a part of a map has the edges that it has on the page. */
function pictured(points: Float32Array, { view, frame }: MapSight): { readonly placed: Placed; readonly frame: Frame } {
  if (view.scale === 1) {
    const square = { width: SIDE, height: SIDE };
    return { placed: fitPoints(points, square), frame: square };
  }
  const factor = SIDE / frame.width;
  const { xs, ys } = placedIn(view, fitPoints(points, frame));
  const placed = { xs: xs.map((x) => x * factor), ys: ys.map((y) => y * factor) };
  return { placed, frame: { width: SIDE, height: Math.round(frame.height * factor) } };
}

function captionSvg([x, y]: readonly [number, number], name: string): string {
  return `<text x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}" text-anchor="middle" font-size="13" font-weight="600" fill="${INK.text}" stroke="${INK.ground}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escapeXml(name)}</text>`;
}

function markSvg(label: number): string {
  const { color, path, isHollow } = classLook(label, 'light');
  return isHollow
    ? `<path d="${path}" fill="none" stroke="${color}" stroke-width="${HOLLOW_WIDTH}"/>`
    : `<path d="${path}" fill="${color}" stroke="${INK.ground}" stroke-width="${EDGE_WIDTH}" paint-order="stroke"/>`;
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
