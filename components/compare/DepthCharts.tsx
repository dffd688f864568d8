'use client';

import { useId, useState } from 'react';
import type { Comparison } from '@/lib/analysis/compare/compare-designs';
import { ALONG_DEPTH, alongDepth, type AlongDepth } from '@/lib/analysis/compare/figures';
import { FAMILIES } from '@/lib/layers/definition';
import { compareMessages } from '@/lib/messages/compare';
import { familyStyle } from '@/components/canvas/family-style';
import { DepthTable } from '@/components/compare/DepthTable';
import { depthPicture } from '@/components/compare/figure/depth-picture';
import { depthSummary, depthWords } from '@/components/compare/figure/figure-words';
import { PictureView } from '@/components/compare/PictureView';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import styles from '@/components/compare/overview.module.css';

/** Where the parameters, the MACs or the memory of each design sit between its input and its output. */
export function DepthCharts({ comparison }: { readonly comparison: Comparison }) {
  const words = useMessages(compareMessages);
  const locale = useLocale();
  const [figure, setFigure] = useState<AlongDepth>('params');
  const [hasTable, setHasTable] = useState(false);
  const depths = comparison.designs.map(({ key, name }, design) => ({
    key,
    name,
    points: alongDepth(comparison, design, figure),
  }));
  const present = new Set(
    depths.flatMap(({ points }) => points.flatMap(({ value, layer }) => (value > 0 ? [layer.family] : []))),
  );
  return (
    <section aria-label={words.views.depth} className={styles.part}>
      <div className={styles.partHead}>
        <h3>{words.depth.caption(words.depth[figure])}</h3>
        <FigureChoice figure={figure} onFigure={setFigure} />
      </div>
      <div className={styles.multiples}>
        {depths.map(({ key, name, points }) => (
          <figure key={key}>
            <figcaption>{name}</figcaption>
            <PictureView
              picture={depthPicture(points, depthWords(words, locale, figure))}
              label={depthSummary(name, points, { words, locale, figure })}
              className={styles.picture}
            />
          </figure>
        ))}
      </div>
      <ul className={styles.legend}>
        {FAMILIES.filter((family) => present.has(family)).map((family) => (
          <li key={family} style={familyStyle(family)}>
            <span aria-hidden="true" />
            {words.families[family]}
          </li>
        ))}
      </ul>
      <p className={styles.source}>{words.depth.explain}</p>
      <details onToggle={(event) => setHasTable(event.currentTarget.open)}>
        <summary>{words.depth.table}</summary>
        {hasTable && <DepthTable depths={depths} figure={figure} />}
      </details>
    </section>
  );
}

interface FigureChoiceProps {
  readonly figure: AlongDepth;
  readonly onFigure: (figure: AlongDepth) => void;
}

function FigureChoice({ figure, onFigure }: FigureChoiceProps) {
  const words = useMessages(compareMessages).depth;
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{words.choose}</legend>
      {ALONG_DEPTH.map((option) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === figure} onChange={() => onFigure(option)} />
          <span>{words[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
