import type { Failure } from '@/lib/training/protocol';

/** Asks one question at a time; of those that come meanwhile, the newest is next. */
export interface Follower<Q> {
  /** null: nothing is asked any more. `mark`: what is to be given up for another one. */
  want(question: Q | null, mark: string): void;
  dispose(): void;
}

interface Parts<Q, A extends object> {
  /** null: it was stopped, since something under it has changed. */
  readonly ask: (question: Q) => Promise<A | Failure | null>;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onAnswer: (answer: A) => void;
  readonly onFailure: (failure: Failure) => void;
  /** Ends what is being asked early: it gives null. */
  readonly interrupt: () => void;
}

/** Tried again after it was stopped by others than us, at most so often. */
const MOST_RETRIES = 3;

export function createFollower<Q, A extends object>({ ask, ...on }: Parts<Q, A>): Follower<Q> {
  let next: { readonly question: Q; readonly mark: string } | null = null;
  let current: { readonly question: Q; readonly mark: string } | null = null;
  let isOver = false;
  let retries = 0;

  async function go(): Promise<void> {
    on.onBusy(true);
    while (next !== null && !isOver) {
      current = next;
      next = null;
      const answer = await ask(current.question);
      if (isOver) return;
      if (answer === null) {
        retries += 1;
        if (next === null && retries <= MOST_RETRIES) next = current;
        continue;
      }
      retries = 0;
      if (isFailure(answer)) on.onFailure(answer);
      else on.onAnswer(answer);
    }
    current = null;
    if (!isOver) on.onBusy(false);
  }

  return {
    want(question, mark) {
      next = question === null ? null : { question, mark };
      // What nobody wants any more is not tried again.
      retries = question === null ? MOST_RETRIES : 0;
      if (current === null) {
        if (next !== null) void go();
      } else if (next === null || next.mark !== current.mark) on.interrupt();
    },
    dispose() {
      isOver = true;
      next = null;
      if (current !== null) on.interrupt();
    },
  };
}

function isFailure(answer: object): answer is Failure {
  return 'code' in answer && 'detail' in answer;
}
