'use client';

import { useEffect, useState } from 'react';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { DrawingArea } from '@/components/training/DrawingArea';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { rasterizeDrawing, type Stroke } from '@/lib/datasets/drawing';
import { inspectMessages } from '@/lib/messages/inspect';
import styles from '@/components/inspect/input/input.module.css';

/** Half the pen's width, in pixels of the network's picture: as MNIST's lines. */
const PEN_RADIUS = 1.2;

/** A drawing, stroke by stroke. */
export function DrawingInput({ size }: { readonly size: number }) {
  const t = useMessages(inspectMessages).input;
  const { setInput } = useInspectActions();
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  useEffect(() => {
    const values = rasterizeDrawing(strokes, { size, penRadius: PEN_RADIUS });
    if (values !== null) setInput({ source: { kind: 'drawing' }, values });
  }, [strokes, size, setInput]);
  return (
    <div className={styles.drawing}>
      <DrawingArea strokes={strokes} onStrokes={setStrokes} penShare={(2 * PEN_RADIUS) / size} />
      <Button
        disabled={strokes.length === 0}
        onClick={() => {
          setStrokes([]);
          setInput(null);
        }}
      >
        {t.clear}
      </Button>
    </div>
  );
}
