'use client';

import dynamic from 'next/dynamic';
import type { KeyboardEvent } from 'react';
import { BLOCK_INPUT_TYPE, BLOCK_TYPE } from '@/lib/document/blocks';
import { useWorkspace } from '@/components/state/use-workspace';
import { DesignOverview } from '@/components/inspector/DesignOverview';
import styles from '@/components/inspector/inspector.module.css';

// The page opens with nothing selected; what shows a selection comes with the first one.
const LayerInspector = dynamic(() => import('@/components/inspector/LayerInspector').then((m) => m.LayerInspector), {
  ssr: false,
});
const EdgeInspector = dynamic(() => import('@/components/inspector/EdgeInspector').then((m) => m.EdgeInspector), {
  ssr: false,
});
const SeveralInspector = dynamic(
  () => import('@/components/inspector/SeveralInspector').then((m) => m.SeveralInspector),
  { ssr: false },
);

const BlockInspector = dynamic(() => import('@/components/blocks/BlockInspector').then((m) => m.BlockInspector), {
  ssr: false,
});
const BlockInputInspector = dynamic(
  () => import('@/components/blocks/BlockInputInspector').then((m) => m.BlockInputInspector),
  { ssr: false },
);

/** What is selected, to look at and to change: a layer, an edge, several layers, or the design as a whole. */
export function Inspector() {
  const selection = useWorkspace((state) => state.selection);
  return (
    <div className={styles.inspector} data-inspector="" onKeyDown={leaveOnEscape}>
      <Selected nodes={selection.nodes} edges={selection.edges} />
    </div>
  );
}

function Selected({ nodes, edges }: { readonly nodes: readonly string[]; readonly edges: readonly string[] }) {
  const [node] = nodes;
  const [edge] = edges;
  const type = useWorkspace(({ document }) => document.nodes[node ?? '']?.type);
  if (nodes.length > 1) return <SeveralInspector />;
  if (node !== undefined && type === BLOCK_TYPE) return <BlockInspector key={node} id={node} />;
  if (node !== undefined && type === BLOCK_INPUT_TYPE) return <BlockInputInspector key={node} id={node} />;
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
