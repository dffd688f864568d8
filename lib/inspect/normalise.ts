import { unitCount, type Activations } from '@/lib/inspect/channel-map';
import { LEVELS, ZERO_LEVEL } from '@/lib/inspect/colours';

export const NORMALISATIONS = ['map', 'layer'] as const;
/** What a map's colours are scaled to: its own values, or those of the whole layer. */
export type Normalisation = (typeof NORMALISATIONS)[number];

/** Smallest and largest value; what is not finite does not count. [0, 0] where there is none. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Level = value × factor + offset, cut off at the ends of the scale. */
export interface LevelScale {
  readonly factor: number;
  readonly offset: number;
}

export function spanOf(values: ArrayLike<number>): Span {
  let [low, high] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? { low: 0, high: 0 } : { low, high };
}

/** Of every channel, in one pass over values with the channels last. */
export function channelSpans({ shape, values }: Activations): readonly Span[] {
  const channels = unitCount(shape);
  const lows = new Float64Array(channels).fill(Infinity);
  const highs = new Float64Array(channels).fill(-Infinity);
  for (let at = 0, channel = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN;
    if (Number.isFinite(value)) {
      if (value < (lows[channel] ?? 0)) lows[channel] = value;
      if (value > (highs[channel] ?? 0)) highs[channel] = value;
    }
    channel = channel + 1 === channels ? 0 : channel + 1;
  }
  return Array.from(lows, (low, channel): Span => {
    const high = highs[channel] ?? 0;
    return low > high ? { low: 0, high: 0 } : { low, high };
  });
}

/** The span of several together. */
export function uniteSpans(spans: readonly Span[]): Span {
  if (spans.length === 0) return { low: 0, high: 0 };
  const low = spans.reduce((least, span) => Math.min(least, span.low), Infinity);
  return { low, high: spans.reduce((most, span) => Math.max(most, span.high), -Infinity) };
}

/** From the lowest value (level 0) to the highest (255); where all are alike, all at level 0. */
export function fullScale({ low, high }: Span): LevelScale {
  const factor = high > low ? (LEVELS - 1) / (high - low) : 0;
  return { factor, offset: -low * factor };
}

/** For the diverging scale: 0 in the middle, and the value furthest from it at one of the ends. */
export function signedScale({ low, high }: Span): LevelScale {
  const most = Math.max(Math.abs(low), Math.abs(high));
  return { factor: most > 0 ? (LEVELS - 1 - ZERO_LEVEL) / most : 0, offset: ZERO_LEVEL };
}

/** The level of a value; −1 where it is not a number. */
export function levelOf(value: number, { factor, offset }: LevelScale): number {
  if (Number.isNaN(value)) return -1;
  // Infinity times 0 is not a number: then all other values are alike.
  const level = factor === 0 ? offset : value * factor + offset;
  return level <= 0 ? 0 : level >= LEVELS - 1 ? LEVELS - 1 : Math.round(level);
}
