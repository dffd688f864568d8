import { messageOf } from '@/lib/core/message-of';
import type { Result } from '@/lib/core/result';
import { EntryError } from '@/lib/datasets/import/entry';
import type { ImportFailure } from '@/lib/datasets/import/import-problem';
import { openSource } from '@/lib/datasets/import/open-source';
import { previewPlan } from '@/lib/datasets/import/preview';
import type {
  FromImportWorker,
  ImportCall,
  ImportReply,
  ImportRequest,
  ToImportWorker,
} from '@/lib/datasets/import/protocol';
import { Cancelled, ImportError, type OpenedSource } from '@/lib/datasets/import/source-plan';
import { createBreath } from '@/lib/datasets/worker/breathe';
import { buildAndKeep } from '@/lib/datasets/worker/build';
import { decodePicture } from '@/lib/datasets/worker/decode-picture';

/** The few members of DedicatedWorkerGlobalScope that are used: its library of types cannot be loaded beside "dom". */
const scope = globalThis as unknown as {
  postMessage(message: FromImportWorker): void;
  onmessage: ((event: { readonly data: ToImportWorker }) => void) | null;
};

const breath = createBreath((done, total) =>
  scope.postMessage({ kind: 'progress', progress: { phase: 'reading', done, total } }),
);
const deps = { decodePicture, breathe: breath.breathe };
let opened: OpenedSource | null = null;

const handlers: { readonly [C in ImportCall]: (request: ImportRequest<C>) => Promise<ImportReply<C>> } = {
  inspect: async ({ source, hasHeader }) => {
    opened = null;
    opened = await openSource(source, { deps, hasHeader });
    return opened.found;
  },
  preview: async ({ options, count }) => previewPlan(must(await requireOpened().plan(options)), options, count),
  build: async (request) => must(await buildAndKeep(requireOpened(), request, tell)),
  cancel: async () => {
    breath.cancel();
    return {};
  },
};

function requireOpened(): OpenedSource {
  if (opened === null) throw new ImportError({ code: 'import/internal', values: { detail: 'nothing was inspected' } });
  return opened;
}

function must<T>(result: Result<T, ImportFailure>): T {
  if (!result.ok) throw new ImportError(result.error);
  return result.value;
}

let told = 0;
/** At most twenty a second. */
function tell(progress: Extract<FromImportWorker, { kind: 'progress' }>['progress']): void {
  const now = performance.now();
  if (now - told < 50 && progress.done !== progress.total) return;
  told = now;
  scope.postMessage({ kind: 'progress', progress });
}

function failureOf(error: unknown): ImportFailure {
  if (error instanceof ImportError) return error.failure;
  if (error instanceof Cancelled) return { code: 'import/cancelled', values: {} };
  if (error instanceof EntryError) return { code: 'import/damaged', values: { file: '', detail: error.message } };
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotReadableError' || name === 'NotFoundError') {
    return { code: 'import/unreadable', values: { file: '', detail: messageOf(error) } };
  }
  return { code: 'import/internal', values: { detail: messageOf(error) } };
}

async function answer<C extends ImportCall>(id: number, call: C, request: ImportRequest<C>): Promise<void> {
  if (call !== 'cancel') breath.restart();
  try {
    const reply = await handlers[call](request);
    scope.postMessage({ kind: 'reply', id, reply });
  } catch (error) {
    scope.postMessage({ kind: 'failure', id, failure: failureOf(error) });
  }
}

/** One after another; a cancellation does not wait for what it ends. */
let last: Promise<void> = Promise.resolve();
scope.onmessage = ({ data: { id, call, request } }) => {
  if (call === 'cancel') void answer(id, call, request as ImportRequest<typeof call>);
  else last = last.then(() => answer(id, call, request as ImportRequest<typeof call>));
};
