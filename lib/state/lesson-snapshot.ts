import { unitBehind } from '@/lib/analysis/filters/behind';
import { unitFilter, type UnitFilter } from '@/lib/analysis/filters/unit-filter';
import type { ReceptiveField } from '@/lib/analysis/analysis';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { NodeId } from '@/lib/core/ids';
import type { Shape } from '@/lib/core/tensor-type';
import { channelMap, unitCount, type ChannelMap } from '@/lib/inspect/channel-map';
import { edgePart } from '@/lib/inspect/edge-reading';
import type {
  ChosenLayer,
  EdgePart,
  FirstFilters,
  LessonSnapshot,
  SeenInput,
  Spot,
} from '@/lib/inspect/lessons/lesson';
import { brightCentre } from '@/lib/inspect/shift';
import { summarize } from '@/lib/inspect/statistics';
import { strongestCell } from '@/lib/inspect/strongest-cell';
import { layerDefinition } from '@/lib/layers/registry';
import type { InspectInput, InspectLayer, InspectState, InspectSubject } from '@/lib/state/inspect-state';

type Pair = readonly [number, number];

/** A map with fewer cells a side is the last resort of a lesson about places. */
const MANY_CELLS = 8;
const FEW_CELLS = 4;
/** Standard deviations above the mean at which a cell stands out. */
const CLEAR = 2;
/** Cells nearly as strong (this much of the way up from the mean) lie no further from it than that. */
const NEARLY = 0.75;
const NEAR_CELLS = 2;

/** What lessons go by. `views`: ids of the views on the page. */
export function lessonSnapshot(state: InspectState, views: readonly string[]): LessonSnapshot {
  const { subject, unit, seen } = state;
  const layer = subject?.layers.find(({ node }) => node === state.layer);
  if (subject === null || layer === undefined) {
    const nothing = { layer: null, unit: null, filters: null, deepMaps: null, spot: null, input: null };
    return { weights: subject?.source ?? null, views, ...nothing };
  }
  const filters = firstFilters(subject);
  return {
    weights: subject.source,
    views,
    layer: chosenLayer(subject, layer, filters),
    unit,
    filters,
    deepMaps: deepMaps(subject),
    spot: seen === null ? null : spotOf(state, subject, layer),
    input: seen === null ? null : seenInput(seen, subject.plan.inputShape),
  };
}

function chosenLayer(subject: InspectSubject, layer: InspectLayer, filters: FirstFilters | null): ChosenLayer {
  const field = fieldOf(subject, layer);
  return {
    node: layer.node,
    rank: layer.shape.length,
    cells: field === null || isSource(subject, layer.node) ? null : cellsOf(layer.shape),
    jump: field?.jump ?? [0, 0],
    isFirst: filters !== null && isFirst(subject, layer, filters.layer),
    isLast: lastLayer(subject.layers)?.node === layer.node,
  };
}

/** The last that gives a row of numbers; of a network of maps, the last of all. */
export function lastLayer(layers: readonly InspectLayer[]): InspectLayer | undefined {
  return layers.filter(({ shape }) => shape.length === 1).at(-1) ?? layers.at(-1);
}

/** Null: its maps have no places on a picture. */
function fieldOf({ analysis, plan }: InspectSubject, { node, shape }: InspectLayer): ReceptiveField | null {
  const field = analysis.layers[node]?.receptiveField ?? null;
  return shape.length === 3 && plan.inputShape.length === 3 && field !== null && !field.global ? field : null;
}

function cellsOf([rows = 0, columns = 0]: Shape): Pair {
  return [rows, columns];
}

function isSource({ analysis }: InspectSubject, node: NodeId): boolean {
  return layerDefinition(analysis.flat.nodes[node]?.type ?? '')?.role === 'source';
}

function isFirst(subject: InspectSubject, layer: InspectLayer, first: NodeId): boolean {
  const own = subject.layers.find(({ node }) => node === first);
  const [field, other] = [fieldOf(subject, layer), own === undefined ? null : fieldOf(subject, own)];
  if (field === null || other === null) return false;
  const behind = unitBehind(subject.analysis, layer.node, 0);
  return (
    behind?.kind === 'filter' && behind.at.layer === first && field.size.every((size, at) => size === other.size[at])
  );
}

interface Reading {
  readonly layer: NodeId;
  readonly units: number;
  readonly edges: EdgePart[];
}

/** Filters read at one look: AlexNet's first layer has 96 of 11 × 11 × 3, which take a third of a second. */
const AT_ONCE = 12;
const known = new WeakMap<readonly NamedTensor[], Reading | null>();

