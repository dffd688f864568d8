import { drawIcon } from '@/lib/pictures/canvas/draw-icon';
import { LABEL_TYPE, LINE_HEIGHT } from '@/lib/pictures/figure/block-label';
import { facesOf, JUNCTION, type PlacedBox } from '@/lib/pictures/figure/boxes';
import { outline } from '@/lib/pictures/figure/draw-readings';
import type { FigureOptions } from '@/lib/pictures/figure/figure-options';
import type { FigureBlock } from '@/lib/pictures/figure/fold-layers';
import { boxInk, type BoxInk } from '@/lib/pictures/figure/ink';
import { labelTop, type PlacedGroup } from '@/lib/pictures/figure/place-groups';
import { PALETTES } from '@/lib/pictures/palette';
import { element, escapeXml } from '@/lib/pictures/xml';

type Look = Pick<FigureOptions, 'theme' | 'colours'>;

/** The boxes of a group, the right ones before the left ones: one looks at them from the right. */
export function drawBoxes({ group, boxes }: PlacedGroup, { theme, colours }: Look): string {
  const drawn = group.blocks.map((block, index) => {
    const box = boxes[index];
    if (box === undefined) return '';
    const ink = boxInk(block.family, theme, colours);
    const name = element('title', {}, escapeXml(`${block.title} ${block.shape.join('×')}`));
    return element('g', {}, [name, block.kind === 'junction' ? drawJunction(block, box, ink) : drawBox(box, ink)]);
  });
  return drawn.join('');
}

function drawBox(box: PlacedBox, { line, front, top, side }: BoxInk): string {
  const faces = facesOf(box);
  return [
    element('path', { d: outline(faces.top), fill: top }),
    element('path', { d: outline(faces.side), fill: side }),
    element('path', { d: outline(faces.front), fill: front }),
    // One path for all lines: joined corners, and half the file.
    element('path', {
      d: outline(faces.top) + outline(faces.side) + outline(faces.front),
      fill: 'none',
      stroke: line,
      'stroke-width': 0.9,
      'stroke-linejoin': 'round',
    }),
  ].join('');
}

function drawJunction({ icon }: FigureBlock, { x, y }: PlacedBox, { line, side }: BoxInk): string {
  const middle = JUNCTION / 2;
  return [
    element('circle', { cx: x + middle, cy: y + middle, r: middle - 2.5, fill: side }),
    drawIcon(icon, { x, y, size: JUNCTION, colour: line }),
  ].join('');
}

export function drawLabel(placed: PlacedGroup, { theme, ground }: Pick<FigureOptions, 'theme' | 'ground'>): string {
  const { text, text2, surface } = PALETTES[theme];
  // Lines that pass below stay clear of the letters.
  const halo = ground === 'transparent' ? {} : { stroke: surface, 'stroke-width': 3, 'paint-order': 'stroke' };
  const x = (placed.bounds.left + placed.bounds.right) / 2;
  const lines = placed.label.map(({ text: line, kind }, index) =>
    element(
      'text',
      {
        x,
        y: labelTop(placed) + index * LINE_HEIGHT,
        'text-anchor': 'middle',
        'font-size': LABEL_TYPE[kind].size,
        'font-weight': kind === 'title' ? 600 : undefined,
        fill: kind === 'detail' ? text2 : text,
        ...halo,
      },
      escapeXml(line),
    ),
  );
  return lines.join('');
}
