import { statisticsOf } from '@/lib/datasets/registry';
import { compile } from '@/lib/compile/compile';
import { exportProject } from '@/lib/codegen/project/export-project';
import { packageName } from '@/lib/codegen/project/package-files';
import { codeMessages, type PackedWeights } from '@/lib/messages/code';
import { downloadFile } from '@/lib/platform/download';
import { zipFiles } from '@/lib/platform/zip-files';
import type { Designer } from '@/components/state/create-designer';
import { weightsAtHand } from '@/components/training/weights-at-hand';

/** Downloads the open design as a project, and says that it came or why not. */
export async function downloadAndTell(designer: Designer): Promise<void> {
  const { notices, preferences } = designer;
  const messages = codeMessages[preferences.store.getState().locale];
  try {
    const file = await downloadProject(designer);
    if (file !== null) notices.show('success', 'text', { text: messages.downloaded(file.name, file.weights) });
  } catch {
    notices.show('error', 'text', { text: messages.downloadFailed });
  }
}

interface Downloaded {
  readonly name: string;
  readonly weights: PackedWeights;
}

/**
 * Downloads the open design as a zipped project, with weights when this very network has been trained or came with all
 * of its own. Resolves to the file's name and which weights are in it; null while the design has errors. Rejects when there is no memory for it.
 */
async function downloadProject(designer: Designer): Promise<Downloaded | null> {
  const { document: design, analysis } = designer.workspace.store.getState();
  const plan = compile(design, analysis);
  if (!plan.ok) return null;
  const atHand = await weightsAtHand(designer, plan.value);
  const weights = atHand?.isComplete ? atHand.weights : null;
  const folder = packageName(plan.value);
  const statistics = statisticsOf(design.training.dataset);
  const files = exportProject({ document: design, plan: plan.value, weights, statistics });
  const zip = await zipFiles(
    files.map(({ path, content }) => ({ path: `${folder}/${path}`, content })),
    new Date(),
  );
  downloadFile(document, `${folder}.zip`, zip);
  const packed = atHand === null ? 'none' : atHand.isComplete ? atHand.source : 'partly';
  return { name: `${folder}.zip`, weights: packed };
}
