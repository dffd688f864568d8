'use client';

import { useMemo, useState } from 'react';
import { SamplePicture } from '@/components/data/SamplePicture';
import { useAugmented } from '@/components/training/use-augmented';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { usePictures } from '@/components/unit-view/use-pictures';
import type { Dataset } from '@/lib/datasets/dataset';
import { augmentationMessages } from '@/lib/messages/augmentation';
import { previewVariants, type Variant } from '@/lib/training/augment/preview';
import type { Effects } from '@/lib/training/augment/effects';
import styles from '@/components/training/augmentation.module.css';

const SIZE = 64;
const EPOCHS_ON = 4;

interface AugmentationPreviewProps {
  readonly dataset: Dataset;
  readonly effects: Effects;
  readonly seed: number;
}

/** One picture of the data set under every effect alone and under all together, as a run with this seed would see it. */
export function AugmentationPreview({ dataset, effects, seed }: AugmentationPreviewProps) {
  const t = useMessages(augmentationMessages);
  const pictures = usePictures(dataset.id, dataset.inputShape);
  const [chosen, setChosen] = useState(0);
  const [epoch, setEpoch] = useState(1);
  const variants = useMemo(() => previewVariants(effects, epoch), [effects, epoch]);
  const index = pictures.length === 0 ? 0 : chosen % pictures.length;
  const changed = useAugmented(variants, { pictures, index, seed });
  const picture = pictures[index];
  if (picture === undefined) return null;
  if (variants.length === 0) return <p className={styles.note}>{t.noEffect}</p>;
  const shape = [...picture.size, picture.channels];
  const label = picture.sample?.label ?? '';
  return (
    <section className={styles.preview} aria-label={t.preview}>
      <div className={styles.pictures}>
        <Shown caption={t.original} pixels={picture.values} shape={shape} />
        {variants.map((variant, at) => (
          <Shown key={keyOf(variant)} caption={caption(variant, t)} pixels={changed?.[at] ?? null} shape={shape} />
        ))}
      </div>
      <p className={styles.note}>
        {label !== '' && t.sameLabel(label)} {effects.mixup > 0 && t.mixedLabel}
      </p>
      <div className={styles.buttons}>
        <Button look="quiet" onClick={() => setChosen(index + 1)} disabled={pictures.length < 2}>
          {t.anotherPicture}
        </Button>
        <Button look="quiet" onClick={() => setEpoch(epoch + EPOCHS_ON)}>
          {t.laterEpochs}
        </Button>
      </div>
    </section>
  );
}

interface ShownProps {
  readonly caption: string;
  readonly pixels: Uint8Array | null;
  readonly shape: readonly number[];
}

function Shown({ caption: text, pixels, shape }: ShownProps) {
  return (
    <figure className={styles.shown}>
      <SamplePicture values={pixels} shape={shape} size={SIZE} />
      <figcaption>{text}</figcaption>
    </figure>
  );
}

function keyOf(variant: Variant): string {
  return variant.kind === 'alone' ? variant.effect : `together ${variant.epoch}`;
}

function caption(variant: Variant, t: (typeof augmentationMessages)['en']): string {
  return variant.kind === 'alone' ? t.alone(t.effects[variant.effect].label) : t.together(variant.epoch);
}
