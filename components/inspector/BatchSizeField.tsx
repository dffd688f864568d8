'use client';

import { TRAINING_BOUNDS } from '@/lib/document/training-settings';
import { inspectorMessages } from '@/lib/messages/inspector';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { useMessages } from '@/components/ui/use-messages';
import { NumberInput } from '@/components/inspector/controls/NumberInput';
import { useGesture } from '@/components/inspector/use-gesture';
import styles from '@/components/inspector/inspector.module.css';

/** The design's own batch size, wherever it can be changed. */
export function BatchSizeField() {
  const messages = useMessages(inspectorMessages);
  const { apply } = useWorkspaceActions();
  const batchSize = useWorkspace(({ document }) => document.training.batchSize);
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const gesture = useGesture('batch-size');
  const { min, max } = TRAINING_BOUNDS.training.batchSize;
  return (
    <div className={styles.field} onFocus={gesture.restart}>
      <span className={styles.label} aria-hidden="true">
        {messages.batchSize}
      </span>
      <NumberInput
        label={messages.batchSize}
        value={batchSize}
        min={min}
        max={max}
        step={1}
        isDisabled={isReadOnly}
        onChange={(batchSize) => {
          const isAllowed = Number.isInteger(batchSize) && batchSize >= min && batchSize <= max;
          if (isAllowed) apply({ kind: 'set-training', settings: { batchSize } }, gesture.key());
        }}
      />
      <p className={styles.hint}>{messages.batchSizeHint}</p>
    </div>
  );
}
