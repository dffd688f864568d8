import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Normalization, Statistics } from '@/lib/core/learning';
import { createScaler, measureStatistics, type Scaler } from '@/lib/training/worker/scaler';
import { pixelsOf } from './batches.js';
import { readSamples, type Samples } from './data.js';
import { inputShape } from './model.js';

/** How the network is given its pictures: in training and ever after. */
interface Scaling {
  /** 'unit': from 0 … 255 to 0 … 1; 'standard': then minus the mean, over the deviation, per channel. */
  normalization: Normalization;
  /** Of the data that the network was designed on; null: measured on the training data. */
  statistics: Statistics | null;
}

// <settings>
declare const scaling: Scaling;
// </settings>

const FILE = path.join('weights', 'statistics.json');

/** Keeps what it measures beside the weights: they are of no use with other pictures than these. */
export function trainingScaler(samples: Samples): Scaler {
  return createScaler(scaling.normalization, () => {
    if (scaling.statistics !== null) return scaling.statistics;
    const measured = statisticsOf(samples);
    mkdirSync(path.dirname(FILE), { recursive: true });
    writeFileSync(FILE, JSON.stringify(measured));
    return measured;
  });
}

/** Scales as training did. */
export function predictionScaler(): Scaler {
  return createScaler(scaling.normalization, () => {
    if (scaling.statistics !== null) return scaling.statistics;
    if (existsSync(FILE)) return JSON.parse(readFileSync(FILE, 'utf8')) as Statistics;
    return statisticsOf(readSamples('train', inputShape));
  });
}

function statisticsOf(samples: Samples): Statistics {
  return measureStatistics({
    count: samples.count,
    shape: inputShape,
    element: 'uint8',
    read: (indices) => pixelsOf(samples, indices),
  });
}
