import type { RewriteId } from '@/lib/core/design-problem';
import type { FixLabel } from '@/lib/core/fix-label';
import type { DocumentFile } from '@/lib/document/document';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import type { SettingPath, SettingValue } from '@/lib/runs/study/settings';
import type { BackendMove, Machine, RunData, RunId, RunRecord, StudyId } from '@/lib/runs/run-record';
import type { BackendName, EpochMetrics, TestReport } from '@/lib/training/protocol';

/** One thing that a variant does to the design, as data: it can be kept, told in words and applied to another design. */
export type StudyChange =
  /** Every activation of a type, or with null every one there is, becomes another. */
  | { readonly kind: 'swap-activation'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'rewrite'; readonly rewrite: Exclude<RewriteId, 'replace-activations'> }
  | { readonly kind: 'remove'; readonly what: RemovedKind }
  | { readonly kind: 'set'; readonly setting: SettingPath; readonly value: SettingValue };

/** Layers that keep the shape, by what they do to a signal. */
export const REMOVED_KINDS = ['normalization', 'noise'] as const;
export type RemovedKind = (typeof REMOVED_KINDS)[number];

/** Why a variant is not run. */
export type LeftOut =
  /** The design has nothing that this change, counted from 0, would touch. */
  | { readonly kind: 'nothing-to-change'; readonly change: number }
  /** No quick fix helps; the first of its errors. */
  | { readonly kind: 'errors'; readonly error: Pick<Diagnostic, 'code' | 'values'> }
  /** There is no network. */
  | { readonly kind: 'empty' }
  /** It cannot be trained in the browser. */
  | { readonly kind: 'limited' };

/** A quick fix that made a variant whole again, and the layer it was done at, as people call it. */
export interface Repair {
  readonly label: FixLabel;
  readonly layer: string | null;
}

export type VariantPlan =
  | {
      readonly kind: 'ready';
      readonly document: DocumentFile;
      readonly params: number;
      /** Multiply-accumulates of one sample. */
      readonly macs: number;
      readonly repairs: readonly Repair[];
    }
  | { readonly kind: 'left-out'; readonly reason: LeftOut };

export interface StudyVariant {
  /** Unique in its study. */
  readonly name: string;
  readonly changes: readonly StudyChange[];
  readonly plan: VariantPlan;
}

/** Successive halving: after each of these epochs but the last only the best share 1/η goes on. */
export interface Halving {
  readonly eta: number;
  readonly rungs: readonly number[];
}

/** 'dropped': a better one went on in its place, by successive halving. */
export type JobStatus = 'waiting' | 'running' | 'finished' | 'stopped' | 'diverged' | 'failed' | 'dropped';

/** What a run of a study gave; kept with the study, so that it stays when the run is removed. */
export interface JobResult {
  readonly run: RunId;
  readonly epochs: readonly EpochMetrics[];
  readonly test: Pick<TestReport, 'count' | 'accuracy' | 'loss'> | null;
  /** Of training, pauses and test left out. */
  readonly seconds: number | null;
  readonly backend: BackendName | null;
  /** As in the record of the run. */
  readonly moves?: readonly BackendMove[];
  readonly machine: Machine;
  readonly data: RunData;
  /** As in the record of the run. */
  readonly learns?: RunRecord['learns'];
}

/** One run of a study: a variant with a seed. */
export interface StudyJob {
  /** Unique over all studies. */
  readonly id: string;
  readonly study: StudyId;
  readonly variant: string;
  readonly seed: number;
  /** How many epochs it is to have for now; fewer than the study's in the first rungs of a halving. */
  readonly goal: number;
  readonly status: JobStatus;
  /** The run it became; it goes on from that one's checkpoint. */
  readonly run: RunId | null;
  readonly result: JobResult | null;
  /** Why it failed, in the words of the language of that time. */
  readonly failure: string | null;
}

export interface Study {
  readonly id: StudyId;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly base: DocumentFile;
  readonly variants: readonly StudyVariant[];
  readonly seeds: readonly number[];
  readonly epochs: number;
  readonly halving: Halving | null;
  readonly jobs: readonly StudyJob[];
}
