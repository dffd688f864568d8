'use client';

import type { FormProps } from '@/components/data/form';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatCount } from '@/lib/messages/figures';
import styles from '@/components/data/data.module.css';

/** The classes of the source, each to keep or to leave out. */
export function ClassChoice({ found, options, onChange }: FormProps) {
  const t = useMessages(datasetMessages).found;
  const locale = useLocale();
  const { classes } = found;
  if (classes.length === 0) return null;
  const kept = new Set(options.keptClasses ?? classes.map(({ name }) => name));
  const keep = (names: ReadonlySet<string>) => {
    const isAll = names.size === classes.length;
    const inOrder = classes.map(({ name }) => name).filter((name) => names.has(name));
    onChange({ ...options, keptClasses: isAll ? null : inOrder });
  };
  const toggle = (name: string) => {
    const next = new Set(kept);
    if (!next.delete(name)) next.add(name);
    keep(next);
  };
  return (
    <fieldset className={styles.classes}>
      <legend>{t.classes}</legend>
      {classes.length > 3 && (
        <div className={styles.row}>
          <Button look="quiet" onClick={() => keep(new Set(classes.map(({ name }) => name)))}>
            {t.all}
          </Button>
          <Button look="quiet" onClick={() => keep(new Set())}>
            {t.none}
          </Button>
        </div>
      )}
      <div className={styles.classList}>
        {classes.map(({ name, training, test }) => (
          <label key={name}>
            <input type="checkbox" checked={kept.has(name)} onChange={() => toggle(name)} />
            <span>{name}</span>
            <small>{t.classCount(formatCount(locale, training + test))}</small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
