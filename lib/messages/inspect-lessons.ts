import type { Localized } from '@/lib/core/locale';
import { lessonsEnglish } from '@/lib/messages/inspect-lessons-english';
import { lessonsVietnamese } from '@/lib/messages/inspect-lessons-vietnamese';

type Pair = readonly [number, number];

/** What a lesson's sentences speak of; all of it read from the network and the input at hand. */
export interface LessonFacts {
  /** Titles: of the chosen layer, of the first with filters, of one deep inside, of the last. */
  readonly layer: string;
  readonly first: string;
  readonly deep: string;
  readonly last: string;
  readonly unit: number | null;
  /** Of the first layer: how many filters. */
  readonly filters: number;
  /** The unit whose filter comes closest to an edge where none is one; null: there are edge detectors. */
  readonly closest: number | null;
  /** The edge detector that was found, and its direction. */
  readonly edge: number | null;
  readonly edgeDegrees: number;
  /** Of the chosen unit's filter, and of the picture where it answers most. */
  readonly filterDegrees: number;
  readonly pictureDegrees: number;
  /** How much of the squares of the chosen unit's filter is an edge; null: it has no such filter. */
  readonly percent: number | null;
  /** That is what it mostly is, or it comes closest of all. */
  readonly isEdge: boolean;
  /** The best unit for another direction, and what is known of all that would do. */
  readonly other: number | null;
  readonly areOthersEdges: boolean;
  readonly areOthersApart: boolean;
  /** Pixels to move the input by at least. */
  readonly least: number;
  /** So far the input has moved, and the spot, in pixels: down and right. Null: nothing is followed. */
  readonly moved: Pair | null;
  readonly spotMoved: Pair | null;
  /** The input went far enough and the spot elsewhere. */
  readonly hasStrayed: boolean;
}

export interface StepText {
  readonly title: string;
  readonly act: (facts: LessonFacts) => string;
  /** What is seen once it is done, and why. */
  readonly see: (facts: LessonFacts) => string;
}

type FilterStep = 'trained' | 'first-layer' | 'unit' | 'filter' | 'edge' | 'direction' | 'other';
type FollowStep = 'trained' | 'maps' | 'spot' | 'move' | 'way-back' | 'live' | 'answer';

export interface LessonMessages {
  readonly title: string;
  readonly choose: string;
  readonly all: string;
  readonly lessons: {
    readonly filters: { readonly title: string; readonly about: string; readonly unfit: string };
    readonly follow: { readonly title: string; readonly about: string; readonly unfit: string };
  };
  readonly begin: string;
  readonly resume: (at: number, of: number) => string;
  readonly again: string;
  readonly step: (at: number, of: number) => string;
  readonly toDo: string;
  readonly done: string;
  readonly skipped: string;
  readonly back: string;
  readonly skip: string;
  readonly next: string;
  readonly finish: string;
  readonly leave: string;
  readonly close: string;
  readonly over: (done: number, of: number) => string;
  readonly filters: Readonly<Record<FilterStep, StepText>>;
  readonly follow: Readonly<Record<FollowStep, StepText>>;
}

/** What the lessons say. Loaded with them only. */
export const inspectLessonsMessages: Localized<LessonMessages> = { en: lessonsEnglish, vi: lessonsVietnamese };
