'use client';

import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import styles from '@/components/ui/Splitter.module.css';

interface SplitterProps {
  readonly label: string;
  /** Id of the panel that is sized. */
  readonly controls: string;
  /** Which way the panel lies from the splitter. */
  readonly side: 'left' | 'right' | 'below';
  /** Size of the panel in pixels, with its bounds and the size a double click brings back. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly initial: number;
  readonly onResize: (size: number) => void;
  /** Left out: a double click brings the initial size back, as Enter does. */
  readonly onDoubleClick?: () => void;
}

const STEP = 16;

/** The line between two panels: dragged by pointer, moved by arrow keys, Home, End; Enter, or else a double click, resets it. */
export function Splitter({ label, controls, side, size, min, max, initial, onResize, onDoubleClick }: SplitterProps) {
  const t = useMessages(uiMessages);
  const drag = useRef<{ readonly from: number; readonly size: number } | null>(null);
  const resize = (pixels: number) => onResize(Math.round(Math.min(Math.max(pixels, min), max)));
  const along = (event: PointerEvent) => (side === 'below' ? event.clientY : event.clientX);
  const sign = side === 'left' ? 1 : -1;

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: along(event), size };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current !== null) resize(drag.current.size + sign * (along(event) - drag.current.from));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = sizeAfter(event.key, { side, size, min, max, initial });
    if (to === undefined) return;
    event.preventDefault();
    resize(to);
  };

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-controls={controls}
      aria-orientation={side === 'below' ? 'horizontal' : 'vertical'}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuetext={t.pixels(size)}
      className={`${styles.splitter} ${side === 'below' ? styles.horizontal : styles.vertical}`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onDoubleClick={onDoubleClick ?? (() => resize(initial))}
      onKeyDown={onKeyDown}
    />
  );
}

function sizeAfter(
  key: string,
  { side, size, min, max, initial }: Pick<SplitterProps, 'side' | 'size' | 'min' | 'max' | 'initial'>,
) {
  const grow = { left: 'ArrowRight', right: 'ArrowLeft', below: 'ArrowUp' }[side];
  const shrink = { left: 'ArrowLeft', right: 'ArrowRight', below: 'ArrowDown' }[side];
  if (key === grow) return size + STEP;
  if (key === shrink) return size - STEP;
  if (key === 'Home') return min;
  if (key === 'End') return max;
  return key === 'Enter' ? initial : undefined;
}
