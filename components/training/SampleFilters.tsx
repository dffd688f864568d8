'use client';

import { useId, useState, type FormEvent } from 'react';
import { readNumber } from '@/components/training/read-number';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { trainingResultMessages } from '@/lib/messages/training-results';
import type { SampleFilter } from '@/lib/state/test-figures';
import styles from '@/components/training/samples.module.css';

interface SampleFiltersProps {
  readonly filter: SampleFilter;
  readonly onFilter: (filter: SampleFilter) => void;
  readonly onNumber: (index: number) => void;
  readonly classes: readonly string[];
  /** The number of the last test sample. */
  readonly last: number;
  /** Without a test report nobody knows which ones are wrong. */
  readonly canFilter: boolean;
  readonly found: number;
  readonly paging: { readonly page: number; readonly pages: number; readonly onPage: (page: number) => void };
}

/** Which pictures are shown, and one by its number. */
export function SampleFilters(props: SampleFiltersProps) {
  const { filter, onFilter, classes, canFilter, found } = props;
  const t = useMessages(trainingResultMessages).samples;
  const locale = useLocale();
  return (
    <div className={styles.filters} role="group" aria-label={t.filters}>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filter.wrongOnly}
          disabled={!canFilter}
          onChange={(event) => onFilter({ ...filter, wrongOnly: event.target.checked })}
        />
        {t.wrongOnly}
      </label>
      {(classes.length === 0 ? [] : (['truth', 'predicted'] as const)).map((part) => (
        <ClassChoice
          key={part}
          label={t[part]}
          value={filter[part]}
          classes={classes}
          disabled={!canFilter}
          onChange={(label) => onFilter({ ...filter, [part]: label })}
        />
      ))}
      <NumberForm last={props.last} onNumber={props.onNumber} />
      <span className={styles.found} role="status">
        {t.found(formatCount(locale, found))}
      </span>
      <Paging {...props.paging} />
    </div>
  );
}

interface ClassChoiceProps {
  readonly label: string;
  readonly value: number | null;
  readonly classes: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (label: number | null) => void;
}

function ClassChoice({ label, value, classes, disabled, onChange }: ClassChoiceProps) {
  const t = useMessages(trainingResultMessages).samples;
  return (
    <label className={styles.choice}>
      {label}
      <select
        value={value ?? ''}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{t.any}</option>
        {classes.map((name, index) => (
          <option key={name} value={index}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function NumberForm({ last, onNumber }: { readonly last: number; readonly onNumber: (index: number) => void }) {
  const t = useMessages(trainingResultMessages).samples;
  const locale = useLocale();
  const id = useId();
  const [text, setText] = useState('');
  const number = readNumber(text, { min: 0, max: last, whole: true });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (number.ok) onNumber(number.value);
  };
  return (
    <form className={styles.choice} onSubmit={onSubmit}>
      <label htmlFor={id}>{t.number}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        size={5}
        value={text}
        placeholder={`0–${last}`}
        title={t.goHint(formatCount(locale, last))}
        aria-invalid={text !== '' && !number.ok}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabled={!number.ok}>
        {t.go}
      </Button>
    </form>
  );
}

function Paging({ page, pages, onPage }: SampleFiltersProps['paging']) {
  const t = useMessages(trainingResultMessages).samples;
  const locale = useLocale();
  return (
    <span className={styles.paging}>
      <IconButton
        icon="chevron-left"
        label={t.previous}
        tip="below-end"
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      />
      {t.page(formatCount(locale, page + 1), formatCount(locale, pages))}
      <IconButton
        icon="chevron-right"
        label={t.next}
        tip="below-end"
        disabled={page >= pages - 1}
        onClick={() => onPage(page + 1)}
      />
    </span>
  );
}
