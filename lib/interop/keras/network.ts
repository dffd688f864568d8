import type { JsonObject } from '@/lib/core/json';

export type KerasVersion = 2 | 3;

/** Sizes without the batch axis; null where the file leaves one open. */
export type OpenShape = readonly (number | null)[];

/** Where a layer's weights are found in the file's own order of things. */
export interface WeightPlace {
  /** The names of the models around it, outermost first, and its own. */
  readonly trail: readonly string[];
  /** In a `model.weights.h5`: numbered by class, not named. */
  readonly path: string;
}

/** One layer of a Keras network, every model within it written out. */
export interface KerasLayer {
  /** Unique in the network: its own name behind those of the models around it, `encoder/conv_1`. */
  readonly name: string;
  readonly className: string;
  /** Keys in camelCase; everything the file says, nothing filled in. */
  readonly config: JsonObject;
  /** The layers whose outputs it takes, in order. */
  readonly inputs: readonly string[];
  /** What the file itself says of the shape of its output. */
  readonly declared: OpenShape | null;
  readonly place: WeightPlace;
  /** More than its first output is used. */
  readonly hasSeveralOutputs: boolean;
}

export interface KerasNetwork {
  readonly name: string;
  readonly version: KerasVersion;
  /** Every layer behind those whose outputs it takes. */
  readonly layers: readonly KerasLayer[];
  readonly outputs: readonly string[];
  /** Layers that the file calls more than once, with how often: copies of one another here. */
  readonly shared: readonly { readonly layer: string; readonly times: number }[];
}
