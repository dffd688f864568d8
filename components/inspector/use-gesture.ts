import { useMemo, useRef } from 'react';

export interface Gesture {
  /** The key under which changes become one undo step. */
  key(): string;
  /** What follows is a step of its own. */
  restart(): void;
}

let last = 0;

/** Typing in one field, from focus to focus, is one undo step. */
export function useGesture(name: string): Gesture {
  const turn = useRef(0);
  return useMemo(
    () => ({
      key: () => `${name} ${turn.current}`,
      restart() {
        last += 1;
        turn.current = last;
      },
    }),
    [name],
  );
}
