'use client';

import { startMessages } from '@/lib/messages/start';
import styles from '@/components/shell/CrashPage.module.css';
import buttonStyles from '@/components/ui/Button.module.css';

/** For when nothing of the designer is there to ask: what broke, in the language of the page. */
export function StartFailure({ error }: { readonly error: Error }) {
  const t = startMessages[document.documentElement.lang === 'vi' ? 'vi' : 'en'].crash;
  return (
    <main className={styles.page} role="alert">
      <h1>{t.title}</h1>
      <p>{t.text}</p>
      <div className={styles.buttons}>
        {/* Not <Button>: every visit fetches this page, and the icons would come with it. */}
        <button
          type="button"
          className={`${buttonStyles.button} ${buttonStyles.primary}`}
          onClick={() => window.location.reload()}
        >
          {t.reload}
        </button>
      </div>
      <details>
        <summary>{t.details}</summary>
        <pre>{error.stack ?? error.message}</pre>
      </details>
    </main>
  );
}
