'use client';

import { useMemo, useState } from 'react';
import { SamplePicture } from '@/components/data/SamplePicture';
import { DrawingArea } from '@/components/training/DrawingArea';
import { EmptyView } from '@/components/training/EmptyView';
import { ProbabilityBars } from '@/components/training/ProbabilityBars';
import { TestWeights } from '@/components/training/TestWeights';
import { useCanAsk } from '@/components/training/use-can-ask';
import { usePrediction } from '@/components/training/use-prediction';
import { useRun } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatShape } from '@/lib/core/tensor-type';
import { classesOf, type Dataset } from '@/lib/datasets/dataset';
import { boxSide, rasterizeDrawing, type Stroke } from '@/lib/datasets/drawing';
import { formatAccuracy } from '@/lib/messages/measures';
import { trainingMessages } from '@/lib/messages/training';
import { trainingResultMessages } from '@/lib/messages/training-results';
import styles from '@/components/training/draw.module.css';

/** Half the pen's width in the network's picture, in its pixels: MNIST's lines are two to three pixels wide. */
const PEN = { min: 0.6, max: 2, step: 0.1, start: 1.2 } as const;

/** Draw and watch what the trained network makes of it. */
export function DrawView() {
  const t = useMessages(trainingResultMessages).draw;
  const canAsk = useCanAsk();
  const dataset = useRun((run) => run.subject?.dataset ?? null);
  if (dataset === null || !canAsk) {
    return (
      <EmptyView title={t.empty} text={t.emptyText} icon="pencil">
        <TestWeights />
      </EmptyView>
    );
  }
  const [height, width, channels] = dataset.inputShape;
  if (height === undefined || height !== width || channels !== 1) {
    return <EmptyView title={t.canvas} text={t.otherShape(formatShape(dataset.inputShape))} icon="pencil" />;
  }
  return <Sketch dataset={dataset} size={height} />;
}

function Sketch({ dataset, size }: { readonly dataset: Dataset; readonly size: number }) {
  const t = useMessages(trainingResultMessages).draw;
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [penRadius, setPenRadius] = useState<number>(PEN.start);
  const picture = useMemo(() => rasterizeDrawing(strokes, { size, penRadius }), [strokes, size, penRadius]);
  return (
    <div className={styles.draw}>
      <div className={styles.sheet}>
        <DrawingArea strokes={strokes} onStrokes={setStrokes} penShare={(penRadius * 2) / size} />
        <div className={styles.tools}>
          <label className={styles.brush}>
            {t.brush}
            <input
              type="range"
              min={PEN.min}
              max={PEN.max}
              step={PEN.step}
              value={penRadius}
              onChange={(event) => setPenRadius(Number(event.target.value))}
            />
          </label>
          <Button disabled={strokes.length === 0} onClick={() => setStrokes(strokes.slice(0, -1))}>
            {t.undo}
          </Button>
          <Button disabled={strokes.length === 0} onClick={() => setStrokes([])}>
            {t.clear}
          </Button>
        </div>
      </div>
      <Seen picture={picture} dataset={dataset} />
      <Verdict picture={picture} classes={classesOf(dataset)} />
    </div>
  );
}

function Seen({ picture, dataset }: { readonly picture: Float32Array | null; readonly dataset: Dataset }) {
  const t = useMessages(trainingResultMessages).draw;
  const pixels = useMemo(() => picture && Uint8Array.from(picture, (ink) => Math.round(ink * 255)), [picture]);
  return (
    <div className={styles.seen}>
      <h3>{t.seen}</h3>
      <SamplePicture values={pixels} shape={dataset.inputShape} size={112} />
      <p>{t.seenHint(String(boxSide(dataset.inputShape[0] ?? 0)))}</p>
    </div>
  );
}

interface VerdictProps {
  readonly picture: Float32Array | null;
  readonly classes: readonly string[];
}

function Verdict({ picture, classes }: VerdictProps) {
  const t = useMessages(trainingResultMessages).draw;
  const problems = useMessages(trainingMessages).problem.failures;
  const locale = useLocale();
  const { prediction, failure } = usePrediction(picture);
  const share = prediction?.probabilities[prediction.label] ?? 0;
  return (
    <div className={styles.verdict}>
      <h3>{t.prediction}</h3>
      <p role="status" className={styles.says}>
        {failure !== null
          ? problems[failure.code]
          : prediction === null
            ? t.nothing
            : t.predicts(classes[prediction.label] ?? '', formatAccuracy(locale, share))}
      </p>
      <ProbabilityBars probabilities={prediction?.probabilities ?? null} classes={classes} />
    </div>
  );
}
