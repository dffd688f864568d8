/** Work that can be left and taken up again: between two steps go some milliseconds at most. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All of it at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

interface Turns<T> {
  readonly onDone: (value: T) => void;
  readonly now: () => number;
  /** Does it in a later task; the answer takes that back. */
  readonly later: (task: () => void) => () => void;
  /** Of a turn, a step more at most. */
  readonly mostMs: number;
}

/** The first turn now, the others in tasks of their own, so that others come in between. The answer gives the work up. */
export function inTurns<T>(steps: Steps<T>, { onDone, now, later, mostMs }: Turns<T>): () => void {
  let giveUp = (): void => {};
  const turn = (): void => {
    const end = now() + mostMs;
    do {
      const next = steps.next();
      if (next.done === true) return onDone(next.value);
    } while (now() < end);
    giveUp = later(turn);
  };
  turn();
  return () => giveUp();
}
