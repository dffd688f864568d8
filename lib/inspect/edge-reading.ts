/** A square kernel, channels last: `size` × `size` × `channels`. */
export interface Kernel {
  readonly size: number;
  readonly channels: number;
  readonly values: ArrayLike<number>;
}

export const COMPASS = [
  'right',
  'lower-right',
  'bottom',
  'lower-left',
  'left',
  'upper-left',
  'top',
  'upper-right',
] as const;
export type Compass = (typeof COMPASS)[number];
export const LINE_DIRECTIONS = ['horizontal', 'falling', 'vertical', 'rising'] as const;
/** 'falling': from the upper left to the lower right. */
export type LineDirection = (typeof LINE_DIRECTIONS)[number];

/** What a kernel answers to most; `share`: how much of its weights' squares that pattern makes up, from 0 to 1. */
export type EdgeReading =
  | { readonly kind: 'nothing' }
  /** Bright on the side named, dark on the other; `degrees` counterclockwise from the right. */
  | { readonly kind: 'edge'; readonly bright: Compass; readonly degrees: number; readonly share: number }
  | { readonly kind: 'line'; readonly isBright: boolean; readonly along: LineDirection; readonly share: number }
  | { readonly kind: 'spot'; readonly isBright: boolean; readonly share: number }
  /** The sum of all it sees. */
  | { readonly kind: 'average'; readonly isBright: boolean; readonly share: number }
  /** One colour against others; channels by number. */
  | { readonly kind: 'colour'; readonly forChannel: number; readonly against: number; readonly share: number }
  /** None of these is half of it; `closest` says most. */
  | { readonly kind: 'mixed'; readonly closest: Exclude<EdgeReading, { kind: 'nothing' | 'mixed' | 'colour' }> };

type Plain = Exclude<EdgeReading, { kind: 'nothing' | 'mixed' | 'colour' }>;

const LEAST_SHARE = 0.5;

/**
 * Which pattern of brightness a kernel fits best by least squares: its mean, a slope (the plane through it), a spot (what
 * depends on the distance from the centre only), a line (what bends along one axis), each orthogonal to the others on a
 * square grid; so the shares are of one sum. Null where it has no sides (1 × 1), or weights that are no numbers.
 */
export function readKernel(kernel: Kernel): EdgeReading | null {
  if (kernel.size < 2) return null;
  const all = squares(kernel.values);
  if (!Number.isFinite(all)) return null;
  if (all === 0) return { kind: 'nothing' };
  const colour = readColour(kernel, all);
  if (colour !== null) return colour;
  const grey = greyOf(kernel);
  // Of the whole kernel, so that what sets its channels apart counts as none of the patterns.
  const total = all / kernel.channels;
  const plain = [readAverage(grey, total), readSlope(grey, total), ...readBends(grey, total)];
  const best = plain.reduce((most, reading) => (reading.share > most.share ? reading : most));
  return best.share >= LEAST_SHARE ? best : { kind: 'mixed', closest: best };
}

/** How much of a kernel is an edge, and which way it brightens, whatever else it may be; null: it has no sides, or is 0. */
export function edgePart(kernel: Kernel): { readonly degrees: number; readonly share: number } | null {
  if (kernel.size < 2) return null;
  const grey = greyOf(kernel);
  const total = squares(grey);
  const slope = total === 0 ? null : readSlope(grey, total);
  return slope?.kind !== 'edge' || slope.share === 0 ? null : { degrees: slope.degrees, share: slope.share };
}

function squares(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) ** 2;
  return sum;
}

/** The channels' mean at every place: what the kernel makes of a grey picture. */
function greyOf({ channels, values }: Kernel): readonly number[] {
  return Array.from({ length: values.length / channels }, (_, place) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) sum += values[place * channels + channel] ?? 0;
    return sum / channels;
  });
}

/**
 * Where most of the kernel is one colour against others, alike at every place. What merely differs from channel to channel
 * does not count: of random weights that is two thirds.
 */
