'use client';

import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useCanvasUi } from '@/components/canvas/canvas-ui';
import type { ShapeFlowEdge } from '@/components/canvas/flow-types';
import styles from '@/components/canvas/shape-edge.module.css';

/** An edge with the shape it carries. A faulty one is dashed and has a mark; an unknown shape is a question mark. */
export const ShapeEdge = memo(function ShapeEdge({ id, data, selected }: EdgeProps<ShapeFlowEdge>) {
  const isDropTarget = useCanvasUi(({ dropEdge }) => dropEdge === id);
  if (data === undefined) return null;
  const { path, label, shape, state } = data;
  const text = state === 'error' ? `⚠ ${shape}`.trim() : shape || '?';
  return (
    <g
      className={styles.edge}
      data-state={state}
      data-selected={selected === true ? '' : undefined}
      data-drop={isDropTarget ? '' : undefined}
    >
      <BaseEdge
        id={id}
        path={path}
        className={styles.line ?? ''}
        interactionWidth={18}
        markerEnd="url(#shape-edge-arrow)"
      />
      <text
        className={styles.label}
        transform={`translate(${label.x} ${label.y}) rotate(${shape === '' ? 0 : label.degrees})`}
        textAnchor={label.anchor}
        dy="0.32em"
      >
        {text}
      </text>
    </g>
  );
});

/** Arrow heads take the colour of their line. */
export function EdgeMarkers() {
  return (
    <svg className={styles.markers} aria-hidden="true" focusable="false">
      <defs>
        <marker
          id="shape-edge-arrow"
          viewBox="0 0 10 10"
          refX="8"
          refY="5"
          markerWidth="9"
          markerHeight="9"
          orient="auto"
        >
          <path
            d="M1 1.5 8 5 1 8.5"
            fill="none"
            stroke="context-stroke"
            strokeWidth="1.6"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        </marker>
      </defs>
    </svg>
  );
}
