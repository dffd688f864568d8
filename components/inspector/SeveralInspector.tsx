'use client';

import { formatCount } from '@/lib/messages/figures';
import { inspectorMessages } from '@/lib/messages/inspector';
import { uiMessages } from '@/lib/messages/ui';
import type { ActionId } from '@/lib/state/action';
import { useAction } from '@/components/state/use-actions';
import { useWorkspace } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import type { UiIconName } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { FreezeToggle } from '@/components/inspector/FreezeToggle';
import { NumbersDisclosure } from '@/components/numbers/NumbersDisclosure';
import styles from '@/components/inspector/inspector.module.css';

/** Several layers at once: how many, what they weigh together, and what can be done with all of them. */
export function SeveralInspector() {
  const locale = useLocale();
  const messages = useMessages(inspectorMessages);
  const nodes = useWorkspace(({ selection }) => selection.nodes);
  const layers = useWorkspace(({ analysis }) => analysis.layers);
  const sum = (figure: 'params' | 'macs') => nodes.reduce((total, id) => total + (layers[id]?.[figure] ?? 0), 0);
  return (
    <>
      <header className={styles.header}>
        <h2>{messages.several(nodes.length)}</h2>
      </header>
      <dl className={styles.facts}>
        <div>
          <dt>{messages.params}</dt>
          <dd>{formatCount(locale, sum('params'))}</dd>
        </div>
        <div>
          <dt>{messages.macs}</dt>
          <dd>{formatCount(locale, sum('macs'))}</dd>
        </div>
      </dl>
      <FreezeToggle nodes={nodes} />
      <NumbersDisclosure nodes={nodes} />
      <section className={styles.section} aria-label={messages.actions}>
        <h3>{messages.actions}</h3>
        <div className={styles.actions}>
          <ActionButton id="group" icon="template" />
          <ActionButton id="duplicate" icon="copy" />
          <ActionButton id="copy" icon="file" />
          <ActionButton id="rewrite-layers" icon="wand" />
          <ActionButton id="delete" icon="trash" />
        </div>
      </section>
    </>
  );
}

function ActionButton({ id, icon }: { readonly id: ActionId; readonly icon: UiIconName }) {
  const { action, enabled } = useAction(id);
  const label = useMessages(uiMessages).actions[id];
  return (
    <Button icon={icon} disabled={!enabled} onClick={action.run}>
      {label}
    </Button>
  );
}
