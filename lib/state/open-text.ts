import type { FileProblem } from '@/lib/core/file-problem';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Result } from '@/lib/core/result';
import { loadDocument, type LoadedDocument } from '@/lib/document/load';
import type { OpenedFiles } from '@/lib/interop/open-files';
import type { PickedFile } from '@/lib/platform/design-files';
import type { OpenReport, Workspace } from '@/lib/state/workspace';

/**
 * Opens a file as a new design beside the others, and reports what had to be mended, what could not be understood, or
 * why it cannot be opened.
 */
export interface Opener {
  /** What it turned out to be; null when it was refused. */
  open(picked: PickedFile): Promise<'design' | 'model' | null>;
}

export interface OpenerDeps {
  readonly workspace: Workspace;
  readonly report: (report: OpenReport) => void;
  /** Reads what is no design of ours, away from the page. */
  readonly readFiles: (files: readonly File[]) => Promise<Result<OpenedFiles, FileProblem>>;
  /** Keeps the weights that came with a design. */
  readonly keepWeights: (design: string, weights: readonly NamedTensor[]) => void;
}

export function createOpener({ workspace, report, readFiles, keepWeights }: OpenerDeps): Opener {
  function refuse(name: string, problem: FileProblem): null {
    report({ kind: 'unreadable', name, problem, from: 'file' });
    return null;
  }

  function openDesign({ document, warnings }: LoadedDocument): 'design' {
    workspace.actions.newDesign(document);
    if (warnings.length > 0) report({ kind: 'repaired', name: document.name, warnings });
    return 'design';
  }

  async function openFiles(name: string, files: readonly File[]): Promise<'design' | 'model' | null> {
    const opened = await readFiles(files);
    if (!opened.ok) return refuse(name, opened.error);
    if (opened.value.kind === 'design') return openDesign(opened.value.loaded);
    const { document, report: about, weights } = opened.value.imported;
    workspace.actions.newDesign(document);
    if (weights.length > 0) keepWeights(workspace.store.getState().openDesign, weights);
    report({ kind: 'imported', name, report: about });
    return 'model';
  }

  return {
    async open({ name, text, files = [] }) {
      if (text === null) return openFiles(name, files);
      const loaded = loadDocument(text, name);
      if (loaded.ok) return openDesign(loaded.value);
      const isOthers = loaded.error.code === 'file/not-ours' && files.length > 0;
      return isOthers ? openFiles(name, files) : refuse(name, loaded.error);
    },
  };
}
