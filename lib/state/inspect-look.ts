import type { NodeId } from '@/lib/core/ids';
import type { Result } from '@/lib/core/result';
import type { LookReply, LookRequest } from '@/lib/training/inspect/protocol';
import type { Failure } from '@/lib/training/protocol';

export interface LookerDeps {
  /** What is to be looked at now; null: nothing. */
  readonly wish: () => LookRequest | null;
  readonly ask: (request: LookRequest) => Promise<Result<LookReply, Failure>>;
  readonly onReply: (reply: Result<LookReply, Failure>) => void;
}

export interface Looker {
  /** Something has changed: looks once more, after the look under way. */
  want(): void;
  /** What is under way is of something that is gone. */
  forget(): void;
}

/** One look at a time, then the newest wish: an input that changes faster than the network answers loses frames. */
export function createLooker({ wish, ask, onReply }: LookerDeps): Looker {
  let isStale = false;
  let isLooking = false;
  let generation = 0;

  async function follow(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    while (isStale) {
      isStale = false;
      const request = wish();
      if (request === null) break;
      const mine = generation;
      const reply = await ask(request);
      if (mine === generation) onReply(reply);
    }
    isLooking = false;
  }

  return {
    want() {
      isStale = true;
      void follow();
    },
    forget() {
      generation += 1;
    },
  };
}

/** Which layers several parts of the page want to see, each for as long as it likes. */
export interface WatchedNodes {
  readonly nodes: () => readonly NodeId[];
  add(nodes: readonly NodeId[]): () => void;
}

export function createWatchedNodes(onChange: () => void): WatchedNodes {
  const watchers = new Set<readonly NodeId[]>();
  return {
    nodes: () => [...new Set([...watchers].flat())],
    add(nodes) {
      const own = [...nodes];
      watchers.add(own);
      onChange();
      return () => void watchers.delete(own);
    },
  };
}
