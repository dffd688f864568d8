import { messageOf } from '@/lib/core/message-of';
import { fail, succeed, type Result } from '@/lib/core/result';
import type { ImportFailure } from '@/lib/datasets/import/import-problem';
import type {
  FromImportWorker,
  ImportCall,
  ImportProgress,
  ImportReply,
  ImportRequest,
  ToImportWorker,
} from '@/lib/datasets/import/protocol';

/** What the client needs of a Worker; tests give a double. */
export interface ImportPort {
  postMessage(message: ToImportWorker): void;
  terminate(): void;
  onmessage: ((event: { readonly data: FromImportWorker }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?: () => void }) => void) | null;
}

export interface ImportClient {
  call<C extends ImportCall>(name: C, request: ImportRequest<C>): Promise<Result<ImportReply<C>, ImportFailure>>;
  /** Ends the worker; open calls fail with 'import/worker-died'. */
  dispose(): void;
}

type Settle = (result: Result<ImportReply<ImportCall>, ImportFailure>) => void;

/** Talks to an import worker, which it starts with the first call, and again after one that died. */
export function createImportClient(deps: {
  readonly startWorker: () => ImportPort;
  readonly onProgress: (progress: ImportProgress) => void;
}): ImportClient {
  const open = new Map<number, Settle>();
  let worker: ImportPort | null = null;
  let nextId = 1;

  function settle(id: number, result: Parameters<Settle>[0]): void {
    open.get(id)?.(result);
    open.delete(id);
  }

  function receive(message: FromImportWorker): void {
    if (message.kind === 'progress') deps.onProgress(message.progress);
    else if (message.kind === 'reply') settle(message.id, succeed(message.reply));
    else settle(message.id, fail(message.failure));
  }

  function end(detail: string): void {
    if (worker !== null) {
      worker.onmessage = null;
      worker.onerror = null;
      worker.terminate();
      worker = null;
    }
    for (const id of [...open.keys()]) settle(id, fail({ code: 'import/worker-died', values: { detail } }));
  }

  function start(): ImportPort {
    const started = deps.startWorker();
    started.onmessage = ({ data }) => receive(data);
    started.onerror = (event) => {
      event.preventDefault?.();
      end(event.message ?? '');
    };
    return started;
  }

  return {
    call<C extends ImportCall>(name: C, request: ImportRequest<C>) {
      const id = nextId++;
      return new Promise<Result<ImportReply<C>, ImportFailure>>((resolve) => {
        open.set(id, resolve as Settle);
        try {
          worker ??= start();
          worker.postMessage({ id, call: name, request } as ToImportWorker);
        } catch (error) {
          end(messageOf(error));
        }
      });
    },
    dispose: () => end(''),
  };
}
