import { line, text, type Mark, type Picture, type Spot } from '@/components/compare/figure/marks';

export interface ScatterPoint {
  readonly name: string;
  readonly params: number;
  readonly macs: number;
}

export interface ScatterWords {
  readonly params: string;
  readonly macs: string;
  /** A number in few characters: "138 M". */
  readonly compact: (value: number) => string;
}

export const SCATTER_SIZE = { width: 480, height: 320 } as const;
const PLOT = { left: 64, right: 24, top: 28, bottom: 44 } as const;

/** From here on, the largest value over the smallest, small ones would lie on top of each other. */
const WIDE_SPAN = 20;
const LABEL_SIZE = 12;
/** What a letter takes on average, in shares of the size of its font. */
const LETTER = 0.66;

interface Scale {
  readonly ticks: readonly number[];
  /** In [0, 1]. */
  readonly at: (value: number) => number;
}

/** Whether the points lie so far apart that both axes are better logarithmic. */
export function needsLog(points: readonly ScatterPoint[]): boolean {
  const spans = [points.map(({ params }) => params), points.map(({ macs }) => macs)].map(
    (values) => Math.max(...values) / Math.min(...values),
  );
  return spans.some((span) => span >= WIDE_SPAN);
}

/** A dot with its name per design; all values are above 0. */
export function scatterPicture(points: readonly ScatterPoint[], words: ScatterWords): Picture {
  const { width, height } = SCATTER_SIZE;
  const scaleOf = needsLog(points) ? logScale : linearScale;
  const [across, up] = [scaleOf(points.map(({ params }) => params)), scaleOf(points.map(({ macs }) => macs))];
  const x = (value: number) => PLOT.left + (width - PLOT.left - PLOT.right) * across.at(value);
  const y = (value: number) => height - PLOT.bottom - (height - PLOT.top - PLOT.bottom) * up.at(value);
  const grid = [
    ...across.ticks.flatMap((tick) => [
      vertical(x(tick)),
      text([x(tick), height - PLOT.bottom + 16], words.compact(tick), { anchor: 'middle' }),
    ]),
    ...up.ticks.flatMap((tick) => [
      horizontal(y(tick)),
      text([PLOT.left - 8, y(tick) + 4], words.compact(tick), { anchor: 'end' }),
    ]),
  ];
  const titles = [
    text([(PLOT.left + width - PLOT.right) / 2, height - 8], words.params, { anchor: 'middle', ink: 'text' }),
    text([8, 16], words.macs, { ink: 'text' }),
  ];
  const spots = points.map(({ params, macs }): Spot => [x(params), y(macs)]);
  const dots = spots.map((at): Mark => ({ kind: 'dot', at, radius: 5, ink: 'accent' }));
  const names = points.map(({ name }) => name);
  return { width, height, marks: [...grid, ...titles, ...dots, ...placeLabels(names, spots)] };
}

function vertical(x: number): Mark {
  return line(
    [
      [x, PLOT.top],
      [x, SCATTER_SIZE.height - PLOT.bottom],
    ],
    'border',
  );
}

function horizontal(y: number): Mark {
  return line(
    [
      [PLOT.left, y],
      [SCATTER_SIZE.width - PLOT.right, y],
    ],
    'border',
  );
}

/** Whole decades, and a little room beside the outermost values. */
function logScale(values: readonly number[]): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)) - 0.1);
  const high = Math.ceil(Math.log10(Math.max(...values)) + 0.1);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return { ticks, at: (value) => (Math.log10(value) - low) / (high - low) };
}

/** From 0, with about five ticks at 1, 2 or 5 times a power of ten. */
function linearScale(values: readonly number[]): Scale {
  const largest = Math.max(...values) * 1.05;
  const power = 10 ** Math.floor(Math.log10(largest / 4));
  const step = power * ([1, 2, 5, 10].find((times) => largest / (power * times) <= 5) ?? 10);
  const count = Math.ceil(largest / step);
  return {
    ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
    at: (value) => value / (count * step),
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Each name beside its dot where it covers no other name or dot and stays in the picture: right, left, above or below. */
function placeLabels(names: readonly string[], spots: readonly Spot[]): readonly Mark[] {
  const dots = spots.map(([x, y]): Box => ({ left: x - 6, top: y - LABEL_SIZE / 2, width: 12 }));
  const placed: Box[] = [];
  return names.map((name, index) => {
    const [x, y] = spots[index] ?? [0, 0];
    const width = name.length * LABEL_SIZE * LETTER;
    const places: readonly Box[] = [
      { left: x + 9, top: y - LABEL_SIZE / 2, width },
      { left: x - 9 - width, top: y - LABEL_SIZE / 2, width },
      { left: x - width / 2, top: y - 9 - LABEL_SIZE, width },
      { left: x - width / 2, top: y + 9, width },
      { left: x + 9, top: y - 10 - LABEL_SIZE, width },
      { left: x + 9, top: y + 10, width },
    ];
    const others = dots.filter((_, dot) => dot !== index);
    const isFree = (box: Box) =>
      box.left >= 2 &&
      box.left + box.width <= SCATTER_SIZE.width - 2 &&
      [...placed, ...others].every((other) => !overlap(box, other));
    const place = places.find(isFree) ?? places[0];
    if (place === undefined) throw new Error('there are always places');
    placed.push(place);
    return text([place.left, place.top + LABEL_SIZE - 2], name, { size: LABEL_SIZE, ink: 'text', isBold: true });
  });
}

function overlap(a: Box, b: Box): boolean {
  const isBeside = a.left + a.width <= b.left || b.left + b.width <= a.left;
  return !isBeside && Math.abs(a.top - b.top) < LABEL_SIZE + 1;
}
