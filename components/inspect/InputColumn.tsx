'use client';

import { useEffect, useState } from 'react';
import { CameraInput } from '@/components/inspect/input/CameraInput';
import { DrawingInput } from '@/components/inspect/input/DrawingInput';
import { FIRST_SAMPLE, useInputKind, type InputKind, type SamplePlace } from '@/components/inspect/input/input-kinds';
import { FileInput } from '@/components/inspect/input/FileInput';
import { NoSamples, StartWeights } from '@/components/inspect/input/NoSamples';
import { SampleInput } from '@/components/inspect/input/SampleInput';
import { Seen } from '@/components/inspect/input/Seen';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { setInspectView, useChosenFile } from '@/components/inspect/view-state';
import { useMessages } from '@/components/ui/use-messages';
import { inspectMessages } from '@/lib/messages/inspect';
import styles from '@/components/inspect/input/input.module.css';

/** What the network is given, and where it comes from. */
export function InputColumn() {
  const t = useMessages(inspectMessages).input;
  const shape = useInspect(({ subject }) => subject?.plan.inputShape ?? null);
  const takesSamples = useInspect(({ subject }) => subject?.takesSamples ?? false);
  const hasInput = useInspect(({ input }) => input !== null);
  const source = useInspect(({ input }) => input?.source ?? null);
  const { showSample, setInput } = useInspectActions();
  const file = useChosenFile();
  const { kinds, kind } = useInputKind();
  const [sample, setSample] = useState<SamplePlace>(FIRST_SAMPLE);
  // Other parts of the page show samples too.
  useEffect(() => {
    if (source?.kind === 'sample') setInspectView({ inputKind: 'sample' });
  }, [source]);
  if (shape === null) return null;
  // The number that stands under “Sample” is that of the picture that is seen.
  const choose = (one: InputKind): void => {
    if (one === kind) return;
    if (source?.kind === 'sample') setSample(source);
    // What was seen of the input before is not passed off as what is seen of the next one.
    setInput(null);
    setInspectView({ inputKind: one });
    if (one === 'sample') void showSample(sample.split, sample.index);
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
      {kind === 'drawing' && <DrawingInput size={shape[0] ?? 1} channels={shape[2] ?? 1} />}
      {!takesSamples && hasInput && (
        <>
          <NoSamples />
          <StartWeights />
        </>
      )}
    </section>
  );
}
