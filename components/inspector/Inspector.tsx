'use client';

import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useWorkspace } from '@/components/state/use-workspace';
import { DesignOverview } from '@/components/inspector/DesignOverview';
import { EdgeInspector } from '@/components/inspector/EdgeInspector';
import { inspectorFocus, takeFocusRequest } from '@/components/inspector/inspector-focus';
import { LayerInspector } from '@/components/inspector/LayerInspector';
import { SeveralInspector } from '@/components/inspector/SeveralInspector';
import styles from '@/components/inspector/inspector.module.css';

/** What is selected, to look at and to change: a layer, an edge, several layers, or the design as a whole. */
export function Inspector() {
  const selection = useWorkspace((state) => state.selection);
  const frame = useRef<HTMLDivElement>(null);
  const request = useStore(inspectorFocus, (state) => state.request);
  useEffect(() => {
    if (request !== null && frame.current !== null) focusControl(frame.current);
  }, [request, selection]);
  return (
    <div ref={frame} className={styles.inspector} onKeyDown={leaveOnEscape}>
      <Selected nodes={selection.nodes} edges={selection.edges} />
    </div>
  );
}

function Selected({ nodes, edges }: { readonly nodes: readonly string[]; readonly edges: readonly string[] }) {
  const [node] = nodes;
  const [edge] = edges;
  if (nodes.length > 1) return <SeveralInspector />;
  if (node !== undefined) return <LayerInspector key={node} id={node} />;
  if (edge !== undefined) return <EdgeInspector key={edge} id={edge} />;
  return <DesignOverview />;
}

/** Escape goes back to the canvas, where Enter came from. */
function leaveOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  document.querySelector<HTMLElement>('[data-canvas]')?.focus();
}

function focusControl(frame: HTMLElement): void {
  const request = takeFocusRequest();
  const param = request?.param ?? null;
  const field = param === null ? null : frame.querySelector<HTMLElement>(`[data-param="${CSS.escape(param)}"]`);
  const folded = field?.closest('details');
  if (folded != null) folded.open = true;
  const scope = field ?? frame.querySelector<HTMLElement>('[data-params]') ?? frame;
  const control =
    scope.querySelector<HTMLElement>('input, select') ?? frame.querySelector<HTMLElement>('input, select');
  control?.focus();
}
