import type { Document } from '@/lib/document/document';
import { layerDefinition } from '@/lib/layers/registry';
import type { AnalysisTask } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import { activationTypes } from '@/lib/analysis/rewrites/design-rewrites';
import { layersToRemove, rewritesOf } from '@/lib/runs/study/apply-change';
import { REMOVED_KINDS, type RemovedKind, type StudyChange } from '@/lib/runs/study/study';

/** What can be done to a design's own layers. */
export interface OfferedChanges {
  /** Types of the activations it has, and those that they can become. */
  readonly activations: readonly string[];
  readonly otherActivations: readonly string[];
  readonly rewrites: readonly Extract<StudyChange, { kind: 'rewrite' }>['rewrite'][];
  readonly removals: readonly RemovedKind[];
}

export function offeredChanges(document: Document, task: AnalysisTask | null): OfferedChanges {
  const types = new Set(Object.values(document.nodes).map(({ type }) => type));
  const otherActivations = activationTypes();
  const rewrites = rewritesOf({ document, analysis: analyze(document, task), task });
  return {
    activations: otherActivations.filter((type) => types.has(type) && layerDefinition(type) !== null),
    otherActivations,
    rewrites: rewrites.flatMap(({ kind }) => (kind === 'replace-activations' ? [] : kind)),
    removals: REMOVED_KINDS.filter((what) => layersToRemove(document, what).length > 0),
  };
}
