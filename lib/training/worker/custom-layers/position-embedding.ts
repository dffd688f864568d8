import * as tf from '@tensorflow/tfjs';
import { startValues, type StartValues } from '@/lib/training/worker/start-values';

export interface PositionEmbeddingArgs {
  name?: string;
  /** 'randomUniform', from -0.05 to 0.05, when left out. */
  embeddingsInitializer?: StartValues;
}

/** Adds a learnt vector to each step of a sequence (length × features), so that its place can be told. */
export class PositionEmbedding extends tf.layers.Layer {
  static className = 'PositionEmbedding';
  private readonly args: PositionEmbeddingArgs;
  private embeddings: tf.LayerVariable | undefined;

  constructor(args: PositionEmbeddingArgs = {}) {
    super({ ...args });
    this.args = args;
    this.supportsMasking = true;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const [, length, features] = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    const start = startValues(this.args.embeddingsInitializer ?? 'randomUniform');
    this.embeddings = this.addWeight('embeddings', [length ?? null, features ?? null], 'float32', start);
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0] : inputs;
    const { embeddings } = this;
    if (input === undefined || embeddings === undefined)
      throw new Error(`${this.name} was called before it was built.`);
    return tf.tidy(() => tf.add(input, embeddings.read()));
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { embeddingsInitializer } = this.args;
    const config = embeddingsInitializer === undefined ? {} : { embeddingsInitializer };
    return { ...super.getConfig(), ...config } as tf.serialization.ConfigDict;
  }
}

export function positionEmbedding(args: PositionEmbeddingArgs = {}): PositionEmbedding {
  return new PositionEmbedding(args);
}

tf.serialization.registerClass(PositionEmbedding);
