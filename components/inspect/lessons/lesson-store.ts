import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { createStore } from 'zustand/vanilla';
import { FILTER_LESSON } from '@/lib/inspect/lessons/filter-lesson';
import { FOLLOW_LESSON } from '@/lib/inspect/lessons/follow-lesson';
import {
  goBack,
  goOn,
  NOT_BEGUN,
  watch,
  type Lesson,
  type LessonProgress,
  type LessonSnapshot,
} from '@/lib/inspect/lessons/lesson';

export type LessonId = Lesson['id'];

export interface LessonState {
  /** The strip is on the page. */
  readonly isOpen: boolean;
  /** Null: one is to be chosen. */
  readonly lesson: LessonId | null;
  readonly progress: Readonly<Record<LessonId, LessonProgress>>;
}

export const LESSONS = { filters: FILTER_LESSON, follow: FOLLOW_LESSON } as const;

/** How far someone is: outlives the panel, so that a lesson is taken up again where it was left. */
const store = createStore<LessonState>(() => ({
  isOpen: false,
  lesson: null,
  progress: { filters: NOT_BEGUN, follow: NOT_BEGUN },
}));

export function useLessons<T>(select: (state: LessonState) => T): T {
  return useStore(store, useShallow(select));
}

export function toggleLessons(): void {
  store.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}

/** From where it was left; a lesson that is over begins anew. */
export function takeUp(lesson: LessonId): void {
  const { progress } = store.getState();
  const isOver = progress[lesson].at >= LESSONS[lesson].steps.length;
  store.setState({ lesson, progress: isOver ? { ...progress, [lesson]: NOT_BEGUN } : progress });
}

export function leave(): void {
  store.setState({ lesson: null });
}

export const stepOn = (): void => change(goOn);
export const stepBack = (): void => change(goBack);
export const look = (now: LessonSnapshot): void => change((lesson, progress) => watch(lesson, progress, now));

function change(to: (lesson: Lesson, progress: LessonProgress) => LessonProgress): void {
  const { lesson, progress } = store.getState();
  if (lesson === null) return;
  const next = to(LESSONS[lesson], progress[lesson]);
  if (next !== progress[lesson]) store.setState({ progress: { ...progress, [lesson]: next } });
}
