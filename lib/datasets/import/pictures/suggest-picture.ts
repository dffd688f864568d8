import type { FoundPictures, PictureOptions } from '@/lib/datasets/import/protocol';
import type { PictureSize } from '@/lib/datasets/import/pictures/picture-size';

/** Pictures that are all alike and no larger than this are kept as they are. */
const KEPT_AS_IS = 128;
/** What others are made: enough to see things, and trained in a browser in minutes. */
const USUAL = 64;

export function suggestPicture({ smallest: [height, width], isUniform, channels }: FoundPictures): PictureOptions {
  const colour = channels === 1 ? 'grey' : 'rgb';
  if (isUniform && Math.max(height, width) <= KEPT_AS_IS) return { height, width, colour, fit: 'cover' };
  return { height: USUAL, width: USUAL, colour, fit: 'cover' };
}

export function describeSizes(sizes: readonly PictureSize[], channels: 1 | 3): FoundPictures {
  const byArea = [...sizes].sort((a, b) => a.width * a.height - b.width * b.height);
  const [first] = byArea;
  const last = byArea.at(-1);
  return {
    smallest: [first?.height ?? 0, first?.width ?? 0],
    largest: [last?.height ?? 0, last?.width ?? 0],
    isUniform: sizes.every(({ width, height }) => width === first?.width && height === first.height),
    channels,
  };
}
