/** height × width × channels */
export type PictureShape = readonly [height: number, width: number, channels: number];

/** Where the picture goes: flipped, then scaled and turned about its middle, then moved. */
export interface Placement {
  readonly isMirrored: boolean;
  readonly isUpsideDown: boolean;
  readonly factor: number;
  /** Clockwise as seen, since rows go down. */
  readonly radians: number;
  /** Pixels to the right and down. */
  readonly right: number;
  readonly down: number;
}

/** Values below this are the rounding of sines, not a part of a pixel. */
const DUST = 1e-9;

/**
 * The picture placed anew, each pixel interpolated between the four that it comes from (bilinear); what comes from
 * outside is the nearest pixel of the border.
 */
export function warp(picture: Float32Array, shape: PictureShape, placement: Placement): Float32Array {
  const [height, width, channels] = shape;
  const result = new Float32Array(picture.length);
  const source = sourceOf(shape, placement);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [y, x] = source(row, column);
      const top = Math.floor(y + DUST);
      const left = Math.floor(x + DUST);
      const [low, right] = [Math.max(0, y - top), Math.max(0, x - left)];
      const rows = [clamp(top, height), clamp(top + 1, height)] as const;
      const columns = [clamp(left, width), clamp(left + 1, width)] as const;
      for (let channel = 0; channel < channels; channel += 1) {
        const at = (r: number, c: number): number => picture[(r * width + c) * channels + channel] ?? 0;
        const above = mix(at(rows[0], columns[0]), at(rows[0], columns[1]), right);
        const below = mix(at(rows[1], columns[0]), at(rows[1], columns[1]), right);
        result[(row * width + column) * channels + channel] = mix(above, below, low);
      }
    }
  }
  return result;
}

function mix(from: number, to: number, share: number): number {
  return share < DUST ? from : from + (to - from) * share;
}

function clamp(index: number, size: number): number {
  return Math.min(size - 1, Math.max(0, index));
}

/** The way back: from a pixel of the result to the place in the picture that it shows. */
function sourceOf(
  [height, width]: PictureShape,
  { isMirrored, isUpsideDown, factor, radians, right, down }: Placement,
): (row: number, column: number) => readonly [y: number, x: number] {
  const [middleY, middleX] = [(height - 1) / 2, (width - 1) / 2];
  const [cos, sin] = [Math.cos(radians) / factor, Math.sin(radians) / factor];
  return (row, column) => {
    const [y, x] = [row - down - middleY, column - right - middleX];
    const turnedY = cos * y - sin * x;
    const turnedX = sin * y + cos * x;
    return [middleY + (isUpsideDown ? -turnedY : turnedY), middleX + (isMirrored ? -turnedX : turnedX)];
  };
}
