import type { FirstFilters, Lesson, LessonSnapshot } from '@/lib/inspect/lessons/lesson';

export type FilterStep = 'trained' | 'first-layer' | 'unit' | 'filter' | 'edge' | 'direction' | 'other';

/** At least this much of a filter's squares, and it is called an edge detector: as its reading says. */
const MOST = 0.5;
/** From here on two directions are said to be different. */
const APART_DEGREES = 60;

/** "What the filters learned": from a trained network to two edge detectors that answer to different directions. */
export const FILTER_LESSON: Lesson<FilterStep> = {
  id: 'filters',
  fits: ({ filters }) => filters !== null,
  steps: [
    { id: 'trained', check: hasLearned },
    { id: 'first-layer', check: ({ layer, filters }) => layer !== null && layer.node === filters?.layer },
    { id: 'unit', check: isOnFilter },
    { id: 'filter', check: (now) => isOnFilter(now) && now.views.includes('filter') },
    {
      id: 'edge',
      check: (now) => isOnFilter(now) && now.views.includes('filter') && isEdge(now),
      keep: ({ unit }, memory) => ({ ...memory, edge: unit }),
    },
    {
      id: 'direction',
      check: (now, { edge }) =>
        isOnFilter(now) &&
        now.views.includes('unit') &&
        now.spot?.slope != null &&
        (edge === null || now.unit === edge),
    },
    {
      id: 'other',
      check: (now, { edge }) =>
        isOnFilter(now) && now.unit !== null && othersThan(now.filters, edge).units.includes(now.unit),
    },
  ],
};

export function hasLearned({ weights }: LessonSnapshot): boolean {
  return weights !== null && weights !== 'start';
}

/** A unit is chosen that has one of the first filters behind it. */
export function isOnFilter({ layer, unit, filters }: LessonSnapshot): boolean {
  return layer?.isFirst === true && unit !== null && filters !== null && unit < filters.units;
}

export function isEdge({ unit, filters }: LessonSnapshot): boolean {
  return unit !== null && edgeUnits(filters).includes(unit);
}

/** Some of the filters have not been read yet. */
export function isReading(filters: FirstFilters | null): boolean {
  return filters !== null && filters.edges.length < filters.units;
}

/** The filters that are edge detectors; where none is, the one that comes closest. */
export function edgeUnits(filters: FirstFilters | null): readonly number[] {
  const edges = filters?.edges ?? [];
  const found = edges.flatMap(({ share }, unit) => (share >= MOST ? [unit] : []));
  if (found.length > 0 || isReading(filters)) return found;
  const most = Math.max(...edges.map(({ share }) => share));
  return edges.flatMap(({ share }, unit) => (share === most ? [unit] : [])).slice(0, 1);
}

/** None of the filters is mostly an edge. */
export function hasNoEdge(filters: FirstFilters | null): boolean {
  return !isReading(filters) && filters?.edges.every(({ share }) => share < MOST) === true;
}

export interface OtherFilters {
  /** The most decided edge first. */
  readonly units: readonly number[];
  readonly areEdges: boolean;
  readonly areApart: boolean;
}

/** Edge detectors for another direction; where there is none, any filters that brighten in another one; else all others. */
export function othersThan(filters: FirstFilters | null, unit: number | null): OtherFilters {
  const edges = filters?.edges ?? [];
  const own = edges[unit ?? -1];
  const shareOf = (at: number) => edges[at]?.share ?? 0;
  const others = edges.map((_, at) => at).filter((at) => at !== unit);
  others.sort((a, b) => shareOf(b) - shareOf(a));
  const isApart = (at: number) =>
    own === undefined || angleBetween(own.degrees, edges[at]?.degrees ?? own.degrees) >= APART_DEGREES;
  const apart = others.filter(isApart);
  const edgesApart = apart.filter((at) => shareOf(at) >= MOST);
  if (edgesApart.length > 0 || isReading(filters)) return { units: edgesApart, areEdges: true, areApart: true };
  return apart.length > 0
    ? { units: apart, areEdges: false, areApart: true }
    : { units: others, areEdges: false, areApart: false };
}

/** Between two directions, from 0 to 180 degrees. */
export function angleBetween(a: number, b: number): number {
  const turn = (((a - b) % 360) + 360) % 360;
  return Math.min(turn, 360 - turn);
}
