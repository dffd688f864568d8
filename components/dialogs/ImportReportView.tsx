'use client';

import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { ImportReport } from '@/lib/core/import-report';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import { describeImportNote, headingOf, importMessages } from '@/lib/messages/imports';
import styles from '@/components/dialogs/OpenReportDialog.module.css';

const HEADINGS = ['opaque', 'assumed', 'left-out'] as const;

/** What another tool's file became: what was read, what is kept without being understood, assumed, or left out. */
export function ImportReportView({ name, report }: { readonly name: string; readonly report: ImportReport }) {
  const t = useMessages(importMessages);
  const locale = useLocale();
  const { format, version, layers, params, weights, notes } = report;
  return (
    <>
      <p className={styles.name}>{name}</p>
      <p>{t.formats[format](version)}</p>
      <p>{t.read(layers, formatCount(locale, params))}</p>
      <p>{weights === null ? t.noWeights : t.weights(weights.tensors, formatBytes(locale, weights.bytes))}</p>
      {notes.length === 0 && <p>{t.exact}</p>}
      {HEADINGS.map((heading) => {
        const under = notes.filter((note) => headingOf(note) === heading);
        if (under.length === 0) return null;
        return (
          <section key={heading} className={styles.section}>
            <h3>{t.headings[heading]}</h3>
            <ul className={styles.list}>
              {under.map((note, index) => (
                <li key={index}>{describeImportNote(note, locale)}</li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
