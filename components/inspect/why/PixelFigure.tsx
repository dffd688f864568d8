'use client';

import { useEffect, useRef } from 'react';
import { putPixels } from '@/components/inspect/put-pixels';
import { onTheme, themeNow } from '@/components/inspect/theme-now';
import type { ColourTheme } from '@/lib/inspect/colours';
import type { Pixels } from '@/lib/inspect/paint-grid';
import styles from '@/components/inspect/why/why.module.css';

interface PixelFigureProps {
  readonly caption: string;
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
  /** Drawn one over the other, the first below; made anew for another theme. */
  readonly layers: readonly ((theme: ColourTheme) => Pixels)[];
}

/** Pictures over each other, each pixel a square, as large as there is room for. */
export function PixelFigure({ caption, label, layers }: PixelFigureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = (): void => {
      if (canvas.current !== null)
        drawLayers(
          canvas.current,
          layers.map((make) => make(themeNow())),
        );
    };
    draw();
    return onTheme(draw);
  }, [layers]);
  return (
    <figure className={styles.figure}>
      <canvas ref={canvas} role="img" aria-label={label} />
      {caption !== '' && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

function drawLayers(canvas: HTMLCanvasElement, pictures: readonly Pixels[]): void {
  const [first, ...others] = pictures;
  if (first === undefined) return;
  putPixels(canvas, first);
  const context = canvas.getContext('2d');
  if (others.length === 0 || context === null) return;
  const scratch = document.createElement('canvas');
  for (const picture of others) {
    putPixels(scratch, picture);
    context.drawImage(scratch, 0, 0, canvas.width, canvas.height);
  }
}
