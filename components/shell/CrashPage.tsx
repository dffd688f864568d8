'use client';

import { useDesigner } from '@/components/state/designer-context';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { startMessages } from '@/lib/messages/start';
import styles from '@/components/shell/CrashPage.module.css';

export function CrashPage({ error }: { readonly error: unknown }) {
  const { actions } = useDesigner();
  const t = useMessages(startMessages).crash;
  return (
    <main className={styles.page} role="alert">
      <h1>{t.title}</h1>
      <p>{t.text}</p>
      <div className={styles.buttons}>
        <Button look="primary" onClick={() => window.location.reload()}>
          {t.reload}
        </Button>
        <Button onClick={actions.byId['save-file'].run}>{t.download}</Button>
      </div>
      <details>
        <summary>{t.details}</summary>
        <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      </details>
    </main>
  );
}
