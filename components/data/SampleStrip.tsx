'use client';

import { useEffect, useState } from 'react';
import { firstSamples, type FirstSample } from '@/components/data/first-samples';
import { SamplePicture } from '@/components/data/SamplePicture';
import type { Dataset } from '@/lib/datasets/dataset';
import styles from '@/components/data/data.module.css';

const SHOWN = 6;
const NONE: readonly FirstSample[] = [];

/** A few test samples, to know a data set by; decorative. */
export function SampleStrip({ dataset }: { readonly dataset: Dataset }) {
  const [loaded, setLoaded] = useState<{ readonly id: string; readonly samples: readonly FirstSample[] } | null>(null);
  const { id, inputShape } = dataset;
  useEffect(() => {
    let isOver = false;
    void firstSamples(dataset, SHOWN).then((samples) => {
      if (!isOver) setLoaded({ id, samples });
    });
    return () => {
      isOver = true;
    };
  }, [dataset, id]);
  const samples = loaded?.id === id ? loaded.samples : NONE;
  return (
    <span className={styles.thumbs} data-rows={inputShape.length === 1} aria-hidden="true">
      {samples.map(({ index, values }) => (
        <SamplePicture key={index} values={values} shape={inputShape} size={inputShape.length === 1 ? 132 : 42} />
      ))}
    </span>
  );
}
