import { useMemo } from 'react';
import { useInspect } from '@/components/inspect/use-inspect';
import type { NodeId } from '@/lib/core/ids';

/** What the layers that can be looked at are called. */
export function useLayerNames(): (node: NodeId) => string {
  const layers = useInspect(({ subject }) => subject?.layers ?? NONE);
  return useMemo(() => {
    const names = new Map(layers.map(({ node, title }) => [node, title]));
    return (node) => names.get(node) ?? node;
  }, [layers]);
}

const NONE = [] as const;
