'use client';

import { useStore, type ReactFlowState } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { layerDefinition } from '@/lib/layers/registry';
import { useTheme } from '@/components/charts/use-theme';
import { useDesigner } from '@/components/state/designer-context';
import type { LayerFlowNode, ShapeFlowEdge } from '@/components/canvas/flow-types';
import { drawOverview, gatherShapes, type OverviewColours } from '@/components/canvas/overview/draw-overview';
import styles from '@/components/canvas/overview/overview.module.css';

const viewOf = ({ transform: [x, y, zoom], width, height }: ReactFlowState) => `${x} ${y} ${zoom} ${width} ${height}`;

interface OverviewProps {
  readonly nodes: readonly LayerFlowNode[];
  readonly edges: readonly ShapeFlowEdge[];
}

/**
 * A large design from far away, painted: thousands of layers as elements of the page would take seconds to appear, and
 * nothing of their faces can be read at that size.
 */
export function Overview({ nodes, edges }: OverviewProps) {
  const { workspace } = useDesigner();
  const view = useStore(viewOf);
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const shapes = useMemo(() => {
    const { document } = workspace.store.getState();
    return gatherShapes(nodes, edges, ({ id }) => layerDefinition(document.nodes[id]?.type ?? '')?.family ?? 'input');
  }, [nodes, edges, workspace]);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (element === null || !context) return;
    const [x = 0, y = 0, zoom = 1, width = 0, height = 0] = view.split(' ').map(Number);
    const pixelRatio = window.devicePixelRatio;
    const size = { width: Math.round(width * pixelRatio), height: Math.round(height * pixelRatio) };
    // Setting a size clears and allocates, even to the same.
    if (element.width !== size.width || element.height !== size.height) Object.assign(element, size);
    drawOverview(context, shapes, { view: { x, y, zoom, width, height, pixelRatio }, colours: coloursOf(element) });
  }, [view, shapes, theme]);
  return <canvas ref={canvas} className={styles.overview} aria-hidden="true" data-overview={nodes.length} />;
}

function coloursOf(element: Element): OverviewColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name);
  return {
    line: colour('--border-strong'),
    selected: colour('--accent'),
    fill: (family) => colour(`--family-${family}`),
  };
}
