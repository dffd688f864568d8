import { createRandom, type Random } from '@/lib/core/random';
import { eitherWay, normal, symmetricBeta, uniform } from '@/lib/training/augment/distributions';
import type { Effects } from '@/lib/training/augment/effects';
import { warp, type PictureShape, type Placement } from '@/lib/training/augment/warp';

/** Streams that must not depend on each other, nor on those of the sample order (1 and 2). */
const PLACE_STREAM = 11;
const LIGHT_STREAM = 12;
const NOISE_STREAM = 13;
const CUTOUT_STREAM = 14;
const MIXUP_STREAM = 15;

/** What random numbers of a sample depend on, and on nothing else: a run can be resumed in the middle. */
export interface Occasion {
  readonly seed: number;
  readonly epoch: number;
}

/**
 * A sample's values, in [0, 1], changed at random as the effects allow. A picture is height × width × channels; to rows of
 * another rank only noise is added, and they are not cut off to [0, 1].
 */
export function augmentSample(
  values: Float32Array,
  shape: readonly number[],
  { effects, occasion, sample }: { readonly effects: Effects; readonly occasion: Occasion; readonly sample: number },
): Float32Array {
  const streamOf = (stream: number): Random => createRandom(occasion.seed, stream, occasion.epoch, sample);
  const picture = pictureShape(shape);
  if (picture === null) return withNoise(values, effects.noise, streamOf(NOISE_STREAM));
  const placed = isPlaced(effects)
    ? warp(values, picture, drawPlacement(effects, picture, streamOf(PLACE_STREAM)))
    : values;
  const lit = relit(placed, effects, streamOf(LIGHT_STREAM));
  const noisy = withNoise(lit, effects.noise, streamOf(NOISE_STREAM));
  const whole = isLit(effects) ? noisy.map((value) => Math.min(1, Math.max(0, value))) : noisy;
  return effects.cutout > 0
    ? cutOut(whole, picture, { share: effects.cutout, random: streamOf(CUTOUT_STREAM) })
    : whole;
}

function pictureShape([height, width, channels, ...more]: readonly number[]): PictureShape | null {
  if (height === undefined || width === undefined || channels === undefined || more.length > 0) return null;
  return [height, width, channels];
}

function isPlaced({ flipHorizontal, flipVertical, shift, scale, rotate, crop }: Effects): boolean {
  return flipHorizontal || flipVertical || shift > 0 || scale > 0 || rotate > 0 || crop > 0;
}

function isLit({ brightness, contrast, noise }: Effects): boolean {
  return brightness > 0 || contrast > 0 || noise > 0;
}

/** Every number is drawn whether it is used or not: switching one effect leaves the others as they were. */
function drawPlacement(effects: Effects, [height, width]: PictureShape, random: Random): Placement {
  const isMirrored = uniform(random) < 0.5 && effects.flipHorizontal;
  const isUpsideDown = uniform(random) < 0.5 && effects.flipVertical;
  const factor = 1 + eitherWay(random, effects.scale);
  const radians = (eitherWay(random, effects.rotate) * Math.PI) / 180;
  const shift = [eitherWay(random, effects.shift) * width, eitherWay(random, effects.shift) * height] as const;
  // A window of the old size in the enlarged picture, at whole pixels.
  const cut = [random.below(2 * effects.crop + 1), random.below(2 * effects.crop + 1)] as const;
  const right = shift[0] + effects.crop - cut[0];
  const down = shift[1] + effects.crop - cut[1];
  return { isMirrored, isUpsideDown, factor, radians, right, down };
}

function relit(values: Float32Array, { brightness, contrast }: Effects, random: Random): Float32Array {
  if (brightness === 0 && contrast === 0) return values;
  const added = eitherWay(random, brightness);
  const factor = 1 + eitherWay(random, contrast);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => mean + (value - mean) * factor + added);
}

function withNoise(values: Float32Array, deviation: number, random: Random): Float32Array {
  return deviation === 0 ? values : values.map((value) => value + deviation * normal(random));
}

/** DeVries & Taylor 2017: a square anywhere, also partly outside, becomes the picture's mean colour. */
function cutOut(
  values: Float32Array,
  [height, width, channels]: PictureShape,
  { share, random }: { readonly share: number; readonly random: Random },
): Float32Array {
  const side = Math.round(Math.min(height, width) * share);
  const top = random.below(height) - Math.floor(side / 2);
  const left = random.below(width) - Math.floor(side / 2);
  const means = Array.from({ length: channels }, (_, channel) => channelMean(values, channel, channels));
  const result = values.slice();
  for (let row = Math.max(0, top); row < Math.min(height, top + side); row += 1) {
    for (let column = Math.max(0, left); column < Math.min(width, left + side); column += 1) {
      result.set(means, (row * width + column) * channels);
    }
  }
  return result;
}

function channelMean(values: Float32Array, channel: number, channels: number): number {
  let sum = 0;
  for (let at = channel; at < values.length; at += channels) sum += values[at] ?? 0;
  return (sum * channels) / values.length;
}

/** How the samples of a batch are mixed: sample i becomes `share` of itself and the rest of sample `partners[i]`. */
export interface Mixing {
  readonly share: number;
  readonly partners: readonly number[];
}

/** Mixup (Zhang et al. 2018): one share per batch, drawn from Beta(α, α), and a random partner for each sample. */
export function drawMixing(
  count: number,
  { mixup }: Effects,
  { seed, epoch, batch }: Occasion & { readonly batch: number },
): Mixing | null {
  if (mixup === 0) return null;
  const random = createRandom(seed, MIXUP_STREAM, epoch, batch);
  const share = symmetricBeta(random, mixup);
  return { share, partners: Array.from({ length: count }, () => random.below(count)) };
}

/** Mixes rows of equal length, of samples or of targets. */
export function mixRows(rows: Float32Array, count: number, { share, partners }: Mixing): Float32Array {
  const size = rows.length / count;
  return rows.map((value, at) => {
    const row = Math.floor(at / size);
    const other = rows[(partners[row] ?? row) * size + (at - row * size)] ?? 0;
    return share * value + (1 - share) * other;
  });
}
