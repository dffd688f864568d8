import type { TrainingSettings } from '@/lib/document/training-settings';
import { createAugmenter } from '@/lib/training/augment/augmenter';
import { hasEffect, withoutGeometry } from '@/lib/training/augment/effects';
import { learnedTargets } from '@/lib/training/learned-targets';
import { createAugmentedFeed } from '@/lib/training/worker/augmented-feed';
import { createTrainingFeed, type Feed } from '@/lib/training/worker/feed';
import type { Trained } from '@/lib/training/worker/trained';

/** What the network learns from: changed at random where the settings say so. */
export function createLearningFeed({ data, scaler }: Trained, settings: TrainingSettings, kept: Uint32Array): Feed {
  const samples = data.training;
  const { isOn, ...asked } = settings.augmentation;
  // A place that is to be learned moves with the picture, but nobody tells which values are places.
  const isMovable = learnedTargets(data.dataset, settings).every(({ kind }) => kind !== 'values');
  const effects = isMovable ? asked : withoutGeometry(asked);
  if (!isOn || !hasEffect(effects)) return createTrainingFeed(samples, kept, scaler);
  return createAugmentedFeed(samples, { effects, seed: settings.seed, scaler, augmenter: createAugmenter() });
}
