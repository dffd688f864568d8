import type { NodeId } from '@/lib/core/ids';
import type { Result } from '@/lib/core/result';
import type { Offset } from '@/lib/inspect/shift';
import type { InspectInput, WeightsChoice } from '@/lib/state/inspect-state';
import type { InspectCall, InspectCalls, InspectEvent, Split } from '@/lib/training/inspect/protocol';
import type { Failure } from '@/lib/training/protocol';

/** The inspection worker as the store uses it. */
export interface InspectLink {
  call<C extends InspectCall>(name: C, request: InspectCalls[C][0]): Promise<Result<InspectCalls[C][1], Failure>>;
  dispose(): void;
}

export interface InspectActions {
  /** Something on the page looks inside, until the answer is called. */
  open(): () => void;
  /** Tries again after a failure, with a new worker. */
  retry(): void;
  setChoice(choice: WeightsChoice): void;
  /** Chosen by a person: moves again where it was frozen. Null: none yet, and nothing of the one before stays. */
  setInput(input: InspectInput | null): void;
  /** One of many from a camera or a video: dropped while frozen. */
  offerInput(input: InspectInput): void;
  /** One of them that was asked for, such as the next frame of a video that stands still: shown, and nothing moves. */
  stepInput(input: InspectInput): void;
  /** Moves the input, a picture, so many pixels further, and what a camera gives next with it; null: back. */
  moveInput(by: Offset | null): void;
  /** A sample of the data set as input; false: it could not be had, or another input came before it. */
  showSample(split: Split, index: number): Promise<boolean>;
  setFrozen(isFrozen: boolean): void;
  chooseLayer(node: NodeId): void;
  pickUnit(unit: number | null): void;
  /** This unit of the design that is open, also where its network is not open yet. */
  lookAt(layer: NodeId, unit: number): void;
  /** These layers come with every look, until the answer is called. */
  watch(nodes: readonly NodeId[]): () => void;
  /** Small pictures of these layers come with every look, until the answer is called. */
  watchMiniatures(nodes: readonly NodeId[]): () => void;
  /** Any call to the worker that has the network. */
  call<C extends InspectCall>(name: C, request: InspectCalls[C][0]): Promise<Result<InspectCalls[C][1], Failure>>;
  /** What the worker says on the way of long calls. */
  onEvent(listener: (event: InspectEvent) => void): () => void;
}
