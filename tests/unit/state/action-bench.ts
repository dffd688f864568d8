import { analyze } from '@/lib/analysis/analyze';
import { fail } from '@/lib/core/result';
import { loadDocument } from '@/lib/document/load';
import { saveDocument } from '@/lib/document/save';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import type { DesignFiles, PickedFile } from '@/lib/platform/design-files';
import type { ActionContext } from '@/lib/state/actions/context';
import { createActions } from '@/lib/state/actions/create-actions';
import { createNotices } from '@/lib/state/notices';
import { createOpener } from '@/lib/state/open-text';
import { createPorts } from '@/lib/state/ports';
import { createPreferences } from '@/lib/state/preferences';
import { createReports } from '@/lib/state/reports';
import { taskOf } from '@/lib/state/task-of';
import { createWorkspace } from '@/lib/state/workspace';

/** Actions over a real workspace of one tab, with a clipboard and files that stand in for the system's. */
export function createActionBench() {
  let lastId = 0;
  let clock = 0;
  let clipboardText: string | null = null;
  const saved: { name: string; text: string }[] = [];
  let picked: PickedFile | null = null;

  const notices = createNotices();
  const reports = createReports();
  const workspace = createWorkspace({
    storage: {
      list: async () => [],
      read: async () => null,
      claim: async () => 'written',
      write: async () => 'written',
      remove: async () => undefined,
      setAside: async () => undefined,
    },
    journal: { read: () => null, write: () => undefined, clear: () => undefined },
    locks: {
      acquire(_id, events) {
        queueMicrotask(events.onHeld);
        return { takeOver: () => undefined, release: () => undefined };
      },
      isHeld: async () => false,
    },
    news: { tell: () => undefined, onTold: () => () => undefined },
    memory: { read: () => null, write: () => undefined },
    timer: () => () => undefined,
    now: () => ++clock,
    newId: () => `design${++lastId}`,
    tab: 'tab',
    readDesign: loadDocument,
    writeDesign: saveDocument,
    analyze: (document) => analyze(document, taskOf(document)),
    firstDesign: buildLenet5,
    notices,
    onOpened: reports.show,
  });
  const files: DesignFiles = {
    open: async () => picked,
    async save(_design, name, text) {
      saved.push({ name, text });
      return 'saved';
    },
    remember: () => undefined,
  };
  const context: ActionContext = {
    workspace,
    preferences: createPreferences({
      storage: { read: () => null, write: () => undefined },
      locale: 'en',
      prepareLocale: () => Promise.resolve(true),
    }),
    ports: createPorts(),
    notices,
    clipboard: {
      async write(text) {
        clipboardText = text;
        return true;
      },
      read: async () => clipboardText,
      kept: null,
    },
    files,
    opener: createOpener({
      workspace,
      report: reports.show,
      readFiles: async () => fail({ code: 'file/unknown-kind', values: {} }),
      keepWeights: () => undefined,
    }),
  };
  return {
    ...context,
    reports,
    saved,
    actions: createActions(context),
    get state() {
      return workspace.store.getState();
    },
    putOnClipboard: (text: string) => void (clipboardText = text),
    offerFile: (file: PickedFile) => void (picked = file),
    /** Lets what was started finish. */
    async settle() {
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    },
  };
}
