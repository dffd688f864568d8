import type { Edge, Node } from '@xyflow/react';
import type { LabelPlace } from '@/components/canvas/edge-path';

/** React Flow's picture of a layer. What its face shows is read from the workspace by the layer's id. */
export type LayerFlowNode = Node<Record<string, never>, 'layer'>;

export type EdgeState = 'known' | 'unknown' | 'error';

/** React Flow's picture of an edge, with its way already found. */
export type ShapeFlowEdge = Edge<
  {
    readonly path: string;
    readonly label: LabelPlace;
    /** "28 × 28 × 1", or empty where no shape is known. */
    readonly shape: string;
    readonly state: EdgeState;
  },
  'shape'
>;
