'use client';

import { useEffect, useState } from 'react';
import { SamplePicture } from '@/components/data/SamplePicture';
import type { DataMap } from '@/components/inspect/map/data-map';
import { fetchSamples, knownSample } from '@/components/inspect/top/sample-cache';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import { classesOf } from '@/lib/datasets/dataset';
import { inspectMapMessages } from '@/lib/messages/inspect-map';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { Sample } from '@/lib/training/protocol';
import styles from '@/components/inspect/map/map.module.css';

interface PointCardProps {
  readonly id: string;
  readonly map: DataMap;
  readonly subject: InspectSubject;
  readonly focused: number;
  readonly onUse: () => void;
}

const SIZE = 64;

/** The sample that is pointed at: its picture, its class, and the way to look at it; until then, what to do. */
export function PointCard({ id, map, subject, focused, onUse }: PointCardProps) {
  const t = useMessages(inspectMapMessages);
  const number = map.samples[focused];
  const sample = useSample(map, subject, number);
  const label = map.labels[focused];
  const truth = label === undefined ? null : (classesOf(subject.dataset)[label] ?? null);
  return (
    <div className={styles.card}>
      {number !== undefined && (
        <SamplePicture values={sample?.values ?? null} shape={subject.plan.inputShape} size={SIZE} />
      )}
      <div className={styles.facing}>
        <p role="status">{number !== undefined && t.point(String(number), t.splits[map.of.split], truth)}</p>
        {number !== undefined && (
          <IconButton icon="eye" label={t.use} tip="below-end" className={styles.use} onClick={onUse} />
        )}
        <p id={id} className={number === undefined ? styles.hint : 'visually-hidden'}>
          {t.howTo} <span className="visually-hidden">{t.howToZoom}</span>
        </p>
      </div>
    </div>
  );
}

function useSample(
  { of: { split } }: DataMap,
  subject: InspectSubject,
  number: number | undefined,
): Sample | undefined {
  const { call } = useInspectActions();
  const [, setRead] = useState(0);
  useEffect(() => {
    if (number === undefined) return;
    let isOver = false;
    void fetchSamples({ subject, call }, split, [number]).then(() => {
      if (!isOver) setRead((count) => count + 1);
    });
    return () => {
      isOver = true;
    };
  }, [subject, call, split, number]);
  return number === undefined ? undefined : knownSample(subject, split, number);
}
