import type { Designer } from '@/components/state/create-designer';
import { runsSession } from '@/components/training/runs-session';

/** What of this browser was made for a data set. */
export interface DatasetUses {
  /** Names. */
  readonly designs: readonly string[];
  readonly runs: number;
}

export async function findUses(designer: Designer, dataset: string): Promise<DatasetUses> {
  const { workspace } = designer;
  const designs: string[] = [];
  for (const { id, name } of workspace.store.getState().designs) {
    const design = await workspace.readDesign(id);
    if (design?.training.dataset === dataset) designs.push(name);
  }
  const runs = runsSession(designer);
  await runs.ready;
  const { records } = runs.store.getState();
  return { designs, runs: records.filter(({ data }) => data.id === dataset).length };
}
