import { classifyFiles } from '@/components/data/classify-files';
import type { Designer } from '@/components/state/create-designer';
import { datasetMessages } from '@/lib/messages/datasets';
import { walkEntries, withPath, type PathFile } from '@/lib/platform/data-files';
import { readPicked } from '@/lib/platform/design-files';

/** What a drop carries; both are read within its event, since they are gone after it. */
export interface DroppedItems {
  /** Folders among them; null where the browser tells of files only. */
  readonly entries: readonly FileSystemEntry[];
  readonly files: readonly File[];
}

/** Opens designs and models, and brings data to where data sets are made; says so of what is neither. */
export async function openDropped(designer: Designer, { entries, files }: DroppedItems): Promise<void> {
  const { opener, shell, notices, preferences } = designer;
  const dropped = entries.length > 0 ? await walkEntries(entries) : files.map(withPath);
  const kind = dropped.length === 0 ? 'unknown' : await classifyFiles(dropped);
  if (kind === 'data') return shell.open({ kind: 'datasets', files: dropped });
  if (kind === 'design') {
    await opener.open(
      await readPicked(
        dropped.map(({ file }) => file),
        null,
      ),
    );
    return;
  }
  const t = datasetMessages[preferences.store.getState().locale].refused;
  notices.show('error', 'text', {
    text: dropped.length === 0 ? t.empty : `${t.text(namesOf(dropped))} ${t.accepted}`,
  });
}

function namesOf(files: readonly PathFile[]): string {
  const names = files.slice(0, 3).map(({ path }) => path);
  return names.join(', ') + (files.length > names.length ? ' …' : '');
}
