import type { Shape } from '@/lib/core/tensor-type';
import type { Picture, PictureFit } from '@/lib/datasets/import/protocol';
import { fitPicture } from '@/lib/datasets/import/pictures/fit-picture';

export interface Fitting {
  readonly fit: PictureFit;
  /** Dark on light becomes light on dark. */
  readonly isInverted: boolean;
}

/** A picture as the network is given it: of its input shape, from 0 to 1. */
export function pictureValues(
  [height = 1, width = 1, channels = 1]: Shape,
  picture: Picture,
  how: Fitting,
): Float32Array {
  const fitted = fitPicture(picture, { height, width, colour: channels === 1 ? 'grey' : 'rgb', fit: how.fit });
  return Float32Array.from(fitted, (byte) => (how.isInverted ? 255 - byte : byte) / 255);
}
