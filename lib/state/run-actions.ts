import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Result } from '@/lib/core/result';
import type { RunId } from '@/lib/runs/run-record';
import type { CheckpointChoice } from '@/lib/training/checkpoints/checkpoint';
import type { Failure, ReplyOf, RequestOf } from '@/lib/training/protocol';
import type { RunEnd, RunOrder } from '@/lib/state/run-order';

/** What can be asked of the run that goes on, or is shown. */
export interface RunActions {
  /** Starts a run of the design as it stands; afterwards the network is evaluated on the test set. */
  train(): Promise<void>;
  /** Does one run from start to test, and answers when it is over; one at a time, a second is refused at once. */
  start(order: RunOrder): Promise<RunEnd>;
  /** Goes on with the run that is shown from its last checkpoint. */
  resumeRun(): Promise<void>;
  /** Shows a kept run, without its network, while nothing goes on; false: it is gone, or goes on in another tab. */
  show(run: RunId): Promise<boolean>;
  /** Shows the last run of the open design, where nothing has been trained yet and one is kept. */
  showLast(): Promise<void>;
  /** Gives the worker the kept weights of the run that is shown, and evaluates them where they are not the last. */
  load(choice: CheckpointChoice): Promise<boolean>;
  /** The epoch in progress stays kept when it ends. */
  keepEpoch(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends the run, or the test, after the batch in progress; before the first batch, at once. */
  stop(): Promise<void>;
  evaluate(): Promise<void>;
  /** Gives the design as it stands these weights, all of them, and evaluates it without training. */
  tryWeights(weights: readonly NamedTensor[]): Promise<void>;
  /** Ends the worker at once, whatever it does, and does the same again from the beginning with a new one. */
  restart(): Promise<void>;
  /** Ends the worker at once; the curves so far stay. */
  abandon(): void;
  /** Asks which backends there are. */
  probe(): Promise<void>;
  /** Measures the design as it stands on each of them. */
  calibrate(): Promise<void>;
  dismissProblem(): void;
  /** Any other call to the worker that holds the trained network. */
  ask<C extends ModelCall>(name: C, request: RequestOf<C>): Promise<Result<ReplyOf<C>, Failure>>;
}

export type ModelCall = 'predict-samples' | 'predict-image' | 'samples' | 'get-weights' | 'watch-health';
