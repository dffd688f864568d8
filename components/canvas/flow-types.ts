import type { Edge, Node } from '@xyflow/react';
import type { LabelPlace } from '@/lib/pictures/edge-path';

/**
 * React Flow's picture of a layer, of a node that stands for a block or its input, or of a block expanded at its place.
 * What its face shows is read from the workspace by its id.
 */
export type LayerFlowNode = Node<Record<string, never>, 'layer' | 'block' | 'frame'> & {
  readonly type: 'layer' | 'block' | 'frame';
};

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
