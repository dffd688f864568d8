import { messageOf } from '@/lib/core/message-of';
import type { Result } from '@/lib/core/result';
import { fail, succeed } from '@/lib/core/result';
import type { Asked, CallTable, ReplyIn, RequestIn, Told } from '@/lib/training/calls';
import type { Failure, WorkerCalls, WorkerEvent } from '@/lib/training/protocol';

/** What the client needs of a Worker; tests give a double. */
export interface WorkerPort<Calls extends CallTable<Calls> = WorkerCalls, Event = WorkerEvent> {
  postMessage(message: Asked<Calls>): void;
  terminate(): void;
  onmessage: ((event: { readonly data: Told<Calls, Event> }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

export interface WorkerClient<Calls extends CallTable<Calls>> {
  call<C extends keyof Calls>(name: C, request: RequestIn<Calls, C>): Promise<Result<ReplyIn<Calls, C>, Failure>>;
  /** Ends the worker at once; every open call fails with 'training/worker-died'. The next call starts a new one. */
  restart(): void;
  dispose(): void;
}

export interface ClientDependencies<Calls extends CallTable<Calls>, Event> {
  readonly startWorker: () => WorkerPort<Calls, Event>;
  readonly onEvent: (event: Event) => void;
}

export type TrainingClient = WorkerClient<WorkerCalls>;

/** Talks to the training worker, which it starts with the first call. */
export function createTrainingClient(deps: ClientDependencies<WorkerCalls, WorkerEvent>): TrainingClient {
  return createClient(deps);
}

/** Talks to a worker that answers these calls, which it starts with the first call. */
export function createClient<Calls extends CallTable<Calls>, Event>(
  deps: ClientDependencies<Calls, Event>,
): WorkerClient<Calls> {
  type Settle = (result: Result<ReplyIn<Calls, keyof Calls>, Failure>) => void;
  const open = new Map<number, Settle>();
  let worker: WorkerPort<Calls, Event> | null = null;
  let nextId = 1;

  function settle(id: number, result: Parameters<Settle>[0]): void {
    const call = open.get(id);
    open.delete(id);
    call?.(result);
  }

  function receive(message: Told<Calls, Event>): void {
    if (message.kind === 'event') deps.onEvent(message.event);
    else if (message.kind === 'reply') settle(message.id, succeed(message.reply));
    else settle(message.id, fail(message.failure));
  }

  function end(detail: string): void {
    if (worker !== null) {
      // What it has sent already still arrives, into what may be another run.
      worker.onmessage = null;
      worker.onerror = null;
      worker.terminate();
    }
    worker = null;
    for (const id of [...open.keys()]) settle(id, fail({ code: 'training/worker-died', node: null, detail }));
  }

  function start(): WorkerPort<Calls, Event> {
    const started = deps.startWorker();
    started.onmessage = (event) => receive(event.data);
    started.onerror = (event) => end(event.message ?? '');
    return started;
  }

  /** The browser may refuse to start a worker, or to copy a request: an answer like any other failure. */
  function send(message: Asked<Calls>): void {
    try {
      worker ??= start();
    } catch (error) {
      return end(messageOf(error));
    }
    try {
      worker.postMessage(message);
    } catch (error) {
      settle(message.id, fail({ code: 'training/internal', node: null, detail: messageOf(error) }));
    }
  }

  return {
    call<C extends keyof Calls>(name: C, request: RequestIn<Calls, C>) {
      const id = nextId++;
      return new Promise<Result<ReplyIn<Calls, C>, Failure>>((resolve) => {
        open.set(id, resolve as Settle);
        send({ id, call: name, request });
      });
    },
    restart: () => end('restarted'),
    dispose: () => end('disposed'),
  };
}
