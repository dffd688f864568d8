import { useMemo, useState } from 'react';
import type { NodeId } from '@/lib/core/ids';
import type { Analysis } from '@/lib/analysis/analysis';
import { createUnitViewer, layersWithPlaces, type LayerView } from '@/lib/analysis/unit-view';
import type { Pair } from '@/lib/layers/fields';

export interface ChosenUnit {
  /** All layers that can be chosen, in the order of computation. */
  readonly layers: readonly NodeId[];
  readonly layer: NodeId;
  readonly places: Pair;
  readonly place: Pair;
  /** From the unit back to the inputs. */
  readonly views: readonly LayerView[];
  chooseLayer(layer: NodeId): void;
  choosePlace(place: Pair): void;
}

/**
 * A layer and one of its units. The unit is kept as a share of height and width, so that it stays at the same spot of the
 * picture from layer to layer. Null where the design has no layer with places.
 */
export function useUnit(analysis: Analysis, start: NodeId): ChosenUnit | null {
  const layers = useMemo(() => layersWithPlaces(analysis), [analysis]);
  const [chosen, chooseLayer] = useState(start);
  const [spot, setSpot] = useState<Pair>([0.5, 0.5]);
  const layer = layers.includes(chosen) ? chosen : layers.at(-1);
  const viewer = useMemo(() => (layer === undefined ? null : createUnitViewer(analysis, layer)), [analysis, layer]);
  const place: Pair | null = viewer && [unitOf(spot[0], viewer.places[0]), unitOf(spot[1], viewer.places[1])];
  const [row, column] = place ?? [0, 0];
  const views = useMemo(() => viewer?.view([row, column]) ?? [], [viewer, row, column]);
  if (layer === undefined || viewer === null || place === null) return null;
  const { places } = viewer;
  const choosePlace = ([row, column]: Pair) =>
    setSpot([(clamp(row, places[0]) + 0.5) / places[0], (clamp(column, places[1]) + 0.5) / places[1]]);
  return { layers, layer, places, place, views, chooseLayer, choosePlace };
}

function unitOf(spot: number, count: number): number {
  return clamp(Math.floor(spot * count), count);
}

function clamp(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count - 1);
}
