import { messageOf } from '@/lib/core/message-of';
import type { Result } from '@/lib/core/result';
import { fail, succeed } from '@/lib/core/result';
import type { CallName, Failure, FromWorker, ReplyOf, RequestOf, ToWorker, WorkerEvent } from '@/lib/training/protocol';

/** What the client needs of a Worker; tests give a double. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

export interface TrainingClient {
  call<C extends CallName>(name: C, request: RequestOf<C>): Promise<Result<ReplyOf<C>, Failure>>;
  /** Ends the worker at once; every open call fails with 'training/worker-died'. The next call starts a new one. */
  restart(): void;
  dispose(): void;
}

interface OpenCall {
  readonly settle: (result: Result<ReplyOf<CallName>, Failure>) => void;
}

/** Talks to the training worker, which it starts with the first call. */
export function createTrainingClient(deps: {
  readonly startWorker: () => WorkerPort;
  readonly onEvent: (event: WorkerEvent) => void;
}): TrainingClient {
  const open = new Map<number, OpenCall>();
  let worker: WorkerPort | null = null;
  let nextId = 1;

  function settle(id: number, result: Result<ReplyOf<CallName>, Failure>): void {
    const call = open.get(id);
    open.delete(id);
    call?.settle(result);
  }

  function receive(message: FromWorker): void {
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

  function start(): WorkerPort {
    const started = deps.startWorker();
    started.onmessage = (event) => receive(event.data);
    started.onerror = (event) => end(event.message ?? '');
    return started;
  }

  /** The browser may refuse to start a worker, or to copy a request: an answer like any other failure. */
  function send(message: ToWorker): void {
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
    call<C extends CallName>(name: C, request: RequestOf<C>) {
      const id = nextId++;
      return new Promise<Result<ReplyOf<C>, Failure>>((resolve) => {
        open.set(id, { settle: (result) => resolve(result as Result<ReplyOf<C>, Failure>) });
        send({ id, call: name, request } as ToWorker);
      });
    },
    restart: () => end('restarted'),
    dispose: () => end('disposed'),
  };
}
