import type { EdgeId, NodeId } from '@/lib/core/ids';
import { BLOCK_INPUT_TYPE } from '@/lib/document/blocks';
import type { DocumentEdge } from '@/lib/document/document';
import { isRecord, type Warn } from '@/lib/document/load/json-shape';
import type { ReadNodes } from '@/lib/document/load/read-nodes';
import { createUsableIds } from '@/lib/document/load/usable-ids';

type Edges = Readonly<Record<EdgeId, DocumentEdge>>;

/** The edges between layers that are there and drawn together, each pair joined once, slots unique per target. */
export function readEdges(value: unknown, layers: Pick<ReadNodes, 'nodes' | 'ids'>, warn: Warn): Edges {
  if (!isRecord(value)) {
    warn({ code: 'file/bad-part', values: { part: 'edges' } });
    return {};
  }
  const edges: Record<EdgeId, DocumentEdge> = {};
  const joined = new Set<string>();
  const slots = new Map<NodeId, Set<number>>();
  const usableId = createUsableIds(value, () => 'edge');
  for (const [key, entry] of Object.entries(value)) {
    const ends = readEnds(entry, layers);
    const pair = ends && `${ends.source} ${ends.target}`;
    if (ends === null || pair === null || joined.has(pair)) {
      warn({ code: 'file/bad-edge', values: { edge: key } });
      continue;
    }
    joined.add(pair);
    const taken = slots.get(ends.target) ?? new Set();
    slots.set(ends.target, taken);
    const id = usableId(key);
    const slot = freeSlot(ends.slot, taken);
    taken.add(slot);
    edges[id] = { id, source: ends.source, target: ends.target, slot };
  }
  return edges;
}

function readEnds(
  entry: unknown,
  { nodes, ids }: Pick<ReadNodes, 'nodes' | 'ids'>,
): { readonly source: NodeId; readonly target: NodeId; readonly slot: unknown } | null {
  if (!isRecord(entry) || typeof entry.source !== 'string' || typeof entry.target !== 'string') return null;
  const [source, target] = [ids.get(entry.source), ids.get(entry.target)];
  if (source === undefined || target === undefined || source === target) return null;
  // No edge leads into a block or out of it, or into what stands for its input.
  const isAcross = nodes[source]?.scope !== nodes[target]?.scope || nodes[target]?.type === BLOCK_INPUT_TYPE;
  if (isAcross) return null;
  return { source, target, slot: entry.slot };
}

function freeSlot(slot: unknown, taken: ReadonlySet<number>): number {
  const isSlot = typeof slot === 'number' && Number.isSafeInteger(slot) && slot >= 0;
  if (isSlot && !taken.has(slot)) return slot;
  return [...taken].reduce((next, other) => Math.max(next, other + 1), 0);
}
