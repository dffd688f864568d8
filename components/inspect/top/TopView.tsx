'use client';

import { useMemo } from 'react';
import { ClassSpread } from '@/components/inspect/top/ClassSpread';
import { NoteField } from '@/components/inspect/top/NoteField';
import { SheetButton } from '@/components/inspect/top/SheetButton';
import { TopEntryButton } from '@/components/inspect/top/TopEntryButton';
import { useTops, useTopsChoice, useTopsWish } from '@/components/inspect/top/top-session';
import { TopTools } from '@/components/inspect/top/TopTools';
import { useTopEntries } from '@/components/inspect/top/use-top-entries';
import { sceneOf } from '@/components/inspect/unit/scene';
import { useChosenUnit, type ChosenUnit } from '@/components/inspect/unit/use-chosen-unit';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { classesOf } from '@/lib/datasets/dataset';
import { formatCount, formatShare } from '@/lib/messages/figures';
import { inspectTopMessages } from '@/lib/messages/inspect-top';
import type { FoundTops } from '@/lib/state/inspect-tops';
import styles from '@/components/inspect/top/top.module.css';

/** The samples that excite the chosen unit most, and what people make of them. */
export function TopView() {
  const t = useMessages(inspectTopMessages);
  const chosen = useChosenUnit();
  if (chosen === null) return null;
  return (
    <div className={styles.view}>
      <NoteField key={`${chosen.layer.node} ${chosen.unit}`} layer={chosen.layer.node} unit={chosen.unit} />
      {chosen.subject.takesSamples ? <Best chosen={chosen} /> : <p className={styles.hint}>{t.noSamples}</p>}
    </div>
  );
}

function Best({ chosen }: { readonly chosen: ChosenUnit }) {
  const t = useMessages(inspectTopMessages);
  useTopsWish(chosen);
  const found = useTops((state) => state.found);
  const isAsking = useTops((state) => state.isAsking);
  const isGoing = useTops((state) => state.pass !== null);
  return (
    <>
      <TopTools subject={chosen.subject} />
      {found !== null ? (
        <Found chosen={chosen} found={found} />
      ) : (
        <p className={styles.hint} role="status">
          {isAsking ? t.asking : isGoing ? '' : t.none(chosen.layer.title)}
        </p>
      )}
    </>
  );
}

function Found({ chosen, found }: { readonly chosen: ChosenUnit; readonly found: FoundTops }) {
  const t = useMessages(inspectTopMessages);
  const locale = useLocale();
  const { subject, layer, unit } = chosen;
  const { split } = useTopsChoice();
  const { showSample } = useInspectActions();
  const unkept = useTops((state) => state.unkept);
  const entries = useTopEntries(chosen);
  const scene = useMemo(() => sceneOf(subject, layer), [subject, layer]);
  const classes = classesOf(subject.dataset);
  const labels = entries.flatMap(({ value }) => (value === undefined ? [] : [value.label]));
  const gone = formatCount(locale, found.gone);
  const share = found.tops.activeShare[unit] ?? 0;
  return (
    <>
      <p className={styles.hint}>
        {(found.isWhole ? t.whole : t.partly)(gone, t.splits[split])}{' '}
        {share > 0 ? t.active(formatShare(locale, share)) : <strong>{t.dead(gone)}</strong>}{' '}
        {found.isWhole && subject.run !== null && (unkept === null ? t.kept : t.notKept[unkept])}
      </p>
      <ol className={styles.list} aria-label={t.list(String(unit), layer.title)}>
        {entries.map((entry, at) => (
          <li key={entry.sample}>
            <TopEntryButton
              entry={entry}
              rank={at + 1}
              split={split}
              scene={scene}
              shape={subject.plan.inputShape}
              truth={entry.value === undefined ? null : (classes[entry.value.label] ?? null)}
              onChoose={() => void showSample(split, entry.sample)}
            />
          </li>
        ))}
      </ol>
      {classes.length > 0 && <ClassSpread labels={labels} classes={classes} />}
      {scene.picture !== null && (
        <p className={styles.hint}>{scene.viewer === null ? t.wholeSees : `${t.field} ${t.border}`}</p>
      )}
      <SheetButton chosen={chosen} found={found} />
    </>
  );
}
