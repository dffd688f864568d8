import { Position as Side, type NodeHandle } from '@xyflow/react';
import type { NodeId } from '@/lib/core/ids';
import type { DocumentNode, Position } from '@/lib/document/document';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import type { LayerFlowNode } from '@/components/canvas/flow-types';

export interface NodesInput {
  readonly nodes: Readonly<Record<NodeId, DocumentNode>>;
  readonly selected: readonly NodeId[];
  readonly dragged: Readonly<Record<NodeId, Position>> | null;
  /** What a screen reader calls each layer. */
  readonly names: ReadonlyMap<NodeId, string>;
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
  return ({ nodes, selected, dragged, names }) => {
    const chosen = new Set(selected);
    const next = Object.values(nodes).map((node) => {
      const look: Look = {
        position: dragged?.[node.id] ?? node.position,
        selected: chosen.has(node.id),
        name: names.get(node.id) ?? node.id,
      };
      const known = before.get(node.id);
      return known !== undefined && hasLook(known, look) ? known : flowNode(node.id, look);
    });
    if (next.length === list.length && next.every((node, index) => node === list[index])) return list;
    before = new Map(next.map((node) => [node.id, node]));
    list = next;
    return list;
  };
}

interface Look {
  readonly position: Position;
  readonly selected: boolean;
  readonly name: string;
}

function flowNode(id: NodeId, { position, selected, name }: Look): LayerFlowNode {
  return {
    id,
    type: 'layer',
    position: { x: position.x, y: position.y },
    data: {},
    selected,
    ariaRole: 'group',
    ariaLabel: name,
    handles: HANDLES,
    measured: SIZE,
    ...SIZE,
  };
}

function hasLook(node: LayerFlowNode, { position, selected, name }: Look): boolean {
  return (
    node.position.x === position.x &&
    node.position.y === position.y &&
    node.selected === selected &&
    node.ariaLabel === name
  );
}
