import type { Analysis } from '@/lib/analysis/analysis';
import { createUnitViewer, type LayerView, type UnitViewer } from '@/lib/analysis/unit-view';
import type { NodeId } from '@/lib/core/ids';
import { channelMap, type ChannelMap } from '@/lib/inspect/channel-map';
import { mapPixels, overlayPixels, picturePixels } from '@/lib/inspect/map-pixels';
import { spanOf } from '@/lib/inspect/normalise';
import { layOver, type CellPlaces } from '@/lib/inspect/overlay';
import { colourLookup, levelsFor, type Pixels } from '@/lib/inspect/paint-grid';
import type { ColourTheme } from '@/lib/inspect/colours';
import type { Shape } from '@/lib/core/tensor-type';
import type { Pair } from '@/lib/layers/fields';
import type { InspectLayer, InspectSubject } from '@/lib/state/inspect-state';
import type { LayerLook } from '@/lib/training/inspect/protocol';
import type { InspectView } from '@/components/inspect/view-state';

/** What does not change from look to look: how a unit's map lies on the picture. */
export interface UnitScene {
  readonly layer: Pick<InspectLayer, 'node' | 'shape'>;
  /** The layer that stands for the picture. */
  readonly source: NodeId;
  /** Height × width × channels; null: the input is no picture. */
  readonly picture: Shape | null;
  readonly viewer: UnitViewer | null;
  /** Null: the map has no place on the picture. */
  readonly places: CellPlaces | null;
}

export function sceneOf({ analysis, plan }: InspectSubject, layer: UnitScene['layer']): UnitScene {
  const source = plan.layers.find(({ name }) => name === plan.inputs[0])?.node ?? layer.node;
  const shape = plan.inputShape;
  const viewer = createUnitViewer(analysis, layer.node);
  const picture = shape.length === 3 ? shape : null;
  return { layer, source, picture, viewer, places: viewer && picture && cellPlaces(analysis, { viewer, source }) };
}

/** What a cell sees of a layer; undefined: nothing. */
export function seenBy({ viewer }: UnitScene, cell: Pair, layer: NodeId): LayerView | undefined {
  return viewer?.view(cell).find((view) => view.layer === layer);
}

/**
 * By the layer's receptive field; where branches drift apart there is none that holds for all cells: then by what the first
 * and the last cell see.
 */
function cellPlaces(
  analysis: Analysis,
  { viewer, source }: { readonly viewer: UnitViewer; readonly source: NodeId },
): CellPlaces | null {
  const field = analysis.layers[viewer.layer]?.receptiveField ?? null;
  if (field !== null) return field;
  const [rows, columns] = viewer.places;
  const [first, last] = [[0, 0] as const, [rows - 1, columns - 1] as const].map((cell) =>
    viewer.view(cell).find((view) => view.layer === source),
  );
  if (first === undefined || last === undefined) return null;
  const start = [centreOf(first, 0), centreOf(first, 1)] as const;
  const jump = (axis: 0 | 1, count: number) => (count > 1 ? (centreOf(last, axis) - start[axis]) / (count - 1) : 0);
  return { start, jump: [jump(0, rows), jump(1, columns)] };
}

function centreOf({ window }: LayerView, axis: 0 | 1): number {
  return (window.first[axis] + window.last[axis] + 1) / 2;
}

/** What is drawn of one look. */
export interface UnitImages {
  readonly map: ChannelMap;
  /** A sequence lies from left to right. */
  readonly mapPixels: Pixels;
  readonly picture: Pixels | null;
  readonly overlay: Pixels | null;
}

/** It is drawn from left to right: a sequence. */
export function isLying({ shape }: UnitScene['layer']): boolean {
  return shape.length === 2;
}

/** Row and column as drawn, out of those of the map, and the way back. */
export function turned(layer: UnitScene['layer'], [row, column]: Pair): Pair {
  return isLying(layer) ? [column, row] : [row, column];
}

interface Looking {
  readonly scene: UnitScene;
  readonly look: LayerLook;
  readonly unit: number;
  readonly input: Float32Array | null;
  readonly view: Pick<InspectView, 'normalisation' | 'scale'>;
  readonly theme: ColourTheme;
  readonly opacity: number;
}

export function unitImages({ scene, look, unit, input, view, theme, opacity }: Looking): UnitImages {
  const map = channelMap(look, unit);
  const span = spanOf(view.normalisation === 'layer' ? look.values : map.values);
  const colours = { levels: levelsFor(span, view.scale), lookup: colourLookup(view.scale, theme) };
  const { picture: shape, places } = scene;
  const [rows = 1, columns = 1] = shape ?? [];
  const hasPicture = shape !== null && input !== null;
  const over = hasPicture && places !== null ? layOver(map, places, [rows, columns]) : null;
  return {
    map,
    mapPixels: mapPixels(isLying(scene.layer) ? { ...map, rows: map.columns, columns: map.rows } : map, colours),
    picture: hasPicture ? picturePixels({ shape, values: input }) : null,
    overlay: over && overlayPixels(over, colours, { columns, opacity, isSigned: view.scale === 'diverging' }),
  };
}
