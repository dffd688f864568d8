import * as tf from '@tensorflow/tfjs';

/** A tensor of a learner's state, off the backend. */
export interface SavedTensor {
  /** `${group}/${layer}/${place}`, for an optimizer's slots with `/${slot}`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Group → name → variable. */
export type TensorGroups = Readonly<Record<string, ReadonlyMap<string, tf.Variable>>>;

/** In memory of its own, bit for bit: a clone shares its memory, which a kernel may write into. */
export function copyOf(tensor: tf.Tensor): tf.Tensor {
  return tf.mul(tensor, 1);
}

/** The values as they are when this is called, whatever happens to the variables while they are read. */
export async function readTensors(groups: TensorGroups): Promise<readonly SavedTensor[]> {
  const copies = Object.entries(groups).flatMap(([group, variables]) =>
    [...variables].map(([name, variable]) => ({ name: `${group}/${name}`, copy: copyOf(variable) })),
  );
  return Promise.all(
    copies.map(async ({ name, copy }) => {
      const values = Float32Array.from(await copy.data());
      copy.dispose();
      return { name, shape: copy.shape, values };
    }),
  );
}

/** Writes saved values into the variables of their names; those of a group that can grow are made. */
export function fillTensors(
  groups: Readonly<Record<string, ReadonlyMap<string, tf.Variable> | Map<string, tf.Variable>>>,
  saved: readonly SavedTensor[],
): void {
  for (const { name, shape, values } of saved) {
    const [group = '', ...rest] = name.split('/');
    const [variables, key] = [groups[group], rest.join('/')];
    const there = variables?.get(key);
    tf.tidy(() => {
      const tensor = tf.tensor(values, [...shape]);
      if (there !== undefined) there.assign(tensor);
      else if (variables instanceof Map) (variables as Map<string, tf.Variable>).set(key, tensor.variable(false));
    });
  }
}
