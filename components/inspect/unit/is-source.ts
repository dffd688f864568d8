import type { NodeId } from '@/lib/core/ids';
import { layerDefinition } from '@/lib/layers/registry';
import type { InspectSubject } from '@/lib/state/inspect-state';

/** The layer stands for the data. */
export function isSource({ analysis }: Pick<InspectSubject, 'analysis'>, node: NodeId): boolean {
  return layerDefinition(analysis.flat.nodes[node]?.type ?? '')?.role === 'source';
}