/** Of the same weights each filter is read once, a few more at every look. */
function firstFilters(subject: InspectSubject): FirstFilters | null {
  const before = known.get(subject.weights);
  const reading = before === undefined ? beginReading(subject) : before;
  if (before === undefined) known.set(subject.weights, reading);
  if (reading === null) return null;
  const { layer, units, edges } = reading;
  for (const end = Math.min(units, edges.length + AT_ONCE); edges.length < end;) {
    edges.push(edgeOf(unitFilter(subject.analysis, subject.weights, { layer, unit: edges.length })));
  }
  return { layer, units, edges: [...edges] };
}

function beginReading(subject: InspectSubject): Reading | null {
  const { analysis, weights, layers } = subject;
  for (const { node, shape } of layers) {
    const behind = unitBehind(analysis, node, 0);
    if (behind?.kind !== 'filter' || behind.at.layer !== node) continue;
    const filter = unitFilter(analysis, weights, { layer: node, unit: 0 });
    const isReadable = filter !== null && isOnPicture(subject, filter);
    return isReadable ? { layer: node, units: unitCount(shape), edges: [] } : null;
  }
  return null;
}

function isOnPicture(subject: InspectSubject, { taps, channels, input, inputShape }: UnitFilter): boolean {
  const [rows, columns] = taps.size;
  const hasSides = rows === columns && rows > 1 && (channels.length === 1 || channels.length === 3);
  return hasSides && inputShape.length === 3 && isSource(subject, input);
}

function edgeOf(filter: UnitFilter | null): EdgePart {
  const part =
    filter && edgePart({ size: filter.taps.size[0], channels: filter.channels.length, values: filter.values });
  return part ?? { degrees: 0, share: 0 };
}

/** The last one that still has many cells a side; else the last one that has some. */
function deepMaps(subject: InspectSubject): NodeId | null {
  const maps = subject.layers.filter((layer) => fieldOf(subject, layer) !== null && !isSource(subject, layer.node));
  const lastWith = (cells: number) => maps.filter(({ shape }) => Math.min(...cellsOf(shape)) >= cells).at(-1)?.node;
  return lastWith(MANY_CELLS) ?? lastWith(FEW_CELLS) ?? null;
}

function spotOf({ looks, unit, seen }: InspectState, subject: InspectSubject, layer: InspectLayer): Spot | null {
  const look = looks.get(layer.node);
  if (look === undefined || unit === null || seen === null || look.shape.length !== 3) return null;
  const map = channelMap(look, unit);
  const cell = strongestCell(map);
  const field = fieldOf(subject, layer);
  const place =
    field && ([field.start[0] + cell[0] * field.jump[0], field.start[1] + cell[1] * field.jump[1]] as const);
  const patch = field && place && patchOf(seen.values, subject.plan.inputShape, { place, size: field.size[0] });
  return { cell, place, isClear: standsOut(map, cell) && isOnePlace(map, cell), slope: patch && edgePart(patch) };
}

function standsOut(map: ChannelMap, [row, column]: Pair): boolean {
  const { max, mean, deviation } = summarize(map.values);
  const isInside = row > 0 && column > 0 && row < map.rows - 1 && column < map.columns - 1;
  return isInside && deviation > 0 && max - mean >= CLEAR * deviation;
}

function isOnePlace({ values, columns }: ChannelMap, [row, column]: Pair): boolean {
  const { max, mean } = summarize(values);
  const nearly = mean + NEARLY * (max - mean);
  return values.every((value, at) => {
    const away = Math.max(Math.abs(Math.floor(at / columns) - row), Math.abs((at % columns) - column));
    return value < nearly || away <= NEAR_CELLS;
  });
}

interface PatchAt {
  readonly place: Pair;
  readonly size: number;
}

/** What a cell sees of the picture; 0 beyond its rim. */
function patchOf(values: Float32Array, [height = 0, width = 0, channels = 1]: Shape, { place, size }: PatchAt) {
  const [top, left] = [Math.round(place[0] - size / 2), Math.round(place[1] - size / 2)];
  const patch = new Float32Array(size * size * channels);
  patch.forEach((_, at) => {
    const pixel = Math.floor(at / channels);
    const [row, column] = [top + Math.floor(pixel / size), left + (pixel % size)];
    const isInside = row >= 0 && column >= 0 && row < height && column < width;
    patch[at] = isInside ? (values[(row * width + column) * channels + (at % channels)] ?? 0) : 0;
  });
  return { size, channels, values: patch };
}

function seenInput({ source, values, moved }: InspectInput, shape: Shape): SeenInput {
  return {
    kind: source.kind,
    base: moved?.from ?? values,
    moved: moved?.by ?? [0, 0],
    centre: shape.length === 3 ? brightCentre(values, shape) : null,
  };
}
