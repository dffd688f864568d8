import type { NodeId } from '@/lib/core/ids';
import type { Analysis } from '@/lib/analysis/analysis';
import { flatLayers } from '@/lib/analysis/typed-layer';
import { documentId } from '@/lib/document/blocks';

/** The layers of the document with weights to learn among these nodes, those inside blocks too. */
export function freezableLayers(analysis: Analysis, nodes: readonly NodeId[]): readonly NodeId[] {
  const layers = nodes.flatMap((node) => flatLayers(analysis, node));
  const learning = layers.filter((layer) => (analysis.layers[layer]?.trainableParams ?? 0) > 0);
  return [...new Set(learning.map(documentId))];
}

/** Whether training leaves all the weights of these nodes as they are; false where there are none. */
export function areFrozen(analysis: Analysis, nodes: readonly NodeId[], frozen: readonly NodeId[]): boolean {
  if (frozen.length === 0) return false;
  const layers = freezableLayers(analysis, nodes);
  return layers.length > 0 && layers.every((layer) => frozen.includes(layer));
}

/** The frozen layers once these are, or are not any more. */
export function withFrozen(
  frozen: readonly NodeId[],
  layers: readonly NodeId[],
  { isFrozen }: { readonly isFrozen: boolean },
): readonly NodeId[] {
  const others = frozen.filter((id) => !layers.includes(id));
  return isFrozen ? [...others, ...layers] : others;
}
