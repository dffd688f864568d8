'use client';

import { useId, useState } from 'react';
import type { Comparison } from '@/lib/analysis/compare/compare-designs';
import { TRAINING_BOUNDS } from '@/lib/document/training-settings';
import { compareMessages } from '@/lib/messages/compare';
import { EXPORTS, saveComparison } from '@/components/compare/save-comparison';
import { useDesigner } from '@/components/state/designer-context';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/compare/compare.module.css';

interface CompareBarProps {
  readonly comparison: Comparison | null;
  readonly batchSize: number;
  readonly onBatchSize: (batchSize: number) => void;
  readonly onClose: () => void;
}

export function CompareBar({ comparison, batchSize, onBatchSize, onClose }: CompareBarProps) {
  const designer = useDesigner();
  const words = useMessages(compareMessages);
  return (
    <div className={styles.bar}>
      <h2>{words.title}</h2>
      <BatchSize value={batchSize} onValue={onBatchSize} />
      <span className={styles.space} />
      <div className={styles.exports} role="group" aria-label={words.exports.label}>
        {EXPORTS.map((kind) => (
          <Button
            key={kind}
            icon="download"
            disabled={comparison === null}
            onClick={() => comparison !== null && void saveComparison(designer, comparison, kind)}
          >
            {words.exports[kind]}
          </Button>
        ))}
      </div>
      <IconButton icon="close" label={words.close} tip="below-end" onClick={onClose} />
    </div>
  );
}

/** What stands in the field may be half typed; only a sound number counts. */
function BatchSize({ value, onValue }: { readonly value: number; readonly onValue: (value: number) => void }) {
  const words = useMessages(compareMessages).options;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const { min, max } = TRAINING_BOUNDS.training.batchSize;
  const type = (text: string) => {
    setTyped(text);
    const number = Number(text);
    if (text.trim() !== '' && Number.isInteger(number) && number >= min && number <= max) onValue(number);
  };
  return (
    <span className={styles.batch}>
      <label htmlFor={id}>{words.batch}</label>
      <input
        id={id}
        type="number"
        min={min}
        max={max}
        value={typed ?? value}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(null)}
      />
    </span>
  );
}
