'use client';

import { useState } from 'react';
import { CameraInput } from '@/components/inspect/input/CameraInput';
import { DrawingInput } from '@/components/inspect/input/DrawingInput';
import { FileInput } from '@/components/inspect/input/FileInput';
import { SampleInput } from '@/components/inspect/input/SampleInput';
import { Seen } from '@/components/inspect/input/Seen';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { setInspectView, useChosenFile } from '@/components/inspect/view-state';
import { useMessages } from '@/components/ui/use-messages';
import type { Shape } from '@/lib/core/tensor-type';
import { inspectMessages } from '@/lib/messages/inspect';
import type { InputSource } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/input/input.module.css';

type InputKind = InputSource['kind'];

/** Where samples begin. */
const FIRST = { split: 'test', index: 0 } as const satisfies SamplePlace;

type SamplePlace = Pick<Extract<InputSource, { kind: 'sample' }>, 'split' | 'index'>;

/** What the network is given, and where it comes from. */
export function InputColumn() {
  const t = useMessages(inspectMessages).input;
  const shape = useInspect(({ subject }) => subject?.plan.inputShape ?? null);
  const takesSamples = useInspect(({ subject }) => subject?.takesSamples ?? false);
  const hasData = useInspect(({ subject }) => (subject?.dataset.test.count ?? 0) > 0);
  const source = useInspect(({ input }) => input?.source ?? null);
  const { showSample } = useInspectActions();
  const file = useChosenFile();
  const [chosen, setKind] = useState<InputKind | null>(source?.kind ?? null);
  const [sample, setSample] = useState<SamplePlace>(FIRST);
  const [shownFile, setShownFile] = useState(file);
  if (file !== shownFile) {
    setShownFile(file);
    setKind('file');
  }
  if (shape === null) return null;
  const kinds = kindsFor(shape, takesSamples);
  const kind = kinds.find((one) => one === (chosen ?? 'sample')) ?? kinds[0];
  // The number that stands under “Sample” is that of the picture that is seen.
  const choose = (one: InputKind): void => {
    if (source?.kind === 'sample') setSample(source);
    else if (one === 'sample') void showSample(sample.split, sample.index);
    setKind(one);
  };
  return (
    <section className={styles.column} aria-label={t.label}>
      <Seen />
      {kinds.length > 1 && (
        <div className={styles.kinds} role="radiogroup" aria-label={t.kind}>
          {kinds.map((one) => (
            <label key={one}>
              <input type="radio" name="inspect-input" checked={one === kind} onChange={() => choose(one)} />
              {t.kinds[one]}
            </label>
          ))}
        </div>
      )}
      {kind === 'sample' && <SampleInput />}
      {kind === 'file' && (
        <FileInput file={file} onFile={(chosenFile) => setInspectView({ file: chosenFile })} shape={shape} />
      )}
      {kind === 'camera' && <CameraInput shape={shape} />}
      {kind === 'drawing' && <DrawingInput size={shape[0] ?? 1} />}
      {!takesSamples && (
        <p className={styles.note}>{kinds.length === 0 ? t.noInput : hasData ? t.noSamples : t.noData}</p>
      )}
    </section>
  );
}

function kindsFor(shape: Shape, takesSamples: boolean): readonly InputKind[] {
  const [height, width, channels] = shape;
  const isPicture = shape.length === 3 && (channels === 1 || channels === 3);
  return [
    ...(takesSamples ? (['sample'] as const) : []),
    ...(isPicture ? (['file', 'camera'] as const) : []),
    ...(isPicture && channels === 1 && height === width ? (['drawing'] as const) : []),
  ];
}
