import type { Statistics } from '@/lib/datasets/dataset';

/** Gathers the statistics of samples one after another. */
export interface Measure {
  add(values: Uint8Array | Float32Array): void;
  result(): Statistics;
}

/** `channels` numbers belong to each pixel, or are a row of features. Bytes are taken over 255. */
export function createMeasure(channels: number, element: 'uint8' | 'float32'): Measure {
  return element === 'uint8' ? byteMeasure(channels) : numberMeasure(channels);
}

/** Exact: counts how often each byte occurs. */
function byteMeasure(channels: number): Measure {
  const counts = new Float64Array(channels * 256);
  return {
    add(values) {
      for (let at = 0, channel = 0; at < values.length; at += 1) {
        const bin = channel * 256 + (values[at] ?? 0);
        counts[bin] = (counts[bin] ?? 0) + 1;
        channel = channel + 1 === channels ? 0 : channel + 1;
      }
    },
    result() {
      const figures = Array.from({ length: channels }, (_, channel) => {
        const bins = counts.subarray(channel * 256, (channel + 1) * 256);
        const total = bins.reduce((sum, count) => sum + count, 0);
        const mean = bins.reduce((sum, count, value) => sum + count * value, 0) / total;
        const variance = bins.reduce((sum, count, value) => sum + count * (value - mean) ** 2, 0) / total;
        return { mean: mean / 255, deviation: Math.sqrt(variance) / 255 };
      });
      return { mean: figures.map(({ mean }) => mean), deviation: figures.map(({ deviation }) => deviation) };
    },
  };
}

/** Welford 1962: stays exact however far from zero the numbers are. */
function numberMeasure(channels: number): Measure {
  const counts = new Float64Array(channels);
  const means = new Float64Array(channels);
  const squares = new Float64Array(channels);
  return {
    add(values) {
      for (let at = 0, channel = 0; at < values.length; at += 1) {
        const value = values[at] ?? 0;
        const count = (counts[channel] ?? 0) + 1;
        const off = value - (means[channel] ?? 0);
        const mean = (means[channel] ?? 0) + off / count;
        counts[channel] = count;
        means[channel] = mean;
        squares[channel] = (squares[channel] ?? 0) + off * (value - mean);
        channel = channel + 1 === channels ? 0 : channel + 1;
      }
    },
    result: () => ({
      mean: Array.from(means),
      deviation: Array.from(squares, (sum, channel) => Math.sqrt(sum / Math.max(1, counts[channel] ?? 1))),
    }),
  };
}