function readColour({ channels, values }: Kernel, all: number): EdgeReading | null {
  const sums = Array.from({ length: channels }, () => 0);
  for (let at = 0; at < values.length; at += 1) sums[at % channels] = (sums[at % channels] ?? 0) + (values[at] ?? 0);
  const mean = sums.reduce((total, sum) => total + sum, 0) / channels;
  const places = values.length / channels;
  const share = sums.reduce((total, sum) => total + (sum - mean) ** 2 / places, 0) / all;
  if (share < LEAST_SHARE) return null;
  return {
    kind: 'colour',
    forChannel: sums.indexOf(Math.max(...sums)),
    against: sums.indexOf(Math.min(...sums)),
    share,
  };
}

/** Place, its row and column counted from the centre. */
function eachPlace(values: readonly number[], visit: (value: number, x: number, y: number) => void): void {
  const size = Math.sqrt(values.length);
  values.forEach((value, place) =>
    visit(value, (place % size) - (size - 1) / 2, Math.floor(place / size) - (size - 1) / 2),
  );
}

/** The pattern times `factor` is the best fit; `energy`: the sum of its squares. */
function project(values: readonly number[], pattern: (x: number, y: number) => number) {
  let [dot, square] = [0, 0];
  eachPlace(values, (value, x, y) => {
    dot += value * pattern(x, y);
    square += pattern(x, y) ** 2;
  });
  return square === 0 ? { dot: 0, energy: 0, factor: 0 } : { dot, energy: dot ** 2 / square, factor: dot / square };
}

function readAverage(values: readonly number[], total: number): Plain {
  const { dot, energy } = project(values, () => 1);
  return { kind: 'average', isBright: dot > 0, share: energy / total };
}

function readSlope(values: readonly number[], total: number): Plain {
  const across = project(values, (x) => x);
  const down = project(values, (_, y) => y);
  const turn = Math.atan2(down.dot, across.dot);
  const bright = COMPASS[(Math.round((4 * turn) / Math.PI) + COMPASS.length) % COMPASS.length] ?? 'right';
  // Rows count downwards, angles upwards; −0 is 0.
  const degrees = (Math.round((-180 * turn) / Math.PI) + 360) % 360;
  return { kind: 'edge', bright, degrees, share: (across.energy + down.energy) / total };
}

/**
 * A line bends along one axis only: half of it looks round (a spot), half saddle-shaped. What a kernel has of both in equal
 * parts is a line; what is round beyond that is a spot.
 */
function readBends(values: readonly number[], total: number): readonly Plain[] {
  const { energy: round, centre } = roundPart(values);
  const saddle = project(values, (x, y) => x * x - y * y);
  const cross = project(values, (x, y) => x * y);
  const bent = saddle.energy + cross.energy;
  const both = Math.min(round, bent);
  const isBright = centre > 0;
  return [
    { kind: 'spot', isBright, share: (round - both) / total },
    {
      kind: 'line',
      isBright,
      along: lineDirection([saddle.factor, cross.factor], isBright),
      share: (2 * both) / total,
    },
  ];
}

/** a·(x² − y²) + b·xy rises most along half the angle of (a, b / 2): a bright line lies that way, a dark one across. */
function lineDirection([a, b]: readonly [number, number], isBright: boolean): LineDirection {
  const upwards = Math.atan2(b / 2, a) / 2;
  const turn = isBright ? upwards : upwards + Math.PI / 2;
  const step = Math.round((4 * turn) / Math.PI);
  return LINE_DIRECTIONS[((step % 4) + 4) % 4] ?? 'horizontal';
}

/** What depends on the distance from the centre alone, less the mean; `centre`: its value there against the mean. */
function roundPart(values: readonly number[]): { readonly energy: number; readonly centre: number } {
  const rings = new Map<number, { sum: number; count: number }>();
  eachPlace(values, (value, x, y) => {
    const ring = rings.get(x * x + y * y) ?? { sum: 0, count: 0 };
    rings.set(x * x + y * y, { sum: ring.sum + value, count: ring.count + 1 });
  });
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let energy = 0;
  for (const { sum, count } of rings.values()) energy += count * (sum / count - mean) ** 2;
  const [innermost] = [...rings].sort(([a], [b]) => a - b);
  return { energy, centre: innermost === undefined ? 0 : innermost[1].sum / innermost[1].count - mean };
}
