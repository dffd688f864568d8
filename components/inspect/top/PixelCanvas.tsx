'use client';

import { useEffect, useRef } from 'react';
import { putPixels } from '@/components/inspect/put-pixels';
import type { Pixels } from '@/lib/inspect/paint-grid';
import styles from '@/components/inspect/top/top.module.css';

/** Pixels as squares, as large as there is room in the longer direction. What it shows is said beside it. */
export function PixelCanvas({ pixels, size }: { readonly pixels: Pixels | null; readonly size: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null && pixels !== null) putPixels(canvas.current, pixels);
  }, [pixels]);
  const [width, height] = pixels === null ? [size, size] : [pixels.width, pixels.height];
  const scale = size / Math.max(width, height);
  return (
    <canvas
      ref={canvas}
      className={styles.pixels}
      style={{ width: width * scale, height: height * scale, imageRendering: scale >= 1 ? 'pixelated' : 'auto' }}
      aria-hidden="true"
    />
  );
}
