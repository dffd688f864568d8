'use client';

import { useEffect, useState } from 'react';
import type { Localized } from '@/lib/core/locale';
import type { LayerDefinition } from '@/lib/layers/definition';
import { useLocale } from '@/components/ui/use-messages';
import styles from '@/components/workings/workings.module.css';

/** What the layer itself has to say of its numbers; nothing until it is fetched, and where it cannot be. */
export function WorkingNote({ definition }: { readonly definition: LayerDefinition }) {
  const locale = useLocale();
  const [note, setNote] = useState<Localized<string> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    definition.workingNote?.().then(
      (found) => isCurrent && setNote(found),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [definition]);
  return note === null ? null : <p className={styles.note}>{note[locale]}</p>;
}
