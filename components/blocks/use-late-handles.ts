import { useUpdateNodeInternals } from '@xyflow/react';
import { useEffect } from 'react';
import type { NodeId } from '@/lib/core/ids';

/** Tells React Flow of a node's handles, which came after the node: its face was still being loaded. */
export function useLateHandles(id: NodeId): void {
  const update = useUpdateNodeInternals();
  useEffect(() => update(id), [id, update]);
}
