'use client';

import { ClassChoice } from '@/components/data/ClassChoice';
import type { FormProps } from '@/components/data/form';
import { SkippedFiles } from '@/components/data/SkippedFiles';
import { useFirstFocus } from '@/components/data/use-first-focus';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatCount } from '@/lib/messages/figures';
import styles from '@/components/data/data.module.css';

/** What the source holds, what is left out of it, and what is only guessed. */
export function FoundView(form: FormProps) {
  const t = useMessages(datasetMessages);
  const locale = useLocale();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const { format, counts, pictures, skipped, unclear } = form.found;
  const count = (value: number) => formatCount(locale, value);
  const facts = [
    t.found.formats[format],
    t.found.counts(count(counts.training), counts.test === null ? null : count(counts.test)),
    pictures === null
      ? null
      : t.found.sizes(pictures.smallest.join(' × '), pictures.largest.join(' × '), pictures.isUniform),
  ];
  return (
    <section className={styles.found} aria-label={t.found.title}>
      <h3 ref={heading} tabIndex={-1}>
        {t.found.title}
      </h3>
      <p>{facts.filter((fact) => fact !== null).join('; ')}</p>
      {unclear.map((what) => (
        <p key={what} className={styles.unclear}>
          <Icon name="warning" size={14} /> {t.unclear[what]}
        </p>
      ))}
      <ClassChoice {...form} />
      <SkippedFiles files={skipped} />
    </section>
  );
}
