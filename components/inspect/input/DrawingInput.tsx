'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { DrawingArea } from '@/components/training/DrawingArea';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import { rasterizeDrawing, type Stroke } from '@/lib/datasets/drawing';
import { inspectInputMessages } from '@/lib/messages/inspect-input';
import styles from '@/components/inspect/input/input.module.css';

/** Half the pen's width as a share of the picture's side: as MNIST's lines. */
const PEN_SHARE = 1.2 / 28;
/** In pixels: thinner lines fade. */
const LEAST_RADIUS = 0.8;

interface DrawingInputProps {
  /** Of the square picture, in pixels. */
  readonly size: number;
  readonly channels: number;
}

/** A drawing, stroke by stroke. */
export function DrawingInput({ size, channels }: DrawingInputProps) {
  const t = useMessages(inspectInputMessages).drawing;
  const { setInput } = useInspectActions();
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const hadStrokes = useRef(false);
  const pad = useRef<HTMLDivElement>(null);
  const penRadius = Math.max(LEAST_RADIUS, PEN_SHARE * size);
  useEffect(() => {
    const values = rasterizeDrawing(strokes, { size, penRadius });
    if (values !== null) setInput({ source: { kind: 'drawing' }, values: inColour(values, channels) });
    else if (hadStrokes.current) setInput(null);
    hadStrokes.current = values !== null;
  }, [strokes, size, channels, penRadius, setInput]);
  useInView(pad);
  return (
    <>
      <div ref={pad} className={styles.drawing}>
        <DrawingArea strokes={strokes} onStrokes={setStrokes} penShare={(2 * penRadius) / size} />
        <div className={styles.drawingTools}>
          <IconButton
            icon="undo"
            label={t.undo}
            tip="below-end"
            disabled={strokes.length === 0}
            onClick={() => setStrokes((drawn) => drawn.slice(0, -1))}
          />
          <IconButton
            icon="trash"
            label={t.clear}
            tip="below-end"
            disabled={strokes.length === 0}
            onClick={() => setStrokes([])}
          />
        </div>
      </div>
      {channels > 1 && <p className={styles.note}>{t.colour}</p>}
    </>
  );
}

/** The same in every channel. */
function inColour(values: Float32Array, channels: number): Float32Array {
  return channels === 1
    ? values
    : Float32Array.from({ length: values.length * channels }, (_, at) => values[Math.floor(at / channels)] ?? 0);
}

/** Scrolls what is around it so far that the whole sheet is seen, whenever there is more or less room. */
function useInView(pad: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const sheet = pad.current?.querySelector('canvas');
    const column = pad.current?.parentElement;
    if (sheet === undefined || sheet === null || column === undefined || column === null) return undefined;
    const show = (): void => {
      const over = sheet.getBoundingClientRect().bottom + EDGE - column.getBoundingClientRect().bottom;
      if (over > 0) column.scrollTop += over;
    };
    const observer = new ResizeObserver(show);
    observer.observe(column);
    return () => observer.disconnect();
  }, [pad]);
}

/** Pixels below the sheet that are seen too. */
const EDGE = 6;
