import type { Document } from '@/lib/document/document';
import type { Analysis } from '@/lib/analysis/analysis';
import { sceneOf } from '@/lib/pictures/canvas/scene';
import { pathOf } from '@/lib/pictures/edge-path';
import { boundsOf } from '@/lib/pictures/figure/boxes';
import { LINE_HEIGHT } from '@/lib/pictures/figure/block-label';
import { drawBoxes, drawLabel } from '@/lib/pictures/figure/draw-groups';
import { drawReading } from '@/lib/pictures/figure/draw-readings';
import { drawScale } from '@/lib/pictures/figure/draw-scale';
import type { FigureOptions } from '@/lib/pictures/figure/figure-options';
import { foldLayers } from '@/lib/pictures/figure/fold-layers';
import { groupBlocks } from '@/lib/pictures/figure/group-blocks';
import {
  labelTop,
  placeGroups,
  type Bounds,
  type PlacedGroup,
  type PlacedGroups,
} from '@/lib/pictures/figure/place-groups';
import { findScales } from '@/lib/pictures/figure/scales';
import { findWays, tracksAbove, type Way } from '@/lib/pictures/figure/ways';
import { PALETTES, type Palette } from '@/lib/pictures/palette';
import { groundOf, sheet, type Picture } from '@/lib/pictures/picture';
import { textWidth } from '@/lib/pictures/text-width';
import { element, escapeXml } from '@/lib/pictures/xml';

const MARGIN = 20;
const SCALE_GAP = 26;

/**
 * The design as papers draw networks: every feature map as a cuboid to scale, vectors as bars, branches in lanes. After
 * Krizhevsky, Sutskever & Hinton, "ImageNet Classification with Deep Convolutional Neural Networks", NeurIPS 2012, fig. 2.
 */
export function figurePicture(document: Document, analysis: Analysis, options: FigureOptions): Picture {
  const palette = PALETTES[options.theme];
  const scene = sceneOf(document, analysis, options);
  const folded = foldLayers({ document, analysis, scene }, options.locale);
  const ground = groundOf(options, 'surface');
  if (folded.blocks.length === 0) return emptyPicture(document.name, ground, options);
  const graph = groupBlocks(folded);
  const scales = findScales(folded.blocks, options.scale);
  const placed = placeGroups(graph, { ...options, scales, tracks: (cells) => tracksAbove(graph.links, cells) });
  const ways = findWays(graph.links, placed);
  const groups = [...placed.groups.values()].sort((a, b) => a.bounds.left - b.bounds.left);
  const { readings, arrows } = drawWays(ways, placed, options);
  const extent = extentOf(groups, ways);
  const scale = drawScale(scales, options);
  const bottom = extent.bottom + (scale.marks.length === 0 ? 0 : SCALE_GAP + scale.height);
  const legend = element('g', { transform: `translate(${extent.left} ${extent.bottom + SCALE_GAP})` }, scale.marks);
  return sheet({
    left: extent.left - MARGIN,
    top: extent.top - MARGIN,
    width: Math.max(extent.right - extent.left, scale.width) + 2 * MARGIN,
    height: bottom - extent.top + 2 * MARGIN,
    title: document.name,
    ground,
    content: [
      ...arrows.map((way) => drawArrow(way, palette)),
      ...groups.map((group) => drawBoxes(group, options)),
      ...readings,
      ...groups.map((group) => drawLabel(group, options)),
      scale.marks.length === 0 ? '' : legend,
    ],
  });
}

interface DrawnWays {
  readonly readings: readonly string[];
  /** Those of which no window is drawn. */
  readonly arrows: readonly Way[];
}

function drawWays(ways: readonly Way[], { groups }: PlacedGroups, { theme, windows }: FigureOptions): DrawnWays {
  const { text, text2, families } = PALETTES[theme];
  const ink = { line: theme === 'light' ? text2 : text, window: families.convolution.soft };
  const readings: string[] = [];
  const arrows = ways.filter((way) => {
    const [from, to] = [groups.get(way.from), groups.get(way.to)];
    if (!windows || way.course !== 'straight' || from === undefined || to === undefined) return true;
    // Over a longer way the lines would pass for those of what stands between.
    const reading = to.column === from.column + 1 ? drawReading(from, to, ink) : null;
    if (reading !== null) readings.push(reading);
    return reading === null;
  });
  return { readings, arrows };
}

const HEAD = 6;

function drawArrow({ corners }: Way, { text2 }: Palette): string {
  const [end, before] = [corners.at(-1), corners.at(-2)];
  if (end === undefined || before === undefined) return '';
  const [dx, dy] = [Math.sign(Math.round(end.x - before.x)), Math.sign(Math.round(end.y - before.y))];
  const head =
    dy === 0
      ? `M${end.x - HEAD * dx},${end.y - HEAD / 2}L${end.x},${end.y}L${end.x - HEAD * dx},${end.y + HEAD / 2}Z`
      : `M${end.x - HEAD / 2},${end.y - HEAD * dy}L${end.x},${end.y}L${end.x + HEAD / 2},${end.y - HEAD * dy}Z`;
  const path = pathOf({ kind: 'around', corners });
  return (
    element('path', { d: path, fill: 'none', stroke: text2, 'stroke-width': 1.1 }) +
    element('path', { d: head, fill: text2 })
  );
}

function extentOf(groups: readonly PlacedGroup[], ways: readonly Way[]): Bounds {
  const all = [
    ...groups.flatMap(({ boxes }) => boxes.map(boundsOf)),
    ...groups.map(labelBounds),
    ...ways.flatMap(({ corners }) => corners.map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y }))),
  ];
  return all.reduce((whole, each) => ({
    left: Math.min(whole.left, each.left),
    right: Math.max(whole.right, each.right),
    top: Math.min(whole.top, each.top),
    bottom: Math.max(whole.bottom, each.bottom),
  }));
}

function labelBounds(placed: PlacedGroup): Bounds {
  const { bounds, label } = placed;
  const middle = (bounds.left + bounds.right) / 2;
  const half = Math.max(0, ...label.map(({ text }) => textWidth(text, { size: 11, weight: 'bold' }))) / 2;
  const bottom = label.length === 0 ? bounds.bottom : labelTop(placed) + (label.length - 1) * LINE_HEIGHT + 4;
  return { left: middle - half, right: middle + half, top: bounds.top, bottom };
}

function emptyPicture(title: string, ground: string | null, { theme, words }: FigureOptions): Picture {
  const note = { x: 20, y: 34, 'font-size': 13, fill: PALETTES[theme].text2 };
  const width = textWidth(words.nothing, { size: 13 }) + 40;
  const content = [element('text', note, escapeXml(words.nothing))];
  return sheet({ left: 0, top: 0, width, height: 56, title, ground, content });
}
