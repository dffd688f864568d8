import { useEffect } from 'react';
import { inspectSession } from '@/components/inspect/inspect-session';
import { useDesigner } from '@/components/state/designer-context';
import { flatLayers } from '@/lib/analysis/typed-layer';
import type { NodeId } from '@/lib/core/ids';
import { documentId } from '@/lib/document/blocks';
import type { InspectSubject } from '@/lib/state/inspect-state';
import { sameNetwork } from '@/lib/state/same-network';

/** The layer that is chosen here is the one selected on the canvas, whichever of the two a person uses. */
export function useCanvasLink(): void {
  const designer = useDesigner();
  useEffect(() => {
    const { workspace } = designer;
    const { store, actions } = inspectSession(designer);

    const follow = (): void => {
      const [selected, ...others] = workspace.store.getState().selection.nodes;
      const { subject, layer } = store.getState();
      if (selected === undefined || others.length > 0 || subject === null || !isDrawn(subject)) return;
      if (layer !== null && documentId(layer) === selected) return;
      const node = seenLayer(subject, selected);
      if (node !== null) actions.chooseLayer(node);
    };
    const isDrawn = ({ document }: InspectSubject): boolean =>
      sameNetwork(document, workspace.store.getState().document);

    const stopSelection = workspace.store.subscribe((now, before) => {
      if (now.selection !== before.selection) follow();
    });
    const stopLayer = store.subscribe((now, before) => {
      if (now.subject !== before.subject && before.subject === null) follow();
      if (now.layer === before.layer || now.layer === null || now.subject === null || !isDrawn(now.subject)) return;
      const drawn = documentId(now.layer);
      const [selected, ...others] = workspace.store.getState().selection.nodes;
      // A closed block stands for what comes out of it.
      if (selected !== undefined && others.length === 0) {
        if (selected === drawn || seenLayer(now.subject, selected) === now.layer) return;
      }
      workspace.actions.select({ nodes: [drawn], edges: [] });
    });
    follow();
    return () => {
      stopSelection();
      stopLayer();
    };
  }, [designer]);
}

/** Of a block, what comes out of it; null where nothing of it can be seen. */
export function seenLayer({ analysis, layers }: InspectSubject, drawn: NodeId): NodeId | null {
  const known = new Set(layers.map(({ node }) => node));
  return (
    flatLayers(analysis, drawn)
      .filter((node) => known.has(node))
      .at(-1) ?? null
  );
}
