import { NO_EFFECTS } from '@/lib/training/augment/effects';
import { previewVariants } from '@/lib/training/augment/preview';

test('every effect that is on is shown alone, then all together in four epochs', () => {
  const effects = { ...NO_EFFECTS, flipHorizontal: true, rotate: 10 };
  const variants = previewVariants(effects, 3);
  expect(variants.map((variant) => (variant.kind === 'alone' ? variant.effect : variant.epoch))).toEqual([
    'flipHorizontal',
    'rotate',
    3,
    4,
    5,
    6,
  ]);
  expect(variants[1]?.effects).toEqual({ ...NO_EFFECTS, rotate: 10 });
  expect(variants[5]?.effects).toEqual(effects);
});

test('a single effect is not shown twice, and none shows nothing', () => {
  expect(previewVariants({ ...NO_EFFECTS, noise: 0.1 }, 0).map(({ kind }) => kind)).toEqual(Array(4).fill('together'));
  expect(previewVariants(NO_EFFECTS, 0)).toEqual([]);
});
