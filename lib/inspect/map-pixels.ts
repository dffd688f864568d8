import type { Activations, ChannelMap } from '@/lib/inspect/channel-map';
import { LEVELS, ZERO_LEVEL } from '@/lib/inspect/colours';
import { fullScale, levelOf, spanOf, type LevelScale } from '@/lib/inspect/normalise';
import type { Pixels } from '@/lib/inspect/paint-grid';

interface Colours {
  readonly levels: LevelScale;
  /** A pixel for each level, and behind them that of what is not a number. */
  readonly lookup: Uint32Array;
}

/** One pixel for each cell of a map. */
export function mapPixels({ rows, columns, values }: ChannelMap, colours: Colours): Pixels {
  return { data: Uint32Array.from(values, (value) => pixelOf(value, colours)), width: columns, height: rows };
}

interface Veil {
  readonly columns: number;
  readonly opacity: number;
  /** The colours have their ground at 0: there nothing covers the picture, and the more the further a value is from 0. */
  readonly isSigned: boolean;
}

/** As `mapPixels` of a map laid over a picture, seen through; where there is no value, nothing is laid. */
export function overlayPixels(over: Float32Array, colours: Colours, { columns, opacity, isSigned }: Veil): Pixels {
  const data = Uint32Array.from(over, (value) => {
    if (Number.isNaN(value)) return 0;
    const distance = Math.abs(levelOf(value, colours.levels) - ZERO_LEVEL) / (LEVELS - 1 - ZERO_LEVEL);
    // The square root: half as strong is still well seen.
    const share = isSigned ? Math.sqrt(Math.min(1, distance)) : 1;
    const alpha = Math.round(255 * Math.min(1, Math.max(0, opacity * share)));
    return ((pixelOf(value, colours) & 0xff_ff_ff) | (alpha << 24)) >>> 0;
  });
  return { data, width: columns, height: over.length / columns };
}

function pixelOf(value: number, { levels, lookup }: Colours): number {
  const level = levelOf(value, levels);
  return lookup[level < 0 ? LEVELS : level] ?? 0;
}

/**
 * A network's input as people see it: three channels as red, green and blue, any other number as the grey of their mean.
 * On the unit scale 0 is black and 1 is white; numbers beyond it are drawn from the lowest to the highest.
 */
export function picturePixels({ shape, values }: Activations): Pixels {
  const [height = 1, width = 1, channels = 1] = shape;
  const span = spanOf(values);
  const isUnit = span.low >= 0 && span.high <= 1;
  const levels = isUnit ? { factor: LEVELS - 1, offset: 0 } : fullScale(span);
  const data = new Uint32Array(width * height);
  for (let place = 0; place < data.length; place += 1) {
    const level = (channel: number) => Math.max(0, levelOf(values[place * channels + channel] ?? 0, levels));
    if (channels === 3) {
      data[place] = ((255 << 24) | (level(2) << 16) | (level(1) << 8) | level(0)) >>> 0;
      continue;
    }
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) sum += level(channel);
    const grey = Math.round(sum / channels);
    data[place] = ((255 << 24) | (grey << 16) | (grey << 8) | grey) >>> 0;
  }
  return { data, width, height };
}

/**
 * A kernel on three colours as one picture: what it adds to each, with 0 the middle grey and the weight furthest from 0 at
 * an end. `values`: rows × columns × 3.
 */
export function colourKernelPixels(values: ArrayLike<number>, columns: number): Pixels {
  const { low, high } = spanOf(values);
  const most = Math.max(Math.abs(low), Math.abs(high));
  const factor = most > 0 ? 127 / most : 0;
  const data = new Uint32Array(values.length / 3);
  for (let place = 0; place < data.length; place += 1) {
    const level = (channel: number) => {
      const value = values[3 * place + channel] ?? 0;
      return Math.round(128 + (Number.isFinite(value) ? value * factor : 0));
    };
    data[place] = ((255 << 24) | (level(2) << 16) | (level(1) << 8) | level(0)) >>> 0;
  }
  return { data, width: columns, height: data.length / columns };
}
