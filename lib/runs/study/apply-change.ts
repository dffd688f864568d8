import { applyCommand } from '@/lib/document/apply-command';
import type { Command } from '@/lib/document/command';
import type { Document } from '@/lib/document/document';
import { layerDefinition } from '@/lib/layers/registry';
import type { Nature } from '@/lib/layers/definition';
import type { Analysis, AnalysisTask } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import { planRewrites, type RewritePlan } from '@/lib/analysis/rewrites/plan-rewrites';
import { settingChange } from '@/lib/runs/study/settings';
import type { RemovedKind, StudyChange } from '@/lib/runs/study/study';

export const REMOVED_NATURES: Readonly<Record<RemovedKind, readonly Nature[]>> = {
  normalization: ['batch-statistics', 'normalization'],
  noise: ['noise'],
};

/** The design after a change, whole or not; the same object where it has nothing that the change touches. */
export function applyChange(document: Document, change: StudyChange, task: AnalysisTask | null): Document {
  return commandsOf({ document, analysis: analyze(document, task), task }, change).reduce(applyCommand, document);
}

export interface ChangeSite {
  readonly document: Document;
  /** Of the document. */
  readonly analysis: Analysis;
  readonly task: AnalysisTask | null;
}

function commandsOf(site: ChangeSite, change: StudyChange): readonly Command[] {
  switch (change.kind) {
    case 'swap-activation':
      return swapActivations(site, change);
    case 'rewrite':
      return rewritesOf(site).find(({ kind }) => kind === change.rewrite)?.commands ?? [];
    case 'remove': {
      const nodes = layersToRemove(site.document, change.what);
      return nodes.length === 0 ? [] : [{ kind: 'remove', nodes, edges: [] }];
    }
    case 'set': {
      const settings = settingChange(site.document.training, change.setting, change.value);
      return settings === null ? [] : [{ kind: 'set-training', settings }];
    }
  }
}

/** What the layers of the design offer; the activations are asked for by kind. */
export function rewritesOf(site: ChangeSite): readonly RewritePlan[] {
  return planRewrites({ ...site, nodes: null, activation: null });
}

function swapActivations(
  { document, analysis, task }: ChangeSite,
  { from, to }: Extract<StudyChange, { kind: 'swap-activation' }>,
): readonly Command[] {
  const nodes =
    from === null ? null : Object.values(document.nodes).flatMap(({ id, type }) => (type === from ? id : []));
  const plans = planRewrites({ document, analysis, task, nodes, activation: to });
  return plans.find(({ kind }) => kind === 'replace-activations')?.commands ?? [];
}

/** The layers of these natures that the chain closes behind. */
export function layersToRemove(document: Document, what: RemovedKind): readonly string[] {
  const natures = REMOVED_NATURES[what];
  return Object.values(document.nodes).flatMap(({ id, type }) => {
    const definition = layerDefinition(type);
    return definition !== null && definition.inputs.arity === 'one' && natures.includes(definition.nature) ? id : [];
  });
}
