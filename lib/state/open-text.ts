import { loadDocument } from '@/lib/document/load';
import type { OpenReport, Workspace } from '@/lib/state/workspace';

/** Opens the text of a file as a new design beside the others, and reports what had to be mended or why it cannot be. */
export interface Opener {
  /** True when it was opened. `name` is the file's, for a design that has none. */
  open(text: string, name: string): boolean;
}

export function createOpener(workspace: Workspace, report: (report: OpenReport) => void): Opener {
  return {
    open(text, name) {
      const loaded = loadDocument(text, name);
      if (!loaded.ok) {
        report({ kind: 'unreadable', name, problem: loaded.error, from: 'file' });
        return false;
      }
      const { document, warnings } = loaded.value;
      workspace.actions.newDesign(document);
      if (warnings.length > 0) report({ kind: 'repaired', name: document.name, warnings });
      return true;
    },
  };
}
