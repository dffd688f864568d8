'use client';

import { useId, useState } from 'react';
import { useGesture } from '@/components/inspector/use-gesture';
import { useUnitNotes } from '@/components/inspect/top/use-unit-notes';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { useMessages } from '@/components/ui/use-messages';
import type { NodeId } from '@/lib/core/ids';
import { documentId } from '@/lib/document/blocks';
import { MOST_NOTE_CHARACTERS, plainNote } from '@/lib/document/unit-notes';
import { inspectTopMessages } from '@/lib/messages/inspect-top';
import styles from '@/components/inspect/top/top.module.css';

interface NoteFieldProps {
  readonly layer: NodeId;
  readonly unit: number;
}

/** What a unit answers to, in a person's words; typing from focus to focus is one step to undo. */
export function NoteField({ layer, unit }: NoteFieldProps) {
  const t = useMessages(inspectTopMessages);
  const id = useId();
  const { apply } = useWorkspaceActions();
  const gesture = useGesture(`note ${layer} ${unit}`);
  const isHere = useWorkspace(({ document }) => document.nodes[documentId(layer)] !== undefined);
  const note = useUnitNotes(layer).get(unit) ?? '';
  // As typed: the design keeps it without the spaces at its ends.
  const [isFocused, setFocused] = useState(false);
  const [draft, setDraft] = useState(note);
  const shown = plainNote(draft) === note ? draft : note;
  return (
    <div className={styles.note}>
      <label htmlFor={id}>{t.note}</label>
      <input
        id={id}
        type="text"
        maxLength={MOST_NOTE_CHARACTERS}
        disabled={!isHere}
        placeholder={isHere ? t.notePlaceholder : ''}
        aria-describedby={`${id}-hint`}
        value={shown}
        onFocus={() => {
          gesture.restart();
          setFocused(true);
        }}
        onBlur={() => setFocused(false)}
        onChange={({ target }) => {
          setDraft(target.value);
          apply({ kind: 'set-unit-note', node: layer, unit, note: target.value }, gesture.key());
        }}
      />
      <p id={`${id}-hint`} className={isHere && !isFocused ? 'visually-hidden' : styles.hint}>
        {isHere ? t.noteHint : t.noteElsewhere}
      </p>
    </div>
  );
}
