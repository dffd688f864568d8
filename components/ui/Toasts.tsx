'use client';

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useDesigner } from '@/components/state/designer-context';
import { Button } from '@/components/ui/Button';
import { Icon, type UiIconName } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import type { UiMessages } from '@/lib/messages/ui';
import { uiMessages } from '@/lib/messages/ui';
import type { Notice, NoticeContent, Tone } from '@/lib/state/notices';
import styles from '@/components/ui/Toasts.module.css';

const ICONS: Readonly<Record<Tone, UiIconName>> = {
  information: 'hint',
  success: 'success',
  warning: 'warning',
  error: 'error',
};

/** Errors stay until dismissed; the rest goes by itself unless the pointer or the focus rests on it. */
const STAY_MS = 6000;
/** Time to get to the button. */
const STAY_WITH_ACTION_MS = 20_000;

/** What there is to tell in passing. The region is always there, so that screen readers hear what appears in it. */
export function Toasts() {
  const { notices } = useDesigner();
  const t = useMessages(uiMessages);
  const shown = useStore(notices.store);
  return (
    <section aria-label={t.regions.notices} className={styles.region}>
      <div role="status" className={styles.stack}>
        {shown.map((notice) => (
          <Toast key={notice.id} notice={notice} dismiss={notices.dismiss} />
        ))}
      </div>
    </section>
  );
}

function Toast({ notice, dismiss }: { readonly notice: Notice; readonly dismiss: (id: number) => void }) {
  const t = useMessages(uiMessages);
  const [isHeld, setHeld] = useState(false);
  const stays = notice.tone === 'error' || isHeld;
  const action = notice.content.kind === 'text' ? notice.content.values.action : undefined;
  const stayMs = action === undefined ? STAY_MS : STAY_WITH_ACTION_MS;
  const act = () => {
    dismiss(notice.id);
    action?.run();
  };

  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => dismiss(notice.id), stayMs);
    return () => clearTimeout(timer);
  }, [stays, stayMs, dismiss, notice.id]);

  return (
    <div
      className={`${styles.toast} ${styles[notice.tone]}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={ICONS[notice.tone]} />
      <p>{wording(t, notice.content)}</p>
      {action !== undefined && <Button onClick={act}>{action.label}</Button>}
      <IconButton icon="close" label={t.dismiss} tip="above-end" onClick={() => dismiss(notice.id)} />
    </div>
  );
}

function wording({ notices: t }: UiMessages, content: NoticeContent): string {
  switch (content.kind) {
    case 'save-failed':
      return t['save-failed'][content.values.reason];
    case 'design-open-elsewhere':
    case 'design-deleted':
    case 'file-saved':
      return t[content.kind](content.values.name);
    case 'copied-layers':
      return t['copied-layers'](content.values.count);
    case 'taken-over':
    case 'nothing-to-paste':
    case 'clipboard-barred':
    case 'file-failed':
    case 'language-failed':
      return t[content.kind];
    case 'text':
      return content.values.text;
  }
}
