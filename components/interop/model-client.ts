import type { FileProblem } from '@/lib/core/file-problem';
import { fail, type Result } from '@/lib/core/result';
import type { OpenedFiles } from '@/lib/interop/open-files';
import type { ModelJob, ModelReply, SavedModel } from '@/components/interop/model-jobs';

/** No real file takes so long; a library that a damaged one sends in circles is ended with its worker. */
const LONGEST_MS = 180_000;
/** As lib/interop/limits has it; said here so that nothing beyond it is even read. */
const MOST_BYTES = 2 ** 30;

export async function openInWorker(files: readonly File[]): Promise<Result<OpenedFiles, FileProblem>> {
  const bytes = files.reduce((total, { size }) => total + size, 0);
  if (bytes > MOST_BYTES) return fail({ code: 'file/too-large', values: { bytes, most: MOST_BYTES } });
  const reply = await ask({ kind: 'open', files });
  return reply.kind === 'opened'
    ? reply.result
    : fail({ code: 'file/damaged', values: { part: files[0]?.name ?? '' } });
}

/** null where it could not be made, for want of memory perhaps. */
export async function saveInWorker(job: Extract<ModelJob, { readonly kind: 'save' }>): Promise<SavedModel | null> {
  const reply = await ask(job);
  return reply.kind === 'saved' && reply.result.ok ? reply.result.value : null;
}

/** A worker for this one job. */
function ask(job: ModelJob): Promise<ModelReply> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./model-worker.ts', import.meta.url), { type: 'module' });
    const end = (reply: ModelReply) => {
      clearTimeout(timeout);
      worker.terminate();
      resolve(reply);
    };
    const timeout = setTimeout(() => end({ kind: 'failed', detail: 'timeout' }), LONGEST_MS);
    worker.onmessage = ({ data }: MessageEvent<ModelReply>) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end({ kind: 'failed', detail: event.message });
    };
    worker.postMessage(job);
  });
}
