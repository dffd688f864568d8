'use client';

import { useMemo } from 'react';
import { useWorkspace } from '@/components/state/use-workspace';
import { AugmentationPreview } from '@/components/training/AugmentationPreview';
import { NumberField } from '@/components/training/NumberField';
import { useSettings } from '@/components/training/use-settings';
import { useMessages } from '@/components/ui/use-messages';
import type { Dataset } from '@/lib/datasets/dataset';
import { headsOf, targetKind } from '@/lib/datasets/heads';
import { datasetById } from '@/lib/datasets/registry';
import { INPUT_TARGET, TRAINING_BOUNDS, type AugmentationSettings } from '@/lib/document/training-settings';
import { augmentationMessages } from '@/lib/messages/augmentation';
import { withoutGeometry, type Effects } from '@/lib/training/augment/effects';
import styles from '@/components/training/augmentation.module.css';
import fields from '@/components/training/settings.module.css';

const FLIPS = ['flipHorizontal', 'flipVertical'] as const;
const EXTENTS = ['shift', 'scale', 'rotate', 'crop', 'noise', 'brightness', 'contrast', 'cutout', 'mixup'] as const;
const OF_ROWS: readonly (typeof EXTENTS)[number][] = ['noise', 'mixup'];

/** How training samples are changed at random, and one of them shown under it. */
export function AugmentationSection() {
  const t = useMessages(augmentationMessages);
  const [{ augmentation, dataset: id }, change] = useSettings();
  const dataset = datasetById(id);
  const hasPictures = dataset === undefined || dataset.inputShape.length === 3;
  const set = (changes: Partial<AugmentationSettings>, field: string): void =>
    change({ augmentation: { ...augmentation, ...changes } }, `augmentation:${field}`);
  return (
    <div className={styles.section}>
      <label>
        <input
          type="checkbox"
          checked={augmentation.isOn}
          onChange={(event) => set({ isOn: event.target.checked }, 'isOn')}
        />{' '}
        {t.label}
      </label>
      <p className={styles.note}>{hasPictures ? t.hint : t.rowsOnly}</p>
      {augmentation.isOn && (
        <>
          {hasPictures && (
            <div className={styles.checks}>
              {FLIPS.map((flip) => (
                <label key={flip} title={t.effects[flip].hint}>
                  <input
                    type="checkbox"
                    checked={augmentation[flip]}
                    onChange={(event) => set({ [flip]: event.target.checked }, flip)}
                  />{' '}
                  {t.effects[flip].label}
                </label>
              ))}
            </div>
          )}
          <div className={fields.grid}>
            {(hasPictures ? EXTENTS : OF_ROWS).map((extent) => (
              <NumberField
                key={extent}
                label={t.effects[extent].label}
                hint={t.effects[extent].hint}
                value={augmentation[extent]}
                bounds={TRAINING_BOUNDS.augmentation[extent]}
                onChange={(value) => set({ [extent]: value }, extent)}
              />
            ))}
          </div>
          {dataset !== undefined && hasPictures && <Preview dataset={dataset} />}
        </>
      )}
    </div>
  );
}

function Preview({ dataset }: { readonly dataset: Dataset }) {
  const t = useMessages(augmentationMessages);
  const [settings] = useSettings();
  const { augmentation, seed } = settings;
  const { outputs, layers } = useWorkspace(({ analysis }) => analysis);
  const shapes = outputs.map((node) => ({ node, shape: layers[node]?.output?.shape ?? [] }));
  const learnsValues = headsOf(shapes, settings, dataset).some(
    ({ target }) => target !== INPUT_TARGET && targetKind(dataset, target) === 'values',
  );
  const effects = useMemo((): Effects => {
    const { isOn: _isOn, ...asked } = augmentation;
    return learnsValues ? withoutGeometry(asked) : asked;
  }, [augmentation, learnsValues]);
  return (
    <>
      {learnsValues && <p className={styles.note}>{t.keepsPlace}</p>}
      <AugmentationPreview dataset={dataset} effects={effects} seed={seed} />
    </>
  );
}
