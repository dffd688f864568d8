'use client';

import { useState } from 'react';
import { LookSample } from '@/components/runs/LookSample';
import { changesText, repairsText, spreadText } from '@/components/study/study-words';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { studiesMessages } from '@/lib/messages/studies';
import type { Measure, VariantResult } from '@/lib/runs/study/results';
import type { Study } from '@/lib/runs/study/study';
import styles from '@/components/study/study.module.css';

interface VariantTableProps {
  readonly study: Study;
  readonly results: readonly VariantResult[];
  readonly measures: readonly Measure[];
}

type SortKey = Measure | 'params';
interface Sorting {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** Variants against what was measured of them, sortable; it fills in as runs end. */
export function VariantTable({ results, measures }: VariantTableProps) {
  const t = useMessages(studiesMessages).results;
  const locale = useLocale();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const places = new Map(results.map(({ variant }, at) => [variant.name, at]));
  const rows = sorting === null ? results : sorted(results, sorting);
  const sort = (by: SortKey) =>
    setSorting((before) => ({ by, descending: before?.by === by ? !before.descending : false }));
  const head = (by: SortKey, label: string) => (
    <th key={by} scope="col" aria-sort={sorting?.by !== by ? 'none' : sorting.descending ? 'descending' : 'ascending'}>
      <button type="button" className={styles.sort} aria-label={t.sortBy(label)} onClick={() => sort(by)}>
        {label}
        {sorting?.by === by && <Icon name={sorting.descending ? 'chevron-down' : 'chevron-up'} size={12} />}
      </button>
    </th>
  );
  return (
    <div className={styles.wide} tabIndex={0} role="region" aria-label={t.caption}>
      <table className={styles.table}>
        <caption>{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.variant}</th>
            <th scope="col">{t.runs}</th>
            {measures.map((measure) => head(measure, t.measures[measure]))}
            {head('params', t.params)}
          </tr>
        </thead>
        <tbody>
          {rows.map((result) => (
            <tr key={result.variant.name}>
              <th scope="row">
                <LookSample look={places.get(result.variant.name) ?? 0} /> {result.variant.name}
                <Detail result={result} />
              </th>
              <td>{t.runsOf(result.counts.finished + result.counts.dropped, result.jobs.length)}</td>
              {measures.map((measure) => (
                <td key={measure}>
                  {spreadText(measure, result.values[measure], locale)}
                  {result.values[measure] !== null && <small>{t.n(result.values[measure]?.n ?? 0)}</small>}
                </td>
              ))}
              <td>{result.params === null ? t.none : formatCount(locale, result.params)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What it changes, where its name does not say it, and what mended it. */
function Detail({ result: { variant } }: { readonly result: VariantResult }) {
  const locale = useLocale();
  const changes = changesText(variant.changes, locale);
  const repairs = variant.plan.kind === 'ready' ? variant.plan.repairs : [];
  const texts = [
    ...(changes === variant.name ? [] : [changes]),
    ...(repairs.length === 0 ? [] : [repairsText(repairs, locale)]),
  ];
  return texts.length === 0 ? null : <small>{texts.join('. ')}</small>;
}

/** Variants without a value come last, either way. */
function sorted(results: readonly VariantResult[], { by, descending }: Sorting): readonly VariantResult[] {
  const value = ({ params, values }: VariantResult) => (by === 'params' ? params : (values[by]?.mean ?? null));
  return [...results].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return descending ? right - left : left - right;
  });
}
