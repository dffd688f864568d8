import { compile } from '@/lib/compile/compile';
import { exportProject } from '@/lib/codegen/project/export-project';
import { packageName } from '@/lib/codegen/project/package-files';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Document } from '@/lib/document/document';
import { codeMessages } from '@/lib/messages/code';
import { downloadFile } from '@/lib/platform/download';
import { zipFiles } from '@/lib/platform/zip-files';
import { sameNetwork } from '@/lib/state/same-network';
import type { Designer } from '@/components/state/create-designer';
import { runSession } from '@/components/training/run-session';

/** Downloads the open design as a project, and says that it came or why not. */
export async function downloadAndTell(designer: Designer): Promise<void> {
  const { notices, preferences } = designer;
  const messages = codeMessages[preferences.store.getState().locale];
  try {
    const file = await downloadProject(designer);
    if (file !== null) notices.show('success', 'text', { text: messages.downloaded(file) });
  } catch {
    notices.show('error', 'text', { text: messages.downloadFailed });
  }
}

/**
 * Downloads the open design as a zipped project, with weights when this very network has been trained. Resolves to the
 * file's name; null while the design has errors. Rejects when there is no memory for it.
 */
async function downloadProject(designer: Designer): Promise<string | null> {
  const { document: design, analysis } = designer.workspace.store.getState();
  const plan = compile(design, analysis);
  if (!plan.ok) return null;
  const weights = await trainedWeights(designer, design);
  const folder = packageName(plan.value);
  const files = exportProject({ document: design, plan: plan.value, weights });
  const zip = await zipFiles(
    files.map(({ path, content }) => ({ path: `${folder}/${path}`, content })),
    new Date(),
  );
  downloadFile(document, `${folder}.zip`, zip);
  return `${folder}.zip`;
}

async function trainedWeights(designer: Designer, design: Document): Promise<readonly NamedTensor[] | null> {
  const { store, actions } = runSession(designer);
  const { hasModel, subject } = store.getState();
  if (!hasModel || subject === null || !sameNetwork(subject.document, design)) return null;
  const reply = await actions.ask('get-weights', {});
  if (!reply.ok) throw new Error(reply.error.detail);
  return reply.value.weights;
}
