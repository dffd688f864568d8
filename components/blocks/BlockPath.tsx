'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { BLOCK_INPUT_TYPE, nodesIn } from '@/lib/document/blocks';
import { layerTitle } from '@/lib/document/layer-title';
import { blockMessages } from '@/lib/messages/blocks';
import { openScope } from '@/lib/state/design-view';
import { useAnnounce } from '@/components/canvas/Announcer';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import styles from '@/components/blocks/blocks.module.css';

/** The way from the design to the block that is open; each step leads back there. Nothing while the design is. */
export function BlockPath({ frame }: { readonly frame: RefObject<HTMLElement | null> }) {
  const locale = useLocale();
  const messages = useMessages(blockMessages);
  const { workspace } = useDesigner();
  const document = useWorkspace((state) => state.document);
  const view = useWorkspace((state) => state.view);
  useAnnouncePath();
  if (view.path.length === 0) return null;
  const steps = view.path.map((id, index) => ({
    title: layerTitle(document.nodes[id] ?? { type: id }, locale, document.blocks),
    path: view.path.slice(0, index + 1),
  }));
  const go = (path: readonly string[]) => {
    const left = view.path[path.length];
    workspace.actions.look({ ...view, path });
    if (left !== undefined) workspace.actions.select({ nodes: [left], edges: [] });
    frame.current?.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.path} aria-label={messages.path}>
      <ol>
        {[{ title: document.name, path: [] }, ...steps].map(({ title, path }, index) => (
          <li key={path.join(' ')}>
            {index > 0 ? <Icon name="chevron-right" size={12} /> : null}
            {path.length === view.path.length ? (
              <span aria-current="location">{title}</span>
            ) : (
              <button type="button" onClick={() => go(path)}>
                {title}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Says where one is whenever that changes. */
function useAnnouncePath(): void {
  const { workspace } = useDesigner();
  const announce = useAnnounce();
  const messages = useMessages(blockMessages);
  const path = useWorkspace(({ view }) => view.path.join(' '));
  const before = useRef(path);
  useEffect(() => {
    if (path === before.current) return;
    before.current = path;
    const { document, view } = workspace.store.getState();
    const scope = openScope(document, view);
    if (scope === null) return announce(messages.left(document.name));
    const layers = nodesIn(document, scope).filter(({ type }) => type !== BLOCK_INPUT_TYPE).length;
    announce(messages.opened(document.blocks[scope]?.name ?? scope, layers));
  }, [path, workspace, announce, messages]);
}
