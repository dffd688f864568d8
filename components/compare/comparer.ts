import type { TemplateId } from '@/lib/core/template-id';
import { compareOutlines, type Comparison } from '@/lib/analysis/compare/compare-designs';
import { outlineDesign, type Conditions, type Outline } from '@/lib/analysis/compare/outline';
import { datasetTask } from '@/lib/datasets/dataset-task';
import type { Document } from '@/lib/document/document';
import type { CompareRequest, ToldSubject } from '@/components/compare/protocol';

interface Kept {
  readonly document: Document;
  /** What the outline was made under; null: none yet. */
  readonly made: { readonly conditions: string; readonly name: string; readonly outline: Outline } | null;
}

/** Answers requests one after the other, and works out anew only what has changed since the last one. */
export function createComparer(build: (template: TemplateId) => Document) {
  const kept = new Map<string, Kept>();

  function documentOf(subject: ToldSubject): Document {
    const known = kept.get(subject.key)?.document;
    const told = subject.kind === 'design' ? subject.document : null;
    const document = told ?? known ?? (subject.kind === 'template' ? build(subject.template) : null);
    if (document === null) throw new Error(`the design ${subject.key} was never told`);
    if (document !== known) kept.set(subject.key, { document, made: null });
    return document;
  }

  function outlineOf({ key, name }: ToldSubject, conditions: Conditions): Outline {
    const known = kept.get(key);
    if (known === undefined) throw new Error(`the design ${key} was never told`);
    const sign = JSON.stringify(conditions);
    if (known.made?.conditions === sign && known.made.name === name) return known.made.outline;
    const { document } = known;
    const task = datasetTask(document.training.dataset);
    const outline = outlineDesign({ key, name, document, task }, conditions);
    kept.set(key, { document, made: { conditions: sign, name, outline } });
    return outline;
  }

  return ({ subjects, batchSize, before }: CompareRequest): Comparison => {
    const [first] = subjects.map(documentOf);
    if (first === undefined) throw new Error('there is nothing to compare');
    const conditions = { batchSize, optimizer: first.training.optimizer };
    return compareOutlines(
      subjects.map((subject) => outlineOf(subject, conditions)),
      conditions,
      before,
    );
  };
}
