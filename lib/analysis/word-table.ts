import type { NodeId } from '@/lib/core/ids';
import type { Analysis } from '@/lib/analysis/analysis';
import { layerInputs, typedLayer } from '@/lib/analysis/typed-layer';

/**
 * The layer that looks up what an input holds: words by their numbers, of which none is a little more than another; null:
 * the input holds quantities. `input`: a layer of `analysis.flat`.
 */
export function wordTable(analysis: Analysis, input: NodeId): NodeId | null {
  const isTable = (id: NodeId): boolean => {
    const layer = typedLayer(analysis, id);
    return layer?.definition.vocabulary?.(layer.site.params) !== undefined;
  };
  return analysis.order.find((id) => layerInputs(analysis, id).includes(input) && isTable(id)) ?? null;
}
