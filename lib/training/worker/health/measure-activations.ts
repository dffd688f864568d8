import * as tf from '@tensorflow/tfjs';
import type { ActivationHealth, WatchedActivation } from '@/lib/training/health';

/** Enough of a batch to tell dead units from idle ones, and little enough to cost little. */
const MOST_SAMPLES = 64;

/** Gives the outputs of layers inside a model for a batch. Shares the model's layers. */
export interface ActivationProbe {
  /** One tensor of figures, to be read together with others: `FIGURES` for each activation. */
  measure(inputs: tf.Tensor): tf.Tensor1D;
  read(figures: ArrayLike<number>): ReadonlyMap<string, ActivationHealth>;
}

const FIGURES = 3;

export function createActivationProbe(
  model: tf.LayersModel,
  activations: readonly WatchedActivation[],
): ActivationProbe | null {
  const watched = activations.filter(({ name }) => isMeasurable(model, name));
  if (watched.length === 0) return null;
  const outputs = watched.map(({ name }) => model.getLayer(name).output as tf.SymbolicTensor);
  const inside = tf.model({ inputs: model.inputs, outputs });
  return {
    measure: (inputs) =>
      tf.tidy(() => {
        const some = inputs.slice(0, Math.min(MOST_SAMPLES, inputs.shape[0] ?? 0));
        // As when it is used: the running statistics of a normalization stay as they are.
        const values = [inside.apply(some, { training: false }) as tf.Tensor | tf.Tensor[]].flat();
        return tf.stack(values.flatMap((value, at) => figuresOf(value, watched[at]?.flat ?? null))) as tf.Tensor1D;
      }),
    read: (figures) =>
      new Map(
        watched.map(({ name, flat }, at) => {
          const [mean = 0, variance = 0, share = 0] = Array.from({ length: FIGURES }, (_, offset) => {
            return figures[at * FIGURES + offset] ?? Number.NaN;
          });
          const deviation = Math.sqrt(Math.max(0, variance));
          return [name, { mean, deviation, flat: flat === null ? null : { kind: flat.kind, share } }] as const;
        }),
      ),
  };
}

function isMeasurable(model: tf.LayersModel, name: string): boolean {
  const { output } = model.getLayer(name);
  return !Array.isArray(output) && output.dtype === 'float32' && output.shape.length > 1;
}

function figuresOf(value: tf.Tensor, flat: WatchedActivation['flat']): tf.Tensor[] {
  const { mean, variance } = tf.moments(value);
  return [mean, variance, flat === null ? tf.scalar(0) : flatShare(value, flat)];
}

function flatShare(value: tf.Tensor, { kind, low, high }: NonNullable<WatchedActivation['flat']>): tf.Tensor {
  if (kind === 'dead') {
    const everywhere = value.shape.slice(0, -1).map((_, axis) => axis);
    return tf.mean(tf.cast(tf.lessEqual(tf.max(value, everywhere), low), 'float32'));
  }
  const isFlat = tf.logicalOr(tf.lessEqual(value, low), tf.greaterEqual(value, high));
  return tf.mean(tf.cast(isFlat, 'float32'));
}
