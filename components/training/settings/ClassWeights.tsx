'use client';

import { useState } from 'react';
import { readNumber } from '@/components/training/read-number';
import { ChoiceRow } from '@/components/training/settings/ChoiceRow';
import { useSettings } from '@/components/training/use-settings';
import { useMessages } from '@/components/ui/use-messages';
import { classesOf } from '@/lib/datasets/dataset';
import { datasetById } from '@/lib/datasets/registry';
import { formatConstant } from '@/lib/messages/measures';
import { trainingSettingsMessages } from '@/lib/messages/training-settings';
import fields from '@/components/training/settings.module.css';
import styles from '@/components/training/settings/groups.module.css';

const WAYS = ['equal', 'balanced', 'own'] as const;
const BOUNDS = { min: 0, max: 1e6, whole: false };

/** How much a sample of each class counts; only where classes are learned. */
export function ClassWeights() {
  const t = useMessages(trainingSettingsMessages).classWeights;
  const [{ lossOptions, dataset: id }, change] = useSettings();
  const dataset = datasetById(id);
  const classes = dataset === undefined ? [] : classesOf(dataset);
  if (classes.length === 0) return null;
  const { classWeights } = lossOptions;
  const way = typeof classWeights === 'string' ? classWeights : 'own';
  const factors = classes.map((_, index) => (typeof classWeights === 'string' ? 1 : (classWeights[index] ?? 1)));
  const set = (weights: typeof classWeights, field: string) =>
    change({ lossOptions: { ...lossOptions, classWeights: weights } }, `classWeights:${field}`);
  return (
    <>
      <ChoiceRow
        label={t.label}
        value={way}
        options={WAYS}
        names={t.options}
        hint={t.hints[way]}
        standard="equal"
        onChange={(chosen) => set(chosen === 'own' ? factors : chosen, 'way')}
      />
      {way === 'own' && (
        <div className={styles.classes} role="group" aria-label={t.list}>
          {classes.map((name, index) => (
            <Factor
              key={name}
              name={name}
              label={t.ofClass(name)}
              value={factors[index] ?? 1}
              onChange={(value) =>
                set(
                  factors.map((factor, at) => (at === index ? value : factor)),
                  String(index),
                )
              }
            />
          ))}
        </div>
      )}
    </>
  );
}

interface FactorProps {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Factor({ name, label, value, onChange }: FactorProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const take = (text: string) => {
    setDraft(text);
    const number = readNumber(text, BOUNDS);
    if (number.ok) onChange(number.value);
  };
  return (
    <label>
      <span>{name}</span>
      <input
        className={fields.input}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={draft !== null && !readNumber(draft, BOUNDS).ok}
        value={draft ?? formatConstant(value)}
        onChange={({ target }) => take(target.value)}
        onBlur={() => setDraft(null)}
      />
    </label>
  );
}
