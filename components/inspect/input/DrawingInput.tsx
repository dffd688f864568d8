'use client';

import { useEffect, useRef, type Dispatch, type RefObject, type SetStateAction } from 'react';
import { useInspectActions, useInspectStore } from '@/components/inspect/use-inspect';
import { inspectView, setInspectView, useInspectView } from '@/components/inspect/view-state';
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
  const store = useInspectStore();
  const { setInput } = useInspectActions();
  const strokes = useInspectView((view) => view.strokes);
  const shown = useRef<readonly Stroke[] | null>(null);
  const pad = useRef<HTMLDivElement>(null);
  const penRadius = Math.max(LEAST_RADIUS, PEN_SHARE * size);
  useEffect(() => {
    const { input } = store.getState();
    const isDrawn = input?.source.kind === 'drawing';
    // Still there from when the panel was open before, and moved, it may be.
    const isThere = shown.current === null && isDrawn && input.values.length === size * size * channels;
    shown.current = strokes;
    if (isThere) return;
    const values = rasterizeDrawing(strokes, { size, penRadius });
    if (values !== null) setInput({ source: { kind: 'drawing' }, values: inColour(values, channels) });
    else if (isDrawn) setInput(null);
  }, [strokes, size, channels, penRadius, store, setInput]);
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

const setStrokes: Dispatch<SetStateAction<readonly Stroke[]>> = (next) => {
  const { strokes } = inspectView.getState();
  setInspectView({ strokes: typeof next === 'function' ? next(strokes) : next });
};

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
    return () => {
      observer.disconnect();
      column.scrollTop = 0; // what comes in its place is seen from its top, with the picture
    };
  }, [pad]);
}

/** Pixels below the sheet that are seen too. */
const EDGE = 6;
