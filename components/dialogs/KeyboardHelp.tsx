'use client';

import { useActions } from '@/components/state/use-actions';
import { Dialog } from '@/components/ui/Dialog';
import { currentPlatform } from '@/components/ui/platform';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import { ACTION_GROUPS, type ActionGroup } from '@/lib/state/action-groups';
import { formatShortcut } from '@/lib/state/shortcuts';
import styles from '@/components/dialogs/KeyboardHelp.module.css';

/** Every action that has keys, by group; made from the action list, so that it cannot fall behind it. */
export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(uiMessages);
  return (
    <Dialog title={t.keyboard.title} width="wide" onClose={onClose}>
      <p className={styles.intro}>{t.keyboard.intro}</p>
      {/* Longer than a low window: the focus lets the arrow keys scroll it. */}
      <div className={styles.groups} role="group" aria-label={t.keyboard.title} tabIndex={0}>
        {ACTION_GROUPS.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ group }: { readonly group: ActionGroup }) {
  const t = useMessages(uiMessages);
  const withKeys = useActions().filter(({ id, shortcuts }) => group.actions.includes(id) && shortcuts.length > 0);
  if (withKeys.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{t.groups[group.id]}</h3>
      <dl>
        {withKeys.map(({ id, shortcuts }) => (
          <div key={id} className={styles.row}>
            <dt>{t.actions[id]}</dt>
            <dd>
              {shortcuts.map((shortcut, index) => (
                <span key={shortcut}>
                  {index > 0 && ` ${t.keyboard.or} `}
                  <kbd className={styles.keys}>{formatShortcut(shortcut, currentPlatform())}</kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
