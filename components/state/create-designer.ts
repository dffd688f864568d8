import { analyze } from '@/lib/analysis/analyze';
import { taskOf } from '@/lib/state/task-of';
import { loadDocument } from '@/lib/document/load';
import { saveDocument } from '@/lib/document/save';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import type { Locale } from '@/lib/core/locale';
import { loadPageMessages } from '@/lib/messages/page-messages';
import { createClipboard } from '@/lib/platform/clipboard';
import { createDesignFiles } from '@/lib/platform/design-files';
import { createDesignMemory } from '@/lib/platform/design-memory';
import type { DesignLocks } from '@/lib/platform/design-locks';
import { createIndexedDbStorage } from '@/lib/platform/indexed-db';
import { createJournal } from '@/lib/platform/journal';
import { createWeightStorage } from '@/lib/platform/design-weights';
import { createTextStorage } from '@/lib/platform/text-storage';
import { createDesignNews, createOpenLocks, createWebLocks } from '@/lib/platform/web-locks';
import { createActions, type Actions } from '@/lib/state/actions/create-actions';
import type { ActionContext } from '@/lib/state/actions/context';
import { createComparing, type Comparing } from '@/lib/state/comparing';
import { createKeptWeights, type KeptWeights } from '@/lib/state/kept-weights';
import { createNodeMarks, type NodeMarks } from '@/lib/state/node-marks';
import { createNotices } from '@/lib/state/notices';
import { createOpener } from '@/lib/state/open-text';
import { createPorts } from '@/lib/state/ports';
import { createPreferences } from '@/lib/state/preferences';
import { createReports, type Reports } from '@/lib/state/reports';
import { createShell, type Shell } from '@/lib/state/shell-state';
import { createNodeSlot, type NodeSlot } from '@/components/state/node-slot';
import { createStartChoice, type StartChoice } from '@/lib/state/start-choice';
import { createWorkspace } from '@/lib/state/workspace';

/** Everything the interface works with: stores to read, actions to change them, and what actions are made of. */
export interface Designer extends ActionContext {
  /** Those that came with designs. */
  readonly weights: KeptWeights;
  readonly startChoice: StartChoice;
  readonly reports: Reports;
  readonly marks: NodeMarks;
  readonly nodeSlot: NodeSlot;
  readonly shell: Shell;
  readonly comparing: Comparing;
  readonly actions: Actions;
  /** Resolves when a design is open and the sentences of the language in use are there. */
  readonly ready: Promise<void>;
  dispose(): void;
}

/** Puts the page's parts together. Called once, in the browser. */
export function createDesigner(): Designer {
  const notices = createNotices();
  const reports = createReports();
  const ports = createPorts();
  const preferences = createPreferences({
    storage: createTextStorage(webStorage('localStorage'), 'shapeflow.preferences'),
    locale: localeOf(navigator.languages),
    prepareLocale: (locale) =>
      loadPageMessages(locale).then(
        () => true,
        () => {
          notices.show('error', 'language-failed', {});
          return false;
        },
      ),
  });
  const channel = new BroadcastChannel('shapeflow');
  const weights = createKeptWeights(createWeightStorage(), () => {
    const { locale } = preferences.store.getState();
    void import('@/lib/messages/start-weights').then(({ startWeightsMessages }) =>
      notices.show('warning', 'text', { text: startWeightsMessages[locale].noRoom }),
    );
  });
  const workspace = createWorkspace({
    storage: createIndexedDbStorage(),
    locks: createLocks(channel),
    news: createDesignNews(channel),
    journal: createJournal(webStorage('localStorage')),
    memory: createDesignMemory(webStorage('sessionStorage'), webStorage('localStorage')),
    timer: (run, ms) => {
      const timeout = setTimeout(run, ms);
      return () => clearTimeout(timeout);
    },
    now: () => Date.now(),
    newId: randomId,
    tab: randomId(),
    readDesign: loadDocument,
    writeDesign: saveDocument,
    analyze: (document) => analyze(document, taskOf(document)),
    firstDesign: buildLenet5,
    notices,
    onOpened: reports.show,
    onDeleted: (design) => void weights.remove(design),
    onDuplicated: (from, to) => void weights.copy(from, to),
  });
  const context: ActionContext = {
    workspace,
    preferences,
    ports,
    notices,
    clipboard: createClipboard(navigator.clipboard),
    files: createDesignFiles(window),
    opener: createOpener({
      workspace,
      report: reports.show,
      readFiles: (files) => import('@/components/interop/model-client').then(({ openInWorker }) => openInWorker(files)),
      keepWeights: (design, tensors) => void weights.write(design, tensors),
    }),
  };
  return {
    ...context,
    weights,
    startChoice: createStartChoice(weights),
    reports,
    marks: createNodeMarks(),
    nodeSlot: createNodeSlot(),
    shell: createShell(),
    comparing: createComparing(),
    actions: createActions(context),
    ready: Promise.all([workspace.ready, loadPageMessages(preferences.store.getState().locale)]).then(() => undefined),
    dispose() {
      workspace.dispose();
      channel.close();
    },
  };
}

/** Absent outside secure contexts. */
function createLocks(channel: BroadcastChannel): DesignLocks {
  return 'locks' in navigator ? createWebLocks(navigator.locks, channel) : createOpenLocks();
}

/** Reading the property itself throws where the browser bars storage. */
function webStorage(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[name];
  } catch {
    return null;
  }
}

function localeOf(languages: readonly string[]): Locale {
  const first = languages.map((language) => language.slice(0, 2)).find((code) => code === 'vi' || code === 'en');
  return first === 'vi' ? 'vi' : 'en';
}

/** Unlike crypto.randomUUID, this is there in insecure contexts too. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
