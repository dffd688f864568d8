import type { Document } from '@/lib/document/document';
import { chain } from '../designs';

/** The lecture's network: 6 and 12 filters of 3 × 3, pooled, and two dense layers. */
export function buildLecture(): Document {
  return chain(
    ['input', { shape: [28, 28, 1] }],
    ['conv2d', { filters: 6 }],
    ['relu'],
    ['max_pool2d'],
    ['conv2d', { filters: 12 }],
    ['relu'],
    ['max_pool2d'],
    ['flatten'],
    ['dense', { units: 16 }],
    ['relu'],
    ['dense', { units: 10 }],
    ['softmax'],
  );
}
