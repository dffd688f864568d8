/** Rows × columns × channels, as the network is given it. Every function here changes `values` in place. */
export interface Raster {
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  readonly values: Float32Array;
}

/** As scipy's `gaussian_filter` has it: weights up to four deviations, pictures mirrored at their edges. */
const REACH_IN_DEVIATIONS = 4;

/** Gaussian blur by this deviation in pixels, every channel for itself. */
export function blur(raster: Raster, deviation: number): void {
  const weights = gaussian(deviation);
  const { rows, columns, channels } = raster;
  const rowStep = columns * channels;
  for (let line = 0; line < rowStep; line += 1)
    blurLine(raster.values, weights, { from: line, step: rowStep, length: rows });
  for (let row = 0; row < rows; row += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      blurLine(raster.values, weights, { from: row * rowStep + channel, step: channels, length: columns });
    }
  }
}

/** From the middle outwards. */
function gaussian(deviation: number): Float64Array {
  const reach = Math.floor(REACH_IN_DEVIATIONS * deviation + 0.5);
  const weights = Float64Array.from({ length: reach + 1 }, (_, at) =>
    Math.exp((-at * at) / (2 * deviation * deviation)),
  );
  const sum = 2 * weights.reduce((total, weight) => total + weight, 0) - 1;
  return weights.map((weight) => weight / sum);
}

function blurLine(
  values: Float32Array,
  weights: Float64Array,
  { from, step, length }: { readonly from: number; readonly step: number; readonly length: number },
): void {
  const line = Float64Array.from({ length }, (_, at) => values[from + at * step] ?? 0);
  for (let at = 0; at < length; at += 1) {
    let sum = (line[at] ?? 0) * (weights[0] ?? 1);
    for (let away = 1; away < weights.length; away += 1) {
      const pair = (line[mirrored(at - away, length)] ?? 0) + (line[mirrored(at + away, length)] ?? 0);
      sum += pair * (weights[away] ?? 0);
    }
    values[from + at * step] = sum;
  }
}

/** d c b a | a b c d | d c b a */
function mirrored(at: number, length: number): number {
  const period = 2 * length;
  const within = ((at % period) + period) % period;
  return within < length ? within : period - 1 - within;
}

/** Moved down and right, what leaves comes in on the other side. */
export function rolled({ rows, columns, channels, values }: Raster, down: number, right: number): Float32Array {
  const moved = new Float32Array(values.length);
  const wrap = (at: number, length: number): number => ((at % length) + length) % length;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const from = (row * columns + column) * channels;
      const to = (wrap(row + down, rows) * columns + wrap(column + right, columns)) * channels;
      for (let channel = 0; channel < channels; channel += 1) moved[to + channel] = values[from + channel] ?? 0;
    }
  }
  return moved;
}

/** Pixels whose norm over the channels is below this percentile become 0. */
export function clipSmallNorm({ channels, values }: Raster, percentage: number): void {
  const norms = perPixel(values, channels, (from) => {
    let sum = 0;
    for (let at = from; at < from + channels; at += 1) sum += (values[at] ?? 0) ** 2;
    return Math.sqrt(sum);
  });
  clearBelow(values, channels, { norms, percentage });
}

/**
 * Pixels that hardly contribute become 0: contribution is how the unit would change, by the gradient, without the pixel;
 * its size is compared with this percentile.
 */
export function clipSmallContribution({ channels, values }: Raster, gradient: Float32Array, percentage: number): void {
  const norms = perPixel(values, channels, (from) => {
    let sum = 0;
    for (let at = from; at < from + channels; at += 1) sum += (values[at] ?? 0) * (gradient[at] ?? 0);
    return Math.abs(sum);
  });
  clearBelow(values, channels, { norms, percentage });
}

function perPixel(values: Float32Array, channels: number, measure: (from: number) => number): Float64Array {
  return Float64Array.from({ length: values.length / channels }, (_, pixel) => measure(pixel * channels));
}

function clearBelow(
  values: Float32Array,
  channels: number,
  { norms, percentage }: { readonly norms: Float64Array; readonly percentage: number },
): void {
  const limit = percentile(norms, percentage);
  for (const [pixel, norm] of norms.entries()) {
    if (norm < limit) values.fill(0, pixel * channels, (pixel + 1) * channels);
  }
}

/** Between two values in their order, linearly: numpy's way. */
export function percentile(values: Float64Array, percentage: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = (Math.min(100, Math.max(0, percentage)) / 100) * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
