import type { JsonObject } from '@/lib/core/json';
import type { NodeId } from '@/lib/core/ids';
import type { Shape } from '@/lib/core/tensor-type';
import type { Weight } from '@/lib/layers/definition';
import type { KerasClass } from '@/lib/layers/keras-class-names';

/** One layer of the Keras functional model. */
export interface PlanLayer {
  /** The Keras layer's name: the node's id, or for a helper (a padding before a convolution) the id and a suffix. */
  readonly name: string;
  /** The node it came from. */
  readonly node: NodeId;
  readonly callee: KerasClass;
  /** camelCase arguments as tfjs takes them, defaults omitted. */
  readonly args: JsonObject;
  /** Names of the plan layers whose outputs it takes, in order. */
  readonly inputs: readonly string[];
  readonly outputShape: Shape;
  /** In the order tfjs keeps them; empty for a layer without. */
  readonly weights: readonly Weight[];
}

/** A design without errors, ready to be built by the worker, printed as code, or written to a file. */
export interface ModelPlan {
  readonly name: string;
  /** Topological order. */
  readonly layers: readonly PlanLayer[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  readonly params: number;
  /** The last layer makes probabilities (softmax): the loss is computed on what goes into it. */
  readonly endsInSoftmax: boolean;
  /** Predicted bytes of a training step at the document's batch size. */
  readonly trainingBytes: number;
}
