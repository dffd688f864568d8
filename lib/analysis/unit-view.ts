import type { NodeId } from '@/lib/core/ids';
import type { Pair } from '@/lib/layers/fields';
import { placesOf, type Region } from '@/lib/layers/reach';
import type { Analysis } from '@/lib/analysis/analysis';
import { factsOf } from '@/lib/analysis/layer-facts';
import { layerInputs, typedLayer } from '@/lib/analysis/typed-layer';
import { emptySeen, isSeen, seenThrough, seesAll, uniteSeen, type Seen } from '@/lib/analysis/unit-steps';
import type { TypedLayer } from '@/lib/analysis/types';

/** What a unit sees of one layer on the way from it back to the network's inputs. */
export interface LayerView extends Seen {
  readonly layer: NodeId;
  /** Rows and columns of the layer's output. */
  readonly places: Pair;
}

/** Looks back from one unit of a layer; `place`: its row and column. */
export interface UnitViewer {
  readonly layer: NodeId;
  /** Rows and columns of its units. */
  readonly places: Pair;
  /** From the unit's own layer to the inputs; a layer of which it sees nothing has no entry. */
  view(place: Pair): readonly LayerView[];
}

interface Step {
  readonly id: NodeId;
  readonly layer: TypedLayer;
  readonly places: Pair | null;
  readonly inputs: readonly NodeId[];
}

/**
 * Null for a layer whose units have no places (behind a flatten), since each sees all there is, and for one whose shape is
 * not known. `layer`: an id of `analysis.flat`.
 */
export function createUnitViewer(analysis: Analysis, layer: NodeId): UnitViewer | null {
  const steps = stepsBack(analysis, layer);
  const places = steps[0]?.places ?? null;
  if (places === null) return null;
  return { layer, places, view: (place) => lookBack(steps, unitAlone(place, places)) };
}

/** The layers whose units have places, in the order of computation: those that can be looked back from. */
export function layersWithPlaces({ order, layers }: Analysis): readonly NodeId[] {
  return order.filter((id) => {
    const output = layers[id]?.output;
    return output != null && placesOf(output.shape) !== null;
  });
}

/** How far a region lies beyond the places there are, side by side: what of a window is border. */
export interface Overhang {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function overhangOf({ window, places }: Pick<LayerView, 'window' | 'places'>): Overhang {
  return {
    top: Math.max(0, -window.first[0]),
    bottom: Math.max(0, window.last[0] - places[0] + 1),
    left: Math.max(0, -window.first[1]),
    right: Math.max(0, window.last[1] - places[1] + 1),
  };
}

/** The rectangle around the places that are read; null where only border is. */
export function regionOf({ rows, columns }: Pick<Seen, 'rows' | 'columns'>): Region | null {
  const [top, left] = [rows.indexOf(1), columns.indexOf(1)];
  if (top < 0 || left < 0) return null;
  return { first: [top, left], last: [rows.lastIndexOf(1), columns.lastIndexOf(1)] };
}

/** The layer and all before it, each behind those that take its output. */
function stepsBack(analysis: Analysis, layer: NodeId): readonly Step[] {
  const wanted = new Set([layer]);
  const steps: Step[] = [];
  for (const id of [...analysis.order].reverse()) {
    const typed = wanted.has(id) ? typedLayer(analysis, id) : null;
    if (typed === null) continue;
    const inputs = layerInputs(analysis, id);
    inputs.forEach((input) => wanted.add(input));
    steps.push({ id, layer: typed, places: placesOf(typed.site.output.shape), inputs });
  }
  return steps;
}

function unitAlone(place: Pair, places: Pair): Seen {
  const seen = emptySeen(places, { first: place, last: place });
  seen.rows[place[0]] = 1;
  seen.columns[place[1]] = 1;
  return seen;
}

function lookBack(steps: readonly Step[], unit: Seen): readonly LayerView[] {
  const [first] = steps;
  const known = new Map<NodeId, Seen>(first === undefined ? [] : [[first.id, unit]]);
  const visited = new Set(first === undefined ? [] : [first.id]);
  for (const { id, layer, places, inputs } of steps) {
    if (!visited.has(id)) continue;
    const seen = known.get(id);
    inputs.forEach((input, index) => {
      visited.add(input);
      const size = placesOf(layer.site.inputs[index]?.shape ?? []);
      if (size === null) return;
      const read = seen && places ? seenThrough(factsOf(layer).reach, seen, size) : seesAll(size);
      const before = known.get(input);
      known.set(input, before === undefined ? read : uniteSeen(before, read));
    });
  }
  return steps.flatMap(({ id, places }) => {
    const seen = known.get(id);
    return seen && places && isSeen(seen) ? [{ ...seen, layer: id, places }] : [];
  });
}
