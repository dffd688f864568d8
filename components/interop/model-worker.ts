import { succeed } from '@/lib/core/result';
import { saveDocument } from '@/lib/document/save';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { createHdf5 } from '@/lib/interop/hdf5';
import { openFiles } from '@/lib/interop/open-files';
import { saveModel } from '@/lib/interop/write/save-model';
import type { ModelJob, ModelReply } from '@/components/interop/model-jobs';
import { zipFiles } from '@/lib/platform/zip-files';

/** Reads and writes the files of other tools, away from the page: large ones take seconds. One job, then it is ended. */

const scope = globalThis as unknown as Pick<Worker, 'postMessage'> & {
  onmessage: ((event: MessageEvent<ModelJob>) => void) | null;
};
const hdf5 = createHdf5(() => import('h5wasm'));

scope.onmessage = ({ data }) => {
  run(data).then(
    (reply) => scope.postMessage(reply),
    (error: unknown) => scope.postMessage({ kind: 'failed', detail: String(error) } satisfies ModelReply),
  );
};

async function run(job: ModelJob): Promise<ModelReply> {
  if (job.kind === 'open') {
    const files = await Promise.all(
      job.files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    return { kind: 'opened', result: await openFiles(files, hdf5) };
  }
  const { document, format, weights } = job;
  if (format === 'shapeflow') {
    // The one format that holds a design with mistakes too.
    const content = new Blob([saveDocument(document)]);
    return { kind: 'saved', result: succeed({ path: 'design.shapeflow.json', content }) };
  }
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) return { kind: 'failed', detail: plan.error.kind };
  const now = new Date();
  const files = await saveModel({ document, plan: plan.value, format, weights }, { hdf5, now: now.toISOString() });
  const [only] = files;
  if (files.length === 1 && only !== undefined) {
    return { kind: 'saved', result: succeed({ path: only.path, content: new Blob([only.content]) }) };
  }
  return { kind: 'saved', result: succeed({ path: 'model.zip', content: await zipFiles(files, now) }) };
}
