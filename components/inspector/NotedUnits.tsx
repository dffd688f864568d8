'use client';

import { unitNoteMessages } from '@/lib/messages/unit-notes';
import { formatCount } from '@/lib/messages/figures';
import type { NodeId } from '@/lib/core/ids';
import { notedUnits, type NotedUnit } from '@/lib/document/noted-units';
import type { Designer } from '@/components/state/create-designer';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import styles from '@/components/inspector/noted-units.module.css';

/** The units of a layer, or of those in a block, that have names: each leads to where it is looked at. */
export function NotedUnits({ id }: { readonly id: NodeId }) {
  const locale = useLocale();
  const t = useMessages(unitNoteMessages);
  const designer = useDesigner();
  const nodes = useWorkspace(({ document }) => document.nodes);
  const noted = notedUnits({ nodes }, id);
  if (noted.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t.title}>
      <h3>{t.title}</h3>
      <ul>
        {noted.map((one) => (
          <li key={`${one.node} ${one.unit}`}>
            <button type="button" title={t.open} onClick={() => void lookAt(designer, one)}>
              {t.unit(formatCount(locale, one.unit), one.note)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function lookAt(designer: Designer, { node, unit }: NotedUnit): Promise<void> {
  const { inspectSession } = await import('@/components/inspect/inspect-session');
  inspectSession(designer).actions.lookAt(node, unit);
  designer.preferences.actions.set({ bottomPanel: 'inspect' });
}
