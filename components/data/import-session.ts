import { datasetLibrary } from '@/components/data/dataset-library';
import type { Designer } from '@/components/state/create-designer';
import { createImportClient } from '@/lib/datasets/worker/import-client';
import { startImportWorker } from '@/lib/datasets/worker/start-import-worker';
import { datasetMessages } from '@/lib/messages/datasets';
import { createSampleStorage } from '@/lib/platform/browser-sample-storage';
import { createDatasetImport, type DatasetImport } from '@/lib/state/dataset-import';

const sessions = new WeakMap<Designer, DatasetImport>();

/** The page's import: it goes on when its dialog is closed, and is found again when that is opened. */
export function importSession(designer: Designer): DatasetImport {
  const known = sessions.get(designer);
  if (known !== undefined) return known;
  const session = createSession(designer);
  sessions.set(designer, session);
  return session;
}

function createSession(designer: Designer): DatasetImport {
  const library = datasetLibrary(designer);
  const session = createDatasetImport({
    connect: (onProgress) => createImportClient({ startWorker: startImportWorker, onProgress }),
    now: () => Date.now(),
    random: randomHex,
    after(ms, task) {
      const timeout = setTimeout(task, ms);
      return () => clearTimeout(timeout);
    },
    // Asked when it is first worth something; the answer changes nothing here.
    onBuild: () => void createSampleStorage().persist(),
    async onKept() {
      await library.load();
      await library.changed();
    },
  });
  session.store.subscribe(({ kept }, before) => {
    if (kept === null || kept === before.kept) return;
    const t = datasetMessages[designer.preferences.store.getState().locale];
    designer.notices.show('success', 'text', { text: t.keep.done(kept.dataset.title) });
  });
  return session;
}

/** Unlike crypto.randomUUID, this is there in insecure contexts too. */
function randomHex(): string {
  return [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
