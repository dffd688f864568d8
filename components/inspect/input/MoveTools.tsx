'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import type { Offset } from '@/lib/inspect/shift';
import { inspectMessages } from '@/lib/messages/inspect';
import styles from '@/components/inspect/input/input.module.css';

const WAYS = [
  ['left', 'chevron-left', 'ArrowLeft', [0, -1]],
  ['up', 'chevron-up', 'ArrowUp', [-1, 0]],
  ['down', 'chevron-down', 'ArrowDown', [1, 0]],
  ['right', 'chevron-right', 'ArrowRight', [0, 1]],
] as const;

/** The picture, which the arrow keys move by a pixel while it has the focus. */
export function MovablePicture({ children }: { readonly children: ReactNode }) {
  const t = useMessages(inspectMessages).input.move;
  const { moveInput } = useInspectActions();
  const onKeyDown = (event: KeyboardEvent) => {
    const by = WAYS.find(([, , key]) => key === event.key)?.[3];
    const isBack = event.key === 'Home';
    if ((by === undefined && !isBack) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moveInput(by === undefined ? null : event.shiftKey ? [5 * by[0], 5 * by[1]] : by);
  };
  return (
    <div className={styles.picture} role="application" aria-label={t.picture} tabIndex={0} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

/** Moves the picture pixel by pixel, and back. */
export function MoveTools() {
  const t = useMessages(inspectMessages).input.move;
  const { moveInput } = useInspectActions();
  const by: Offset | null = useInspect(({ input }) => input?.moved?.by ?? null);
  const hasInput = useInspect(({ input }) => input !== null);
  return (
    <div className={styles.move}>
      <div className={styles.row} role="group" aria-label={t.label}>
        {WAYS.map(([way, icon, , step]) => (
          <IconButton
            key={way}
            icon={icon}
            label={t[way]}
            tip="below-start"
            disabled={!hasInput}
            onClick={() => moveInput(step)}
          />
        ))}
        <IconButton icon="undo" label={t.back} disabled={by === null} onClick={() => moveInput(null)} />
      </div>
      {by === null && (
        <span aria-hidden="true" className={styles.moved}>
          {t.label}
        </span>
      )}
      <span role="status" className={styles.moved}>
        {by !== null && t.moved(by[0], by[1])}
      </span>
    </div>
  );
}
