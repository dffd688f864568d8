import { Position as Side, type NodeHandle } from '@xyflow/react';
import type { NodeId } from '@/lib/core/ids';
import { BLOCK_INPUT_TYPE, BLOCK_TYPE } from '@/lib/document/blocks';
import type { DocumentNode, Position } from '@/lib/document/document';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import type { FrameSize, ShownDesign } from '@/lib/state/shown-design';
import type { LayerFlowNode } from '@/components/canvas/flow-types';

export interface NodesInput {
  readonly nodes: Readonly<Record<NodeId, DocumentNode>>;
  /** The blocks that are expanded at their place. */
  readonly frames: ShownDesign['frames'];
  readonly selected: readonly NodeId[];
  readonly dragged: Readonly<Record<NodeId, Position>> | null;
  /** What a screen reader calls each layer. */
  readonly names: ReadonlyMap<NodeId, string>;
}

const SIZE = { width: NODE_WIDTH, height: NODE_HEIGHT };

/** Known beforehand, so that edges are drawn without measuring. A width of 1 puts their ends on the border's middle. */
const HANDLES = handlesOf(SIZE);

function handlesOf({ width, height }: FrameSize): NodeHandle[] {
  const middle = { x: width / 2 - 0.5, width: 1, height: 1 };
  return [
    { type: 'target', position: Side.Top, y: -0.5, ...middle },
    { type: 'source', position: Side.Bottom, y: height - 0.5, ...middle },
  ];
}

/**
 * Document to React Flow's nodes. Keeps what has not changed as the same objects, so that only changed layers are drawn
 * again.
 */
export function createNodeDeriver(): (input: NodesInput) => LayerFlowNode[] {
  let before = new Map<NodeId, LayerFlowNode>();
  let list: LayerFlowNode[] = [];
  return ({ nodes, frames, selected, dragged, names }) => {
    const chosen = new Set(selected);
    const next = Object.values(nodes).map((node) => {
      const look: Look = {
        position: dragged?.[node.id] ?? node.position,
        selected: chosen.has(node.id),
        name: names.get(node.id) ?? node.id,
        kind: kindOf(node, frames),
        size: frames.get(node.id) ?? SIZE,
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
  readonly kind: LayerFlowNode['type'];
  readonly size: FrameSize;
  readonly position: Position;
  readonly selected: boolean;
  readonly name: string;
}

/** Frames lie under everything, their own insides most of all; selecting one must not lift it. */
const FRAME_LEVEL = -5000;

function flowNode(id: NodeId, { kind, size, position, selected, name }: Look): LayerFlowNode {
  return {
    id,
    type: kind,
    position: { x: position.x, y: position.y },
    data: {},
    selected,
    ariaRole: 'group',
    ariaLabel: name,
    handles: size === SIZE ? HANDLES : handlesOf(size),
    measured: { ...size },
    ...size,
    ...(kind === 'frame' ? { zIndex: FRAME_LEVEL - Math.round(size.width), dragHandle: '[data-frame-head]' } : {}),
  };
}

function kindOf({ id, type }: DocumentNode, frames: ShownDesign['frames']): LayerFlowNode['type'] {
  if (frames.has(id)) return 'frame';
  return type === BLOCK_TYPE || type === BLOCK_INPUT_TYPE ? 'block' : 'layer';
}

function hasLook(node: LayerFlowNode, { kind, size, position, selected, name }: Look): boolean {
  return (
    node.type === kind &&
    node.width === size.width &&
    node.height === size.height &&
    node.position.x === position.x &&
    node.position.y === position.y &&
    node.selected === selected &&
    node.ariaLabel === name
  );
}
