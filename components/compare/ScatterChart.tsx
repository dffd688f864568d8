'use client';

import type { ComparedDesign } from '@/lib/analysis/compare/compare-designs';
import { compareMessages } from '@/lib/messages/compare';
import { scatterPoints, scatterWords } from '@/components/compare/figure/figure-words';
import { needsLog, scatterPicture } from '@/components/compare/figure/scatter-picture';
import { PictureView } from '@/components/compare/PictureView';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import styles from '@/components/compare/overview.module.css';

/** One dot per design; its numbers stand in the table of totals and, in words, in the picture's name. */
export function ScatterChart({ designs }: { readonly designs: readonly ComparedDesign[] }) {
  const words = useMessages(compareMessages);
  const locale = useLocale();
  const { points, missing } = scatterPoints(designs);
  const told = points.map(({ name, params, macs }) =>
    words.scatter.point(name, words.count(params), words.count(macs)),
  );
  return (
    <section aria-label={words.views.scatter} className={styles.part}>
      <h3>{words.scatter.caption}</h3>
      {points.length > 0 && (
        <PictureView
          picture={scatterPicture(points, scatterWords(words, locale))}
          label={words.scatter.summary(told.join('; '))}
          className={styles.scatter}
        />
      )}
      {points.length > 0 && needsLog(points) && <p className={styles.source}>{words.scatter.log}</p>}
      {missing.length > 0 && <p className={styles.source}>{words.scatter.missing(missing.join(', '))}</p>}
    </section>
  );
}
