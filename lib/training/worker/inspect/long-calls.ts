import type { LongCall } from '@/lib/training/inspect/protocol';
import { createMacroTask } from '@/lib/training/worker/macro-task';

/**
 * To be awaited between two parts of long work, each of some tens of milliseconds at most: looks are answered meanwhile.
 * False: the call was stopped; the work lets go of what it holds and gives null.
 */
export type Between = () => Promise<boolean>;

export interface LongCalls {
  run<T>(call: LongCall, work: (between: Between) => Promise<T>): Promise<T>;
  stop(call: LongCall): void;
  /** Resolves when no call goes on any more. */
  stopAll(): Promise<void>;
}

interface OpenCall {
  readonly call: LongCall;
  isStopped: boolean;
  /** Never fails. */
  over: Promise<unknown>;
}

/** The calls that go on for long, until they end or are stopped. */
export function createLongCalls(): LongCalls {
  const open = new Set<OpenCall>();
  return {
    run(call, work) {
      const macroTask = createMacroTask();
      const own: OpenCall = { call, isStopped: false, over: Promise.resolve() };
      const result = work(async () => {
        if (!own.isStopped) await macroTask.next();
        return !own.isStopped;
      }).finally(() => {
        open.delete(own);
        macroTask.dispose();
      });
      own.over = result.catch(() => undefined);
      open.add(own);
      return result;
    },
    stop(call) {
      for (const each of open) if (each.call === call) each.isStopped = true;
    },
    async stopAll() {
      for (const each of open) each.isStopped = true;
      await Promise.all([...open].map(({ over }) => over));
    },
  };
}
