import { ICON_SHAPES, type IconShape } from '@/lib/layers/icon-shapes';
import type { IconName } from '@/lib/layers/icon-name';
import { element } from '@/lib/pictures/xml';

interface IconPlace {
  /** Left upper corner. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
}

/** Of a block: layers upon each other. */
const STACK: readonly IconShape[] = [['path', { d: 'M12 3 3 8l9 5 9-5zM3 12.5l9 5 9-5M3 17l9 5 9-5' }]];

/** A layer's picture; null: that of a block. */
export function drawIcon(name: IconName | null, { x, y, size, colour }: IconPlace): string {
  const shapes = name === null ? STACK : ICON_SHAPES[name];
  const lines = { fill: 'none', stroke: colour, 'stroke-width': 1.8, 'stroke-linecap': 'round' };
  return element(
    'g',
    { transform: `translate(${x} ${y}) scale(${size / 24})`, color: colour, ...lines, 'stroke-linejoin': 'round' },
    shapes.map(([tag, attributes]) => element(tag, namedAsInSvg(attributes))),
  );
}

/** strokeWidth → stroke-width. */
function namedAsInSvg(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = Object.entries(attributes).map(
    ([name, value]) => [name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value] as const,
  );
  return Object.fromEntries(names);
}
