import { useEffect, useRef } from 'react';
import { useTheme } from '@/components/charts/use-theme';
import { drawMap, type MapScene } from '@/components/inspect/map/draw-map';

/** A canvas that shows the scene, in the colours of the page. */
export function useDrawnMap({ placed, frame, labels, names, shown, focused }: MapScene) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    const { width, height } = frame;
    if (!element || !context || width === 0 || height === 0) return;
    const [wide, high] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
    if (element.width !== wide) element.width = wide;
    if (element.height !== high) element.height = high;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, width, height);
    const style = getComputedStyle(element);
    const read = (name: string): string => style.getPropertyValue(name).trim();
    drawMap(
      context,
      { placed, frame, labels, names, shown, focused },
      {
        theme: theme === 'dark' ? 'dark' : 'light',
        ground: read('--surface'),
        text: read('--text'),
        accent: read('--accent'),
      },
    );
  }, [placed, frame, labels, names, shown, focused, theme]);
  return canvas;
}
