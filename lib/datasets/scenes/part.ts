import type { Paint, Point } from '@/lib/datasets/scenes/raster';

/** One piece of a thing, painted over those before it. */
export interface Part {
  readonly polygon: readonly Point[];
  readonly paint: Paint;
  readonly opacity?: number;
  /** Smoke and the like: not counted to where the thing is. */
  readonly isThin?: boolean;
}
