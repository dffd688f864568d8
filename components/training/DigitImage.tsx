'use client';

import { useEffect, useRef } from 'react';
import type { Shape } from '@/lib/core/tensor-type';
import styles from '@/components/training/samples.module.css';

interface DigitImageProps {
  /** height × width × channels, 0 … 255 */
  readonly pixels: Uint8Array | null;
  readonly shape: Shape;
  /** Side in CSS pixels. */
  readonly size: number;
}

/** One picture, each of its pixels a square; decorative, since what surrounds it says what it is. */
export function DigitImage({ pixels, shape, size }: DigitImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height = 1, width = 1] = shape;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, width, height);
    if (pixels !== null) context.putImageData(toImage(pixels, width, height), 0, 0);
  }, [pixels, width, height]);
  return (
    <canvas
      ref={canvas}
      className={styles.digit}
      width={width}
      height={height}
      style={{ width: size, height: size }}
      aria-hidden="true"
    />
  );
}

function toImage(pixels: Uint8Array, width: number, height: number): ImageData {
  const image = new ImageData(width, height);
  const channels = pixels.length / (width * height);
  for (let at = 0; at < width * height; at++) {
    for (let color = 0; color < 3; color++) {
      image.data[at * 4 + color] = pixels[at * channels + Math.min(color, channels - 1)] ?? 0;
    }
    image.data[at * 4 + 3] = 255;
  }
  return image;
}
