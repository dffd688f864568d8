import type { RunRecord } from '@/lib/runs/run-record';
import type { DesignId } from '@/lib/state/workspace-state';

/** What stands between the run that is shown and the open design, the first that applies. */
export type ShownRunOf = 'same' | 'study' | 'other-design' | 'changed' | 'settings';

interface Open {
  readonly openDesign: DesignId;
  /** Of the run and the open design. */
  readonly isSameNetwork: boolean;
  readonly isSameSettings: boolean;
}

/** A study's variants are trained under whatever design is open, which nobody has changed thereby. */
export function shownRunOf(
  record: Pick<RunRecord, 'design' | 'study'> | null,
  { openDesign, isSameNetwork, isSameSettings }: Open,
): ShownRunOf {
  if (isSameNetwork && isSameSettings) return 'same';
  if (record !== null && record.study !== null) return 'study';
  if (isSameNetwork) return 'settings';
  return record !== null && record.design !== openDesign ? 'other-design' : 'changed';
}
