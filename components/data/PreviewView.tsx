'use client';

import { useMemo } from 'react';
import { SamplePicture } from '@/components/data/SamplePicture';
import { shapeText } from '@/components/data/dataset-text';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { Preview, PreviewSample } from '@/lib/datasets/import/protocol';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import styles from '@/components/data/data.module.css';

/** Samples as they will be kept, one row for each class, and their figures. */
export function PreviewView({ preview }: { readonly preview: Preview }) {
  const t = useMessages(datasetMessages);
  const locale = useLocale();
  const groups = useMemo(() => byTarget(preview.samples), [preview]);
  const { counts, bytes, inputShape } = preview;
  const count = (value: number) => formatCount(locale, value);
  const facts = [
    [t.preview.shape, shapeText({ inputShape }, locale)],
    [t.preview.counts, t.facts.samples(count(counts.training), count(counts.test))],
    [t.preview.bytes, formatBytes(locale, bytes)],
  ] as const;
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>{t.preview.text}</p>
      <ul className={styles.groups} aria-label={t.preview.samples}>
        {groups.map(([target, samples]) => (
          <li key={target}>
            <strong>{target}</strong>
            <span className={styles.strip}>
              {samples.map((sample) => (
                <span key={sample.name} title={t.preview.sample(sample.name, sample.target)}>
                  {inputShape.length === 1 ? (
                    <span className={styles.numbers}>{numbersOf(sample.values)}</span>
                  ) : (
                    <SamplePicture values={sample.values} shape={inputShape} size={52} />
                  )}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function byTarget(samples: readonly PreviewSample[]): readonly (readonly [string, readonly PreviewSample[]])[] {
  const groups = new Map<string, PreviewSample[]>();
  for (const sample of samples) {
    const group = groups.get(sample.target);
    if (group === undefined) groups.set(sample.target, [sample]);
    else group.push(sample);
  }
  return [...groups];
}

const MOST_NUMBERS = 8;

function numbersOf(values: PreviewSample['values']): string {
  const shown = Array.from(values.subarray(0, MOST_NUMBERS), (value) => String(Number(value.toPrecision(4))));
  return shown.join('; ') + (values.length > MOST_NUMBERS ? ' …' : '');
}
