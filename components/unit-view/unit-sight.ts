import { overhangOf, regionOf, type LayerView } from '@/lib/analysis/unit-view';
import type { Pair } from '@/lib/layers/fields';
import type { UnitSight } from '@/lib/messages/unit-view';

interface Unit {
  readonly layer: string;
  readonly place: Pair;
}

/** What is said of a unit: which rows and columns of the picture it sees, and how much border. */
export function unitSight({ layer, place }: Unit, picture: LayerView | undefined): UnitSight {
  const region = picture === undefined ? null : regionOf(picture);
  const size = picture === undefined ? ([0, 0] as const) : windowSize(picture);
  if (picture === undefined || region === null) {
    return { layer, place, rows: null, columns: null, size, withGaps: null, beyond: NO_BORDER, isCertain: true };
  }
  const rows: Pair = [region.first[0], region.last[0]];
  const columns: Pair = [region.first[1], region.last[1]];
  const read = count(picture.rows) * count(picture.columns);
  const isWhole = read === (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1);
  return {
    layer,
    place,
    rows,
    columns,
    size,
    withGaps: isWhole ? null : read,
    beyond: overhangOf(picture),
    isCertain: picture.isCertain,
  };
}

export function windowSize({ window: { first, last } }: Pick<LayerView, 'window'>): Pair {
  return [last[0] - first[0] + 1, last[1] - first[1] + 1];
}

const NO_BORDER = { top: 0, bottom: 0, left: 0, right: 0 };

function count(mask: Uint8Array): number {
  return mask.reduce((sum, value) => sum + value, 0);
}
