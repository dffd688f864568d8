'use client';

import { useEffect, useRef } from 'react';
import type { Shape } from '@/lib/core/tensor-type';
import { paintSample, shownSize, type SampleValues } from '@/components/data/paint-sample';

interface SamplePictureProps {
  readonly values: SampleValues | null;
  /** height × width × channels, or the columns of a row of numbers. */
  readonly shape: Shape;
  /** Longer side in CSS pixels. */
  readonly size: number;
}

/** Of a row of numbers, which would be a line too thin to see, or, of a few, a wall. */
const ROW_HEIGHT = 12;

/** One sample as a picture; decorative, since what surrounds it says what it is. */
export function SamplePicture({ values, shape, size }: SamplePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = shownSize(shape);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, width, height);
    if (values !== null) context.putImageData(new ImageData(paintSample(values, shape), width, height), 0, 0);
  }, [values, shape, width, height]);
  const scale = size / Math.max(width, height);
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      style={{
        flex: 'none',
        width: width * scale,
        height: shape.length < 2 ? ROW_HEIGHT : height * scale,
        // Each pixel a square where there is room for it; a large picture shown small is smoothed.
        imageRendering: scale >= 1 ? 'pixelated' : 'auto',
        background: '#000',
        borderRadius: 'var(--radius-small)',
      }}
      aria-hidden="true"
    />
  );
}
