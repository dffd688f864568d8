import type { Locale } from '@/lib/core/locale';
import type { Document } from '@/lib/document/document';
import { layerDefinition } from '@/lib/layers/registry';
import type { AnalysisTask } from '@/lib/analysis/analysis';
import { changesText } from '@/components/study/study-words';
import { studiesMessages } from '@/lib/messages/studies';
import { uniqueNames } from '@/lib/runs/study/create-study';
import { planHalving } from '@/lib/runs/study/halving';
import { lecturePreset } from '@/lib/runs/study/lecture-preset';
import { gridSearch, MOST_VARIANTS, randomSearch, type SearchAxis } from '@/lib/runs/study/search';
import { readSetting } from '@/lib/runs/study/settings';
import type { Halving, StudyChange } from '@/lib/runs/study/study';

export type StudyKind = 'ablation' | 'grid' | 'random';
export type BaseKind = 'open' | 'lecture';

/** What a person is putting together. */
export interface StudyDraft {
  /** As typed; null: named after the base and what is varied. */
  readonly name: string | null;
  /** Its variants are the lecture's. */
  readonly isPreset: boolean;
  readonly base: Document;
  readonly baseKind: BaseKind;
  readonly kind: StudyKind;
  /** Of an ablation; names of the preset's own, null: what they change. */
  readonly variants: readonly DraftVariant[];
  readonly axes: readonly SearchAxis[];
  readonly draws: number;
  readonly drawSeed: number;
  readonly epochs: number;
  readonly seeds: number;
  readonly eta: number | null;
}

export interface DraftVariant {
  readonly name: string | null;
  readonly changes: readonly StudyChange[];
}

export interface NamedVariant {
  readonly name: string;
  readonly changes: readonly StudyChange[];
}

/** Of these designs nobody waits for more epochs than this without having asked for them. */
const SEEDS = 3;

export function newDraft(base: Document, baseKind: BaseKind): StudyDraft {
  const rate = readSetting(base.training, 'optimizer.learningRate');
  const middle = typeof rate === 'number' ? rate : 0.001;
  const ends = { from: Math.max(1e-8, middle / 10), to: Math.min(100, middle * 10) };
  return {
    name: null,
    isPreset: false,
    base,
    baseKind,
    kind: 'ablation',
    variants: [{ name: null, changes: [] }],
    axes: [{ setting: 'optimizer.learningRate', ...ends, scale: 'logarithmic', steps: 5 }],
    draws: 8,
    drawSeed: 1,
    epochs: base.training.epochs,
    seeds: SEEDS,
    eta: null,
  };
}

/** The draft with the four variants of the lecture on its base. */
export function withPreset(draft: StudyDraft, task: AnalysisTask | null, locale: Locale): StudyDraft {
  const { base, variants } = lecturePreset(draft.base, task);
  const words = studiesMessages[locale].changes;
  const [first] = variants.slice(1).flat();
  const activation = Object.values(base.nodes).find(({ type }) => layerDefinition(type)?.nature === 'saturating');
  const title = (type: string | undefined) => layerDefinition(type ?? '')?.text[locale].title ?? words.none;
  const names = variants.map((changes, at) => {
    if (at === 0) return title(activation?.type);
    return changes[0] === first && first?.kind === 'swap-activation' ? title(first.to) : changesText(changes, locale);
  });
  return {
    ...draft,
    isPreset: true,
    base,
    kind: 'ablation',
    variants: variants.map((changes, at) => ({ name: words.lecture(at + 1, names[at] ?? ''), changes })),
  };
}

export function nameOf({ name, base, kind, isPreset }: StudyDraft, locale: Locale): string {
  const { preset, kinds } = studiesMessages[locale].form;
  return name ?? `${base.name}: ${isPreset && kind === 'ablation' ? preset : kinds[kind]}`;
}

/** Everything that will be run, with names of which none comes twice; no more than can be. */
export function variantsOf(draft: StudyDraft, locale: Locale): readonly NamedVariant[] {
  const made = draftVariants(draft).slice(0, MOST_VARIANTS);
  const names = uniqueNames(made.map(({ name, changes }) => name ?? changesText(changes, locale)));
  return made.map(({ changes }, at) => ({ name: names[at] ?? '', changes }));
}

export function countVariants(draft: StudyDraft): number {
  if (draft.kind !== 'grid') return draftVariants(draft).length;
  return draft.axes.reduce((count, { steps }) => count * steps, 1);
}

function draftVariants(draft: StudyDraft): readonly DraftVariant[] {
  const named = (changes: readonly StudyChange[]): DraftVariant => ({ name: null, changes });
  switch (draft.kind) {
    case 'ablation':
      return draft.variants;
    case 'grid':
      // Before the product is made: a thousand axes are typed sooner than computed.
      return countVariants(draft) > MOST_VARIANTS ? [] : gridSearch(draft.axes).map(named);
    case 'random':
      return randomSearch(draft.axes, { count: draft.draws, seed: draft.drawSeed }).map(named);
  }
}

export function halvingOf({ eta, epochs }: StudyDraft, candidates: number): Halving | null {
  return eta === null ? null : planHalving(candidates, epochs, eta);
}
