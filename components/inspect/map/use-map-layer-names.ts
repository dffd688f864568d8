import { useMemo } from 'react';
import { useInspect } from '@/components/inspect/use-inspect';
import { useMessages } from '@/components/ui/use-messages';
import type { NodeId } from '@/lib/core/ids';
import { formatShape } from '@/lib/core/tensor-type';
import { inspectMapMessages } from '@/lib/messages/inspect-map';
import type { InspectLayer } from '@/lib/state/inspect-state';

/** What layers are called where many have the same title: with their shape, and their place where that is the same, too. */
export function useMapLayerNames(): (node: NodeId) => string {
  const t = useMessages(inspectMapMessages);
  const layers = useInspect(({ subject }) => subject?.layers ?? NONE);
  return useMemo(() => {
    const names = layerNames(layers, t.layer);
    return (node) => names.get(node) ?? node;
  }, [layers, t]);
}

const NONE = [] as const;

/** `place` is 1 for the first layer, and null where the shape tells enough. */
export function layerNames(
  layers: readonly InspectLayer[],
  word: (title: string, shape: string, place: string | null) => string,
): ReadonlyMap<NodeId, string> {
  const keyOf = ({ title, shape }: InspectLayer): string => `${title} ${formatShape(shape)}`;
  const counts = new Map<string, number>();
  for (const layer of layers) counts.set(keyOf(layer), (counts.get(keyOf(layer)) ?? 0) + 1);
  return new Map(
    layers.map((layer, index) => {
      const place = (counts.get(keyOf(layer)) ?? 0) > 1 ? String(index + 1) : null;
      return [layer.node, word(layer.title, formatShape(layer.shape), place)];
    }),
  );
}
