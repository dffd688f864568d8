'use client';

import { useState } from 'react';
import { findOfClass, splitCount } from '@/components/inspect/input/samples';
import { wordOf } from '@/components/inspect/NoSubject';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { classesOf } from '@/lib/datasets/dataset';
import { formatShare } from '@/lib/messages/figures';
import { inspectMessages } from '@/lib/messages/inspect';
import type { Split } from '@/lib/training/inspect/protocol';
import styles from '@/components/inspect/input/input.module.css';

const SPLITS = ['training', 'validation', 'test'] as const;

/** A sample of the data set, by its number, by chance or by its class. */
export function SampleInput() {
  const t = useMessages(inspectMessages).input;
  const actions = useInspectActions();
  const subject = useInspect((state) => state.subject);
  const source = useInspect(({ input }) => (input?.source.kind === 'sample' ? input.source : null));
  const [wanted, setWanted] = useState<number | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [split, index] = [source?.split ?? 'test', source?.index ?? 0];
  if (subject === null) return null;
  const count = splitCount(subject, split);
  const classes = classesOf(subject.dataset);

  const show = async (from: Split, at: number, step: number): Promise<void> => {
    const all = splitCount(subject, from);
    const start = ((at % all) + all) % all;
    const found =
      wanted === null || step === 0
        ? start
        : await findOfClass(actions, { split: from, start, step, all, label: wanted });
    setMissing(found === null);
    if (found !== null) await actions.showSample(from, found);
  };

  return (
    <>
      <div className={styles.row}>
        <IconButton icon="chevron-left" label={t.previous} onClick={() => void show(split, index - 1, -1)} />
        <input
          type="number"
          className={styles.number}
          aria-label={t.number}
          min={0}
          max={count - 1}
          value={index}
          onChange={(event) => {
            const at = event.target.valueAsNumber;
            if (Number.isInteger(at) && at >= 0 && at < count) void show(split, at, 0);
          }}
        />
        <IconButton icon="chevron-right" label={t.next} onClick={() => void show(split, index + 1, 1)} />
        <Button onClick={() => void show(split, Math.floor(Math.random() * count), 1)}>{t.random}</Button>
      </div>
      <label className={styles.field}>
        {t.split}
        <select
          value={split}
          onChange={(event) => {
            const chosen = SPLITS.find((one) => one === event.target.value);
            if (chosen !== undefined) void show(chosen, 0, 1);
          }}
        >
          {SPLITS.filter((one) => splitCount(subject, one) > 0).map((one) => (
            <option key={one} value={one}>
              {t.splits[one]}
            </option>
          ))}
        </select>
      </label>
      {classes.length > 0 && (
        <label className={styles.field}>
          {t.ofClass}
          <select
            value={wanted ?? ''}
            onChange={(event) => setWanted(event.target.value === '' ? null : Number(event.target.value))}
          >
            <option value="">{t.anyClass}</option>
            {classes.map((name, label) => (
              <option key={name} value={label}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <SampleWords missing={isMissing && wanted !== null ? (classes[wanted] ?? null) : null} />
    </>
  );
}

function SampleWords({ missing }: { readonly missing: string | null }) {
  const t = useMessages(inspectMessages);
  const locale = useLocale();
  const failure = useInspect((state) => state.sampleFailure);
  const download = useInspect((state) => state.download);
  const share = download === null ? null : formatShare(locale, download.loaded / Math.max(1, download.total));
  return (
    <p role="status" className={failure === null ? styles.note : styles.fault}>
      {failure !== null
        ? t.failed[wordOf(failure)]
        : share !== null
          ? t.loadingData(share)
          : missing !== null && t.input.noneOfClass(missing)}
    </p>
  );
}
