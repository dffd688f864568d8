import type * as tf from '@tensorflow/tfjs';
import type { CustomKerasClass } from '@/lib/layers/definition';
import { GroupedConv2D } from '@/lib/training/worker/custom-layers/grouped-conv2d';
import { PartialBatchNormalization } from '@/lib/training/worker/custom-layers/partial-batch-normalization';
import { SameAveragePooling2D } from '@/lib/training/worker/custom-layers/same-average-pooling2d';
import { SeededDropout } from '@/lib/training/worker/custom-layers/seeded-dropout';
import { mixSeeds } from '@/lib/training/worker/random';

/**
 * Every Keras class of our own. Each module registers its class with tfjs when it is loaded, so that models with it can
 * be built from JSON; the table is what keeps the modules in the bundle, and complete.
 */
export const CUSTOM_LAYERS = {
  GroupedConv2D,
  PartialBatchNormalization,
  SameAveragePooling2D,
  SeededDropout,
} satisfies Record<CustomKerasClass, { readonly className: string }>;

/** Gives every dropout of a model its own stream of masks, all from the run's seed. */
export function seedDropouts(model: tf.LayersModel, runSeed: number): void {
  model.layers.forEach((layer, index) => {
    if (!(layer instanceof CUSTOM_LAYERS.SeededDropout)) return;
    layer.seed = mixSeeds(runSeed, index);
    layer.step = 0;
  });
}
