import * as tf from '@tensorflow/tfjs';

export interface PositionEmbeddingArgs {
  name?: string;
  /** 'randomUniform', from -0.05 to 0.05, by name or as TensorFlow.js writes it to files, with a seed. */
  embeddingsInitializer?: string | { className: string; config: { seed?: number | null } };
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
    const given = this.args.embeddingsInitializer;
    const seed = typeof given === 'object' ? (given.config.seed ?? null) : null;
    const start = tf.initializers.randomUniform({ minval: -0.05, maxval: 0.05, ...(seed === null ? {} : { seed }) });
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
