'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import type { LayerView, Overhang } from '@/lib/analysis/unit-view';
import { useTheme } from '@/components/charts/use-theme';
import { drawPicture, readInk } from '@/components/unit-view/draw-picture';
import type { Picture } from '@/components/unit-view/pictures';
import styles from '@/components/unit-view/unit-view.module.css';

interface PictureViewProps {
  readonly picture: Picture | null;
  readonly view: LayerView | null;
  readonly margin: Overhang;
}

/** The picture with the region marked; what it shows is said in words beside it. */
export function PictureView({ picture, view, margin }: PictureViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const side = useCanvasSide(canvas);
  const theme = useTheme();
  useEffect(() => {
    const element = canvas.current;
    if (element === null || picture === null || side === 0) return;
    // Setting a size empties the canvas and costs more than the drawing.
    if (element.width !== side) element.width = element.height = side;
    drawPicture(element, { picture, view, margin, ink: readInk(element) });
  }, [picture, view, margin, theme, side]);
  return <canvas ref={canvas} className={styles.picture} aria-hidden="true" />;
}

/** The side of the square canvas in the screen's pixels; 0 before it is laid out. */
function useCanvasSide(canvas: RefObject<HTMLCanvasElement | null>): number {
  const [side, setSide] = useState(0);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setSide(Math.round(element.clientWidth * devicePixelRatio)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvas]);
  return side;
}
