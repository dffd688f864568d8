import { edgeUnits, hasNoEdge, isEdge, othersThan } from '@/lib/inspect/lessons/filter-lesson';
import { leastMove, moveOf } from '@/lib/inspect/lessons/follow-lesson';
import type { LessonMemory, LessonSnapshot } from '@/lib/inspect/lessons/lesson';
import { formatShape } from '@/lib/core/tensor-type';
import type { LessonFacts } from '@/lib/messages/inspect-lessons';
import { lastLayer } from '@/lib/state/lesson-snapshot';
import type { InspectSubject } from '@/lib/state/inspect-state';

/** What a lesson's sentences speak of. */
export function lessonFacts(now: LessonSnapshot, memory: LessonMemory, subject: InspectSubject | null): LessonFacts {
  const { filters, unit, spot } = now;
  const layers = subject?.layers ?? [];
  const title = (id: string | undefined | null) => layers.find(({ node }) => node === id)?.title ?? '';
  const deep = layers.find(({ node }) => node === now.deepMaps);
  const move = moveOf(now, memory);
  const degreesOf = (of: number | null) => filters?.edges[of ?? -1]?.degrees ?? 0;
  const edge = memory.edge;
  const others = othersThan(filters, edge);
  const share = filters?.edges[unit ?? -1]?.share;
  return {
    layer: title(now.layer?.node),
    first: title(filters?.layer),
    // Several layers may have the title; the strip tells them apart by their shapes.
    deep: deep === undefined ? '' : `${deep.title} (${formatShape(deep.shape)})`,
    last: lastLayer(layers)?.title ?? '',
    unit,
    filters: filters?.units ?? 0,
    closest: hasNoEdge(filters) ? (edgeUnits(filters)[0] ?? null) : null,
    edge,
    edgeDegrees: degreesOf(edge),
    filterDegrees: degreesOf(unit),
    pictureDegrees: spot?.slope?.degrees ?? 0,
    percent: share === undefined ? null : Math.round(100 * share),
    isEdge: isEdge(now),
    other: others.units[0] ?? null,
    areOthersEdges: others.areEdges,
    areOthersApart: others.areApart,
    least: leastMove(now),
    moved: move?.input ?? null,
    spotMoved: move?.spot ?? null,
    hasStrayed: move?.isFarEnough === true && !move.hasFollowed,
  };
}
