'use client';

import { useEffect, useRef } from 'react';
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
  const theme = useTheme();
  useEffect(() => {
    const element = canvas.current;
    if (element === null || picture === null) return;
    const draw = () => {
      element.width = element.clientWidth * devicePixelRatio;
      element.height = element.clientHeight * devicePixelRatio;
      drawPicture(element, { picture, view, margin, ink: readInk(element) });
    };
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [picture, view, margin, theme]);
  return <canvas ref={canvas} className={styles.picture} aria-hidden="true" />;
}
