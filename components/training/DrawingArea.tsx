'use client';

import {
  useEffect,
  useId,
  useRef,
  useState,
  type Dispatch,
  type KeyboardEvent,
  type PointerEvent,
  type SetStateAction,
} from 'react';
import { movePen, type Pen } from '@/components/training/move-pen';
import { paintStrokes } from '@/components/training/paint-strokes';
import { useMessages } from '@/components/ui/use-messages';
import type { Point, Stroke } from '@/lib/datasets/drawing';
import { trainingResultMessages } from '@/lib/messages/training-results';
import styles from '@/components/training/draw.module.css';

interface DrawingAreaProps {
  readonly strokes: readonly Stroke[];
  readonly onStrokes: Dispatch<SetStateAction<readonly Stroke[]>>;
  /** Width of the pen as a share of the area's. */
  readonly penShare: number;
}

/** Device pixels of the area's side; its size on the page is the style sheet's. */
const SIDE = 448;
const MIDDLE: Pen = { at: { x: 0.5, y: 0.5 }, isDown: false };

/** A sheet to draw on with pointer, finger or keyboard. Points are in [0, 1], from the upper left corner. */
export function DrawingArea({ strokes, onStrokes, penShare }: DrawingAreaProps) {
  const t = useMessages(trainingResultMessages).draw;
  const canvas = useRef<HTMLCanvasElement>(null);
  /** Where it lay when the stroke began: a page that moves meanwhile puts no hook into it. */
  const place = useRef<DOMRect | null>(null);
  const id = useId();
  const [pen, setPen] = useState<Pen>(MIDDLE);
  const [hasFocus, setFocus] = useState(false);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) paintStrokes(context, strokes, { side: SIDE, penShare, pen: hasFocus ? pen : null });
  }, [strokes, penShare, pen, hasFocus]);

  // Several moves may come before the next rendering: each builds on the one before.
  const begin = (point: Point) => onStrokes((drawn) => [...drawn, [point]]);
  const extend = (point: Point) => onStrokes((drawn) => [...drawn.slice(0, -1), [...(drawn.at(-1) ?? []), point]]);

  const onPointerDown = (event: PointerEvent<HTMLCanvasElement>) => {
    place.current = event.currentTarget.getBoundingClientRect();
    event.currentTarget.setPointerCapture(event.pointerId);
    setPen({ ...pen, isDown: false });
    begin(pointOf(event, place.current));
  };
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) extend(pointOf(event, place.current));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLCanvasElement>) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      onStrokes((drawn) => drawn.slice(0, -1));
      return setPen({ ...pen, isDown: false });
    }
    const change = event.ctrlKey || event.metaKey ? null : movePen(pen, event.key);
    if (change === null) return;
    event.preventDefault();
    event.stopPropagation();
    setPen(change.pen);
    if (change.kind === 'clear') onStrokes([]);
    if (change.kind === 'down') begin(change.pen.at);
    if (change.kind === 'move' && change.pen.isDown) extend(change.pen.at);
    if (change.kind !== 'move') setSaid({ clear: t.cleared, down: t.penDown, up: t.penUp }[change.kind]);
  };

  return (
    <div className={styles.area}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        width={SIDE}
        height={SIDE}
        tabIndex={0}
        role="application"
        aria-label={t.canvas}
        aria-describedby={id}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
        onFocus={(event) => setFocus(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setFocus(false)}
      />
      <p id={id} className={styles.help}>
        {t.help} {t.keyboardHelp}
      </p>
      <div className="visually-hidden" role="status">
        {said}
      </div>
    </div>
  );
}

function pointOf(event: PointerEvent<HTMLCanvasElement>, place: DOMRect | null): Point {
  const { left, top, width, height } = place ?? event.currentTarget.getBoundingClientRect();
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
}
