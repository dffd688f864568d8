import { useEffect, useMemo, useRef, useState } from 'react';
import type { Picture } from '@/components/unit-view/pictures';
import { createAugmenter, type Augmenter } from '@/lib/training/augment/augmenter';
import type { Variant } from '@/lib/training/augment/preview';

interface Shown {
  readonly pictures: readonly Picture[];
  /** Which of them is changed; mixup takes the next one too. */
  readonly index: number;
  readonly seed: number;
}

/** The pixels of a picture under each variant, 0 … 255, computed in a worker; null while they are on their way. */
export function useAugmented(variants: readonly Variant[], shown: Shown): readonly Uint8Array[] | null {
  const augmenter = useRef<Augmenter | null>(null);
  const [done, setDone] = useState<{ readonly asked: unknown; readonly pixels: readonly Uint8Array[] } | null>(null);
  const { pictures, index, seed } = shown;
  const asked = useMemo(() => ({ variants, pictures, index, seed }), [variants, pictures, index, seed]);

  useEffect(() => {
    const started = createAugmenter();
    augmenter.current = started;
    return () => started.dispose();
  }, []);

  useEffect(() => {
    let isWanted = true;
    const { current } = augmenter;
    if (current === null || asked.pictures.length === 0) return;
    void Promise.all(asked.variants.map((variant) => pixelsUnder(variant, asked, current))).then((pixels) => {
      if (isWanted) setDone({ asked, pixels });
    });
    return () => {
      isWanted = false;
    };
  }, [asked]);

  return done?.asked === asked ? done.pixels : null;
}

async function pixelsUnder(variant: Variant, { pictures, index, seed }: Shown, augmenter: Augmenter) {
  const count = Math.min(2, pictures.length);
  const chosen = Array.from({ length: count }, (_, at) => (index + at) % pictures.length);
  const first = pictures[index];
  if (first === undefined) return new Uint8Array();
  const size = first.values.length;
  const values = new Uint8Array(size * count);
  chosen.forEach((picture, row) => values.set(pictures[picture]?.values ?? [], row * size));
  const { values: changed } = await augmenter.augment({
    values,
    samples: Uint32Array.from(chosen),
    shape: [...first.size, first.channels],
    effects: variant.effects,
    place: { seed, epoch: variant.epoch, batch: 0 },
  });
  return Uint8Array.from(changed.subarray(0, size), (value) => Math.round(255 * Math.min(1, Math.max(0, value))));
}
