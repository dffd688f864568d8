import { createUnitViewer } from '@/lib/analysis/unit-view';
import type { Analysis } from '@/lib/analysis/analysis';
import type { UnitFilter } from '@/lib/analysis/filters/unit-filter';
import type { NodeId } from '@/lib/core/ids';
import { channelMap } from '@/lib/inspect/channel-map';
import { strongestCell } from '@/lib/inspect/strongest-cell';
import type { Pair } from '@/lib/layers/fields';
import type { LayerLook } from '@/lib/training/inspect/protocol';

interface Asked {
  readonly analysis: Analysis;
  readonly filter: UnitFilter;
  /** The layer that is chosen, and the cell of its map that is looked at; null: the strongest. */
  readonly layer: NodeId;
  readonly cell: Pair | null;
  /** What the filter's layer gives. */
  readonly look: LayerLook;
}

/** The cell of the filter's own map that stands behind what is looked at: of several (pooling), the strongest. */
export function feedCell({ analysis, filter, layer, cell, look }: Asked): Pair {
  const map = channelMap(look, filter.unit);
  if (cell === null) return strongestCell(map);
  if (layer === filter.layer) return cell;
  const seen = createUnitViewer(analysis, layer)
    ?.view(cell)
    .find((view) => view.layer === filter.layer);
  return strongestCell(map, seen);
}
