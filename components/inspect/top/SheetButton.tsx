'use client';

import { useRef, useState } from 'react';
import { useTopsChoice } from '@/components/inspect/top/top-session';
import { useUnitNotes } from '@/components/inspect/top/use-unit-notes';
import type { ChosenUnit } from '@/components/inspect/unit/use-chosen-unit';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { useDesigner } from '@/components/state/designer-context';
import { useRuns } from '@/components/training/runs-session';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { fileNameOf } from '@/lib/core/file-name';
import { formatCount } from '@/lib/messages/figures';
import { inspectTopMessages } from '@/lib/messages/inspect-top';
import { downloadFile } from '@/lib/platform/download';
import type { FoundTops } from '@/lib/state/inspect-tops';
import styles from '@/components/inspect/top/top.module.css';

interface SheetButtonProps {
  readonly chosen: ChosenUnit;
  readonly found: FoundTops;
}

/** All units of the layer as one page to take away; pressed again while it is drawn, it is given up. */
export function SheetButton({ chosen: { subject, layer }, found }: SheetButtonProps) {
  const t = useMessages(inspectTopMessages);
  const locale = useLocale();
  const { notices } = useDesigner();
  const { call } = useInspectActions();
  const { split } = useTopsChoice();
  const format = useShortNumber();
  const notes = useUnitNotes(layer.node);
  const runName = useRuns(({ records }) => records.find(({ id }) => id === subject.run)?.name ?? null);
  const [progress, setProgress] = useState<readonly [number, number] | null>(null);
  const turn = useRef(0);

  const save = async (): Promise<void> => {
    turn.current += 1;
    if (progress !== null) return setProgress(null);
    const own = turn.current;
    setProgress([0, found.tops.units]);
    const { makeSheet } = await import('@/components/inspect/top/make-sheet');
    const between = async (done: number, total: number): Promise<boolean> => {
      if (own === turn.current) setProgress([done, total]);
      await new Promise((resolve) => setTimeout(resolve));
      return own === turn.current;
    };
    const page = await makeSheet({ subject, layer, found, split, locale, notes, runName, format, call, between });
    if (own !== turn.current) return;
    setProgress(null);
    if (page === null) return void notices.show('error', 'text', { text: t.sheetFailed });
    const name = `${fileNameOf(`${subject.document.name} ${layer.node} top nine`)}.html`;
    downloadFile(document, name, new Blob([page], { type: 'text/html' }));
    notices.show('success', 'file-saved', { name });
  };

  return (
    <div className={styles.sheet}>
      <Button icon={progress === null ? 'download' : 'stop'} onClick={() => void save()}>
        {progress === null ? t.sheet : t.stop}
      </Button>
      {progress !== null && (
        <span>{t.sheetGoing(formatCount(locale, progress[0]), formatCount(locale, progress[1]))}</span>
      )}
    </div>
  );
}
