import { messageOf } from '@/lib/core/message-of';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Asked, CallTable, ReplyIn, RequestIn, Told } from '@/lib/training/calls';
import { toFailure, WorkerFailure } from '@/lib/training/worker/failure';
import { holdLifeLock } from '@/lib/training/worker/life-lock';
import { workerScope } from '@/lib/training/worker/worker-scope';

export type Handlers<Calls extends CallTable<Calls>> = {
  readonly [C in keyof Calls]: (request: RequestIn<Calls, C>) => Promise<ReplyIn<Calls, C>> | ReplyIn<Calls, C>;
};

export interface AnsweringOptions<Calls extends CallTable<Calls>> {
  readonly handlers: Handlers<Calls>;
  /** Only one of these goes on at a time; another is refused. */
  readonly exclusive: ReadonlySet<keyof Calls>;
  /** The plan of the model at hand, for naming the node of a failure. */
  readonly plan: () => ModelPlan | null;
  /** What of a reply is handed over instead of copied. */
  readonly transfer?: (reply: ReplyIn<Calls, keyof Calls>) => Transferable[];
}

export interface Answering {
  /** Every open call fails with this, and every later one: once a graphics context is gone, nothing on it answers. */
  breakDown(failure: WorkerFailure): void;
}

/** The worker's side of the client: every message is a call, and ends in one reply or one failure. */
export function answerCalls<Calls extends CallTable<Calls>>(options: AnsweringOptions<Calls>): Answering {
  const { handlers, exclusive, plan, transfer } = options;
  const lockHeld = holdLifeLock(workerScope.name);
  const open = new Set<number>();
  let broken: WorkerFailure | null = null;
  /** Which exclusive call is in progress. */
  let busyWith: keyof Calls | null = null;

  const send = (message: Told<Calls, never>, list: Transferable[] = []): void => workerScope.postMessage(message, list);

  function fail(id: number, error: unknown): void {
    if (open.delete(id)) send({ kind: 'failure', id, failure: toFailure(error, plan()) });
  }

  function failAll(error: unknown): void {
    for (const id of [...open]) fail(id, error);
  }

  async function perform<C extends keyof Calls>(call: C, request: RequestIn<Calls, C>): Promise<ReplyIn<Calls, C>> {
    if (broken !== null) throw broken;
    if (!exclusive.has(call)) return handlers[call](request);
    if (busyWith !== null) throw new WorkerFailure('training/busy', `${String(busyWith)} is in progress`);
    busyWith = call;
    try {
      return await handlers[call](request);
    } finally {
      busyWith = null;
    }
  }

  async function answer({ id, call, request }: Asked<Calls>): Promise<void> {
    open.add(id);
    await lockHeld;
    try {
      const reply = await perform(call, request);
      if (open.delete(id)) send({ kind: 'reply', id, reply }, transfer?.(reply));
    } catch (error) {
      fail(id, error);
    }
  }

  workerScope.addEventListener('error', (event) =>
    failAll((event as ErrorEvent).error ?? (event as ErrorEvent).message),
  );
  workerScope.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    failAll(new Error(messageOf((event as PromiseRejectionEvent).reason)));
  });
  workerScope.onmessage = (event) => void answer(event.data as Asked<Calls>);
  return {
    breakDown: (failure) => {
      broken = failure;
      failAll(failure);
    },
  };
}
