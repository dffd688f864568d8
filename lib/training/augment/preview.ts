import { NO_EFFECTS, type Effects } from '@/lib/training/augment/effects';

export type EffectName = keyof Effects;

/** One way in which a picture is shown: by one effect alone, or by all together in a later epoch. */
export type Variant =
  | { readonly kind: 'alone'; readonly effect: EffectName; readonly effects: Effects; readonly epoch: number }
  | { readonly kind: 'together'; readonly effects: Effects; readonly epoch: number };

/** How many epochs are shown of all effects together. */
const EPOCHS = 4;

/** Every effect that is on by itself, then all of them in a few epochs from `first` on; none where all are off. */
export function previewVariants(effects: Effects, first: number): readonly Variant[] {
  const names = Object.keys(NO_EFFECTS) as EffectName[];
  const on = names.filter((name) => effects[name] !== NO_EFFECTS[name]);
  if (on.length === 0) return [];
  const alone = on.map((effect) => ({
    kind: 'alone' as const,
    effect,
    effects: { ...NO_EFFECTS, [effect]: effects[effect] },
    epoch: first,
  }));
  const together = Array.from({ length: EPOCHS }, (_, at) => ({
    kind: 'together' as const,
    effects,
    epoch: first + at,
  }));
  return on.length === 1 ? together : [...alone, ...together];
}
