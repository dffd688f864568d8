import { Position as Side, type NodeHandle } from '@xyflow/react';
import type { NodeId } from '@/lib/core/ids';
import type { DocumentNode, Position } from '@/lib/document/document';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import type { LayerFlowNode } from '@/components/canvas/flow-types';

export interface NodesInput {
  readonly nodes: Readonly<Record<NodeId, DocumentNode>>;
  readonly selected: readonly NodeId[];
  readonly dragged: Readonly<Record<NodeId, Position>> | null;
  /** What a screen reader calls the layer. */
  readonly nameOf: (node: DocumentNode) => string;
}

const SIZE = { width: NODE_WIDTH, height: NODE_HEIGHT };

/** Known beforehand, so that edges are drawn without measuring. A width of 1 puts their ends on the border's middle. */
const HANDLES: NodeHandle[] = [
  { type: 'target', position: Side.Top, x: NODE_WIDTH / 2 - 0.5, y: -0.5, width: 1, height: 1 },
  { type: 'source', position: Side.Bottom, x: NODE_WIDTH / 2 - 0.5, y: NODE_HEIGHT - 0.5, width: 1, height: 1 },
];

/**
 * Document to React Flow's nodes. Keeps what has not changed as the same objects, so that only changed layers are drawn
 * again.
 */
export function createNodeDeriver(): (input: NodesInput) => LayerFlowNode[] {
  let before = new Map<NodeId, LayerFlowNode>();
  let list: LayerFlowNode[] = [];
  return ({ nodes, selected, dragged, nameOf }) => {
    const chosen = new Set(selected);
    const next = Object.values(nodes).map((node) => {
      const position = dragged?.[node.id] ?? node.position;
      const fresh = flowNode(node.id, position, { selected: chosen.has(node.id), name: nameOf(node) });
      const known = before.get(node.id);
      return known !== undefined && isSame(known, fresh) ? known : fresh;
    });
    if (next.length === list.length && next.every((node, index) => node === list[index])) return list;
    before = new Map(next.map((node) => [node.id, node]));
    list = next;
    return list;
  };
}

function flowNode(
  id: NodeId,
  { x, y }: Position,
  { selected, name }: { readonly selected: boolean; readonly name: string },
): LayerFlowNode {
  return {
    id,
    type: 'layer',
    position: { x, y },
    data: {},
    selected,
    ariaRole: 'group',
    ariaLabel: name,
    handles: HANDLES,
    measured: SIZE,
    ...SIZE,
  };
}

function isSame(a: LayerFlowNode, b: LayerFlowNode): boolean {
  return (
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.selected === b.selected &&
    a.ariaLabel === b.ariaLabel
  );
}
