import { useEffect, useRef } from 'react';
import { canvasMessages } from '@/lib/messages/canvas';
import { useDesigner } from '@/components/state/designer-context';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { useAnnounce } from '@/components/canvas/Announcer';
import { nodeName } from '@/components/canvas/node-name';

/** Says what is selected whenever that changes: arrow keys walk from layer to layer without moving the focus. */
export function useAnnounceSelection(): void {
  const { workspace } = useDesigner();
  const announce = useAnnounce();
  const locale = useLocale();
  const messages = useMessages(canvasMessages);
  const selected = useRef(workspace.store.getState().selection);

  useEffect(
    () =>
      workspace.store.subscribe(({ selection, document, analysis }) => {
        if (selection === selected.current) return;
        selected.current = selection;
        const [only] = selection.nodes;
        const node = only === undefined ? undefined : document.nodes[only];
        if (selection.nodes.length > 1) announce(messages.selectedSeveral(selection.nodes.length));
        else if (node !== undefined)
          announce(nodeName({ node, blocks: document.blocks, analysis, locale, frozen: document.training.frozen }));
        else if (selection.edges.length === 0) announce(messages.selectedNone);
      }),
    [workspace, announce, locale, messages],
  );
}
