import type { TrainingSettings } from '@/lib/document/training-settings';
import { createAugmenter } from '@/lib/training/augment/augmenter';
import { hasEffect, withoutGeometry } from '@/lib/training/augment/effects';
import { createAugmentedFeed } from '@/lib/training/worker/augmented-feed';
import { createTrainingFeed, type Feed } from '@/lib/training/worker/feed';
import type { Trained } from '@/lib/training/worker/trained';

/** What the network learns from: changed at random where the settings say so. */
export function createLearningFeed(
  { data, scaler, objective }: Pick<Trained, 'data' | 'scaler' | 'objective'>,
  settings: TrainingSettings,
  kept: Uint32Array,
): Feed {
  const samples = data.training;
  const { isOn, ...asked } = settings.augmentation;
  // A place that is to be learned moves with the picture, but nobody tells which values are places; the input moves itself.
  const isMovable = objective.heads.every(({ kind, target }) => kind !== 'values' || target === 'input');
  const effects = isMovable ? asked : withoutGeometry(asked);
  if (!isOn || !hasEffect(effects)) return createTrainingFeed(samples, kept, scaler);
  return createAugmentedFeed(samples, { effects, seed: settings.seed, scaler, augmenter: createAugmenter() });
}
