'use client';

import { useEffect, useState } from 'react';
import type { LayerDefinition } from '@/lib/layers/definition';
import type { Localized } from '@/lib/core/locale';
import { inspectorMessages } from '@/lib/messages/inspector';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { Markdown } from '@/components/inspector/Markdown';
import styles from '@/components/inspector/inspector.module.css';

/** What a layer is: one clause at once, the formula and the source as soon as they are fetched. */
export function LayerHelp({ definition }: { readonly definition: LayerDefinition }) {
  const locale = useLocale();
  const messages = useMessages(inspectorMessages);
  const help = useHelp(definition);
  return (
    <details className={styles.details} open>
      <summary>{messages.help}</summary>
      <p className={styles.summary}>{definition.text[locale].summary}.</p>
      {help === null ? null : <Markdown source={help[locale]} />}
    </details>
  );
}

/** Null until it is there, and where it cannot be had: the page may be offline, and all else works. */
function useHelp(definition: LayerDefinition): Localized<string> | null {
  const [found, setFound] = useState<{ readonly type: string; readonly help: Localized<string> } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    definition.help().then(
      (help) => isCurrent && setFound({ type: definition.type, help }),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [definition]);
  return found?.type === definition.type ? found.help : null;
}
