import type { NodeId } from '@/lib/core/ids';
import type { Offset } from '@/lib/inspect/shift';

type Pair = readonly [number, number];

/** The part of "Look inside" that lessons go by, at one moment. Of what was seen last: input, map and answer belong together. */
export interface LessonSnapshot {
  /** Null: nothing is open. */
  readonly weights: 'trained' | 'training' | 'imported' | 'kept' | 'start' | null;
  /** Ids of the views that are on the page. */
  readonly views: readonly string[];
  readonly layer: ChosenLayer | null;
  readonly unit: number | null;
  /** Of the first layer with filters right on the picture; null: there is none whose filters have sides. */
  readonly filters: FirstFilters | null;
  /** A layer far from the picture that still has maps with places on it. */
  readonly deepMaps: NodeId | null;
  /** The strongest cell of the chosen unit's map. */
  readonly spot: Spot | null;
  readonly input: SeenInput | null;
}

export interface ChosenLayer {
  readonly node: NodeId;
  readonly rank: number;
  /** Rows and columns of its maps, where they have places on the picture; null: it has none, or is the picture itself. */
  readonly cells: Pair | null;
  /** Pixels from one cell to the next. */
  readonly jump: Pair;
  /** Its units have the first layer's filters behind them, one each, and see no more than these. */
  readonly isFirst: boolean;
  /** What the network answers with. */
  readonly isLast: boolean;
}

export interface FirstFilters {
  readonly layer: NodeId;
  readonly units: number;
  /** How much of each filter is an edge, and in which direction it brightens; fewer than there are while they are read. */
  readonly edges: readonly EdgePart[];
}

/** `degrees`: counterclockwise from the right; `share`: of the weights' squares, from 0 to 1. */
export interface EdgePart {
  readonly degrees: number;
  readonly share: number;
}

export interface Spot {
  readonly cell: Pair;
  /** Centre of what the cell sees, in pixels; null: it has no place on the picture. */
  readonly place: Pair | null;
  /** Stands out from the rest of the map, and not at its rim. */
  readonly isClear: boolean;
  /** How the picture brightens where the cell looks; null: it is even there. */
  readonly slope: EdgePart | null;
}

export interface SeenInput {
  readonly kind: 'sample' | 'file' | 'camera' | 'drawing';
  /** The picture as it came: the same one as long as it is only moved. */
  readonly base: Float32Array;
  readonly moved: Offset;
  /** Of what is bright in it, in pixels. */
  readonly centre: Pair | null;
}

/** What a lesson keeps of what was done in it. */
export interface LessonMemory {
  /** The unit of the first layer that was found to be an edge detector. */
  readonly edge: number | null;
  /** From where the input and the spot are followed. */
  readonly anchor: Anchor | null;
  /** Which way the input went, when the spot was seen to follow it for the first time. */
  readonly way: Pair | null;
}

export interface Anchor {
  readonly layer: NodeId;
  readonly unit: number;
  readonly place: Pair;
  readonly input: SeenInput;
}

export const NOTHING_KEPT: LessonMemory = { edge: null, anchor: null, way: null };

export interface LessonStep<I extends string = string> {
  readonly id: I;
  /** It has been done, as far as the state tells. */
  readonly check: (now: LessonSnapshot, memory: LessonMemory) => boolean;
  /** What is kept of the state, at every look before `check`. */
  readonly note?: (now: LessonSnapshot, memory: LessonMemory) => LessonMemory;
  /** What is kept of the state in which it was done. */
  readonly keep?: (now: LessonSnapshot, memory: LessonMemory) => LessonMemory;
}

export interface Lesson<I extends string = string> {
  readonly id: 'filters' | 'follow';
  /** The network that is open has what the lesson is about. */
  readonly fits: (now: LessonSnapshot) => boolean;
  readonly steps: readonly LessonStep<I>[];
}

/** How far someone is in a lesson. */
export interface LessonProgress {
  readonly at: number;
  /** Steps that the state has shown to be done; those that were skipped are not among them. */
  readonly done: readonly string[];
  readonly memory: LessonMemory;
  /** The state in which the step at hand was done; null: it is not. */
  readonly doneWith: LessonSnapshot | null;
}

export const NOT_BEGUN: LessonProgress = { at: 0, done: [], memory: NOTHING_KEPT, doneWith: null };

/** The progress after one more look at the state; the same object where nothing has changed. */
export function watch(lesson: Lesson, progress: LessonProgress, now: LessonSnapshot): LessonProgress {
  const step = lesson.steps[progress.at];
  if (step === undefined || progress.done.includes(step.id)) return progress;
  const memory = step.note?.(now, progress.memory) ?? progress.memory;
  if (step.check(now, memory)) {
    const kept = step.keep?.(now, memory) ?? memory;
    return { ...progress, done: [...progress.done, step.id], memory: kept, doneWith: now };
  }
  return memory === progress.memory ? progress : { ...progress, memory };
}

/** On to the next step, done or not; behind the last one the lesson is over. */
export function goOn(lesson: Lesson, progress: LessonProgress): LessonProgress {
  const at = Math.min(lesson.steps.length, progress.at + 1);
  return { ...progress, at, memory: { ...progress.memory, anchor: null }, doneWith: null };
}

/** Back to the step before, to be done anew. */
export function goBack(lesson: Lesson, progress: LessonProgress): LessonProgress {
  const at = Math.max(0, progress.at - 1);
  const again = lesson.steps[at]?.id;
  const done = progress.done.filter((id) => id !== again);
  return { at, done, memory: { ...progress.memory, anchor: null }, doneWith: null };
}
