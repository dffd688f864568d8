import { sourceKey, type ComparedSource } from '@/lib/state/comparing';
import type { WorkspaceState } from '@/lib/state/workspace-state';

const FALLBACKS: readonly ComparedSource[] = [
  { kind: 'template', id: 'vgg16' },
  { kind: 'template', id: 'alexnet' },
];

/** The open design and the one that was changed before it; a first visit has but one design: a template then. */
export function startingSources(
  chosen: readonly ComparedSource[],
  { openDesign, designs }: Pick<WorkspaceState, 'openDesign' | 'designs'>,
): readonly ComparedSource[] {
  const kept = designs.filter(({ id }) => id !== openDesign).map(({ id }): ComparedSource => ({ kind: 'design', id }));
  const candidates: readonly ComparedSource[] = [...chosen, { kind: 'design', id: openDesign }, ...kept, ...FALLBACKS];
  const byKey = new Map(candidates.map((source) => [sourceKey(source), source]));
  return [...byKey.values()].slice(0, 2);
}
