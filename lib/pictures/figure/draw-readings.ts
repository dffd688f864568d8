import type { Position } from '@/lib/document/document';
import type { Pair } from '@/lib/layers/fields';
import { placesOf, regionRead } from '@/lib/layers/reach';
import { onLeftFace, onRightFace, type PlacedBox } from '@/lib/pictures/figure/boxes';
import type { PlacedGroup } from '@/lib/pictures/figure/place-groups';
import { element, rounded } from '@/lib/pictures/xml';

interface Ink {
  readonly line: string;
  readonly window: string;
}

/** Where on the map the unit stands whose window is drawn: not in a corner, where padding would cut it. */
const UNIT = { down: 0.42, along: 0.42 };

/**
 * How the group behind reads the map before it: the window of one of its units on the map's face, with dotted lines to
 * that unit; of a dense layer the whole map with lines to both ends. Null where nothing is known of it.
 */
export function drawReading(from: PlacedGroup, to: PlacedGroup, ink: Ink): string | null {
  const source = from.boxes.at(-1) ?? from.boxes[0];
  const target = to.boxes[0];
  const [before, block] = [from.group.blocks.at(-1), to.group.blocks[0]];
  if (before === undefined || before.kind === 'junction' || block.kind === 'junction') return null;
  if (block.kind === 'vector') return drawFan(source, target, ink);
  if (before.kind === 'vector' || block.reading === null) return null;
  const [input, output] = [placesOf(block.reading.input), placesOf(block.shape)];
  if (input === null || output === null || block.reading.reach === 'pointwise') return null;
  const unit = [Math.floor((output[0] - 1) * UNIT.down), Math.floor((output[1] - 1) * UNIT.along)] as const;
  const region = regionRead(block.reading.reach, input, unit);
  if (region === null) return null;
  const [top, bottom] = shares(region, input, 0);
  const [near, far] = shares(region, input, 1);
  const window = [
    onRightFace(source, top, near),
    onRightFace(source, top, far),
    onRightFace(source, bottom, far),
    onRightFace(source, bottom, near),
  ];
  const end = onLeftFace(target, (unit[0] + 0.5) / output[0], (unit[1] + 0.5) / output[1]);
  return [
    element('path', {
      d: outline(window),
      fill: ink.window,
      'fill-opacity': 0.55,
      stroke: ink.line,
      'stroke-width': 0.9,
    }),
    ...window.map((corner) => dotted(corner, end, ink)),
    element('circle', { cx: end.x, cy: end.y, r: 1.6, fill: ink.line }),
  ].join('');
}

/** Every value of the one reaches every value of the other. */
function drawFan(source: PlacedBox, target: PlacedBox, ink: Ink): string {
  const ends = [0, 1].flatMap((down) =>
    [0, 1].map((along) => dotted(onRightFace(source, down, along), onLeftFace(target, down, along), ink)),
  );
  return ends.join('');
}

/** First and last place of the region along one axis as shares of the map; what hangs over the border is left out. */
function shares(
  { first, last }: { readonly first: Pair; readonly last: Pair },
  input: Pair,
  axis: 0 | 1,
): readonly [number, number] {
  const size = input[axis];
  return [Math.max(first[axis], 0) / size, Math.min(last[axis] + 1, size) / size];
}

function dotted(from: Position, to: Position, { line }: Ink): string {
  return element('path', {
    d: `M${rounded(from.x)},${rounded(from.y)}L${rounded(to.x)},${rounded(to.y)}`,
    fill: 'none',
    stroke: line,
    'stroke-width': 0.8,
    'stroke-dasharray': '2 2',
  });
}

export function outline(corners: readonly Position[]): string {
  return `M${corners.map(({ x, y }) => `${rounded(x)},${rounded(y)}`).join('L')}Z`;
}
