'use client';

import { useMemo, type ReactNode } from 'react';
import { ClassSpread } from '@/components/inspect/top/ClassSpread';
import { NoteField } from '@/components/inspect/top/NoteField';
import { SheetButton } from '@/components/inspect/top/SheetButton';
import { TopList } from '@/components/inspect/top/TopList';
import { useTops, useTopsChoice, useTopsWish } from '@/components/inspect/top/top-session';
import { TopTools } from '@/components/inspect/top/TopTools';
import { useTopEntries } from '@/components/inspect/top/use-top-entries';
import { sceneOf } from '@/components/inspect/unit/scene';
import { useChosenUnit, type ChosenUnit } from '@/components/inspect/unit/use-chosen-unit';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { classesOf } from '@/lib/datasets/dataset';
import { formatCount, formatShare } from '@/lib/messages/figures';
import { inspectGridMessages } from '@/lib/messages/inspect-grid';
import { inspectTopMessages } from '@/lib/messages/inspect-top';
import type { FoundTops } from '@/lib/state/inspect-tops';
import styles from '@/components/inspect/top/top.module.css';

/** The samples that excite the chosen unit most, and what people make of them. */
export function TopView() {
  const t = useMessages(inspectTopMessages);
  const words = useMessages(inspectGridMessages);
  const chosen = useChosenUnit();
  if (chosen === null) return null;
  const note = (
    <>
      <strong>{words.unit(chosen.unit, null, chosen.layer.title)}</strong>
      <NoteField key={`${chosen.layer.node} ${chosen.unit}`} layer={chosen.layer.node} unit={chosen.unit} />
    </>
  );
  return (
    <div className={styles.view}>
      {chosen.subject.takesSamples ? (
        <Best chosen={chosen}>{note}</Best>
      ) : (
        <>
          {note}
          <p className={styles.hint}>{t.noSamples}</p>
        </>
      )}
    </div>
  );
}

function Best({ chosen, children }: { readonly chosen: ChosenUnit; readonly children: ReactNode }) {
  const t = useMessages(inspectTopMessages);
  useTopsWish(chosen);
  const found = useTops((state) => state.found);
  const isAsking = useTops((state) => state.isAsking);
  const isGoing = useTops((state) => state.pass !== null);
  const tools = (
    <>
      {children}
      <TopTools subject={chosen.subject} />
    </>
  );
  if (found !== null) {
    return (
      <Found chosen={chosen} found={found}>
        {tools}
      </Found>
    );
  }
  return (
    <>
      {tools}
      <p className={styles.hint} role="status">
        {isAsking ? t.asking : isGoing ? '' : t.none(chosen.layer.title)}
      </p>
    </>
  );
}

interface FoundProps {
  readonly chosen: ChosenUnit;
  readonly found: FoundTops;
  /** What stands above the samples: with it, all of them are seen at once. */
  readonly children: ReactNode;
}

function Found({ chosen, found, children }: FoundProps) {
  const t = useMessages(inspectTopMessages);
  const locale = useLocale();
  const { subject, layer, unit } = chosen;
  const unkept = useTops((state) => state.unkept);
  const { split } = useTopsChoice();
  const entries = useTopEntries(chosen);
  const scene = useMemo(() => sceneOf(subject, layer), [subject, layer]);
  const classes = classesOf(subject.dataset);
  const labels = entries.flatMap(({ value }) => (value === undefined ? [] : [value.label]));
  const gone = formatCount(locale, found.gone);
  const share = found.tops.activeShare[unit] ?? 0;
  return (
    <>
      <div className={styles.first}>
        {children}
        {share === 0 && (
          <p className={styles.hint}>
            <strong>{t.dead(gone)}</strong>
          </p>
        )}
        <TopList chosen={chosen} scene={scene} entries={entries} />
      </div>
      <p className={styles.hint}>
        {(found.isWhole ? t.whole : t.partly)(gone, t.splits[split])}{' '}
        {share > 0 && t.active(formatShare(locale, share))}
      </p>
      {scene.picture !== null && (
        <p className={styles.hint}>{scene.viewer === null ? t.wholeSees : `${t.field} ${t.border}`}</p>
      )}
      {classes.length > 0 && <ClassSpread labels={labels} classes={classes} />}
      {found.isWhole && subject.run !== null && (
        <p className={styles.hint}>{unkept === null ? t.kept : t.notKept[unkept]}</p>
      )}
      <SheetButton chosen={chosen} found={found} />
    </>
  );
}
