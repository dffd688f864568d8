import type { NamedTensor } from '@/lib/core/named-tensor';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Document } from '@/lib/document/document';
import type { RunId } from '@/lib/runs/run-record';
import type { InspectLink } from '@/lib/state/inspect-actions';
import type { WeightsChoice, WeightsSource } from '@/lib/state/inspect-state';
import type { SubjectDeps } from '@/lib/state/inspect-subject';
import type { RunEpoch } from '@/lib/training/checkpoints/checkpoint';
import type { InspectEvent } from '@/lib/training/inspect/protocol';

export interface FoundWeights {
  readonly source: Exclude<WeightsSource, 'start'>;
  readonly run: RunId | null;
  /** Of weights at hand, which epoch's of their run; null: of none, or it cannot be told. */
  readonly epoch: RunEpoch | null;
  readonly weights: readonly NamedTensor[];
  /** Every layer has its own; the others have start values. */
  readonly isComplete: boolean;
}

export interface InspectDeps extends SubjectDeps {
  readonly connect: (onEvent: (event: InspectEvent) => void) => InspectLink;
  /** Which design is open: what was chosen in one is not chosen in another. */
  readonly designId: () => string;
  /** The design whose weights these are; null: it is gone. */
  readonly design: (choice: WeightsChoice) => Promise<Document | null>;
  readonly weights: (
    choice: WeightsChoice,
    network: { readonly document: Document; readonly plan: ModelPlan },
  ) => Promise<FoundWeights | 'start' | 'gone'>;
  /** Another text when the weights may be others. */
  readonly weightsMark: (choice: WeightsChoice) => string;
  /** Calls whenever designs, runs or weights may have changed. */
  readonly onNews: (listener: () => void) => () => void;
  /** False: a network that opens without an input stays without one; else it is given the first test sample. */
  readonly opensSample?: boolean;
  readonly baseUrl: () => string;
  readonly now: () => number;
  readonly timer: { after(ms: number, task: () => void): () => void };
}
