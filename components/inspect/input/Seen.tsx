'use client';

import { useMemo } from 'react';
import { SamplePicture } from '@/components/data/SamplePicture';
import { useInputKind } from '@/components/inspect/input/input-kinds';
import { MovablePicture, MoveTools } from '@/components/inspect/input/MoveTools';
import { seenValues } from '@/components/inspect/input/seen-values';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { unitNames } from '@/components/inspect/unit-names';
import { useInspect } from '@/components/inspect/use-inspect';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { classesOf } from '@/lib/datasets/dataset';
import { spanOf } from '@/lib/inspect/normalise';
import { formatShare } from '@/lib/messages/figures';
import { inspectMessages } from '@/lib/messages/inspect';
import { learnedKind } from '@/lib/training/learned-kind';
import styles from '@/components/inspect/input/input.module.css';

const SIDE = 76;

/** The input as the first layer is given it, what it is, and what the network makes of it. */
export function Seen() {
  const t = useMessages(inspectMessages).input;
  const format = useShortNumber();
  const values = useInspect(({ input }) => input?.values ?? null);
  const subject = useInspect((state) => state.subject);
  const seen = useMemo(
    () => (values === null || subject === null ? null : seenValues(values, subject)),
    [values, subject],
  );
  const span = seen === null ? null : spanOf(seen.values);
  if (subject === null) return null;
  const { inputShape } = subject.plan;
  const isPicture = inputShape.length === 3;
  const picture = <SamplePicture values={seen?.values ?? null} shape={inputShape} size={SIDE} />;
  // A row of nothing would be a black bar.
  const isBare = !isPicture && seen === null;
  return (
    <>
      <div className={styles.seen}>
        {isPicture ? <MovablePicture>{picture}</MovablePicture> : isBare ? null : picture}
        <div className={styles.words}>
          <h3 title={seen?.isNormalized === true ? t.normalized : t.unit}>{t.seen}</h3>
          <span className={styles.note}>
            {span === null ? t.nothing : t.range(format(span.low), format(span.high))}
          </span>
        </div>
      </div>
      <Truth />
      <Verdict />
      {isPicture && <MoveTools />}
    </>
  );
}

/** One line, which is there without words too: what lies below stays where it is. */
function Truth() {
  const t = useMessages(inspectMessages).input;
  const { kind } = useInputKind();
  const name = useInspect(({ input, subject }) => {
    if (input?.source.kind !== 'sample' || subject === null) return null;
    return classesOf(subject.dataset)[input.source.sample.label] ?? null;
  });
  if (kind !== 'sample') return null;
  const text = name === null ? '' : t.truth(name);
  return (
    <p className={styles.line} title={text}>
      {text}
    </p>
  );
}

function Verdict() {
  const t = useMessages(inspectMessages);
  const locale = useLocale();
  const [name, promille] = useInspect(({ output, subject }) => {
    const [first] = subject?.plan.outputs ?? [];
    if (output === null || subject === null || first === undefined) return [null, 0];
    const { plan, dataset, document } = subject;
    if (learnedKind(plan, { settings: document.training, dataset }) !== 'classes') return [null, 0];
    const best = output.indexOf(Math.max(...output));
    return [unitNames(subject, first)[best] ?? null, Math.round(1000 * (output[best] ?? 0))];
  });
  const text = name === null ? '' : t.says(name, formatShare(locale, promille / 1000));
  return (
    <p className={styles.line} title={text}>
      {text}
    </p>
  );
}
