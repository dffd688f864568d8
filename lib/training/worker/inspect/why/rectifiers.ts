import * as tf from '@tensorflow/tfjs';
import { isRectifier } from '@/lib/layers/keras-classes';
import type { PlanLayer } from '@/lib/compile/plan';
import type { ApplyLayer } from '@/lib/training/worker/inspect/run-layers';

/**
 * What a ReLU lets back:
 * - 'own': its gradient, where its input was above 0
 * - 'guided': of that what is above 0 (guided backpropagation; Springenberg et al. 2015, figure 1)
 * - 'deconvolution': what is above 0, whatever its input was (Zeiler & Fergus 2014)
 */
export type BackwardRule = 'own' | 'guided' | 'deconvolution';

/** The functions that tfjs's layers may have built in and that rectify, with the most that they give. */
const RECTIFYING_FUNCTIONS: ReadonlyMap<string, number | null> = new Map([
  ['relu', null],
  ['relu6', 6],
]);

/** A layer of tfjs with a function of its own behind what it computes; of recurrent layers each cell has one instead. */
interface Activated {
  activation: { getClassName(): string } | null;
}
function isActivated(layer: tf.layers.Layer): layer is tf.layers.Layer & Activated {
  return 'activation' in layer && !('cell' in layer);
}

/** What the layer has of a ReLU in it: the most it gives (null: no most); undefined: none. */
function rectification(planned: PlanLayer, layer: tf.layers.Layer): number | null | undefined {
  if (isRectifier(planned.callee)) {
    const { maxValue } = layer.getConfig();
    return typeof maxValue === 'number' ? maxValue : null;
  }
  const name = isActivated(layer) ? layer.activation?.getClassName() : undefined;
  return name === undefined ? undefined : RECTIFYING_FUNCTIONS.get(name);
}

export function countRectifiers(layers: readonly PlanLayer[], model: tf.LayersModel): number {
  return layers.filter((planned) => rectification(planned, model.getLayer(planned.name)) !== undefined).length;
}

/** Computes what the network computes; only the way back through ReLUs is another. */
export function backwardBy(rule: BackwardRule, model: tf.LayersModel): ApplyLayer {
  if (rule === 'own') return (_planned, _inputs, apply) => apply();
  return (planned, inputs, apply) => {
    const layer = model.getLayer(planned.name);
    const most = rectification(planned, layer);
    if (most === undefined) return apply();
    const [input] = inputs;
    if (isRectifier(planned.callee) && input !== undefined) return rectify(input, { most, rule });
    return rectify(withoutActivation(layer, apply), { most, rule });
  };
}

/** What a layer gives before the function that is built into it. */
function withoutActivation(layer: tf.layers.Layer, apply: () => tf.Tensor): tf.Tensor {
  if (!isActivated(layer)) return apply();
  const { activation } = layer;
  layer.activation = LINEAR.activation;
  try {
    return apply();
  } finally {
    layer.activation = activation;
  }
}

const LINEAR = tf.layers.activation({ activation: 'linear' }) as unknown as Activated;

function rectify(
  input: tf.Tensor,
  { most, rule }: { readonly most: number | null; readonly rule: Exclude<BackwardRule, 'own'> },
): tf.Tensor {
  const operation = tf.customGrad((...given) => {
    const [x, save] = given as unknown as [tf.Tensor, tf.GradSaveFunc];
    save([x]);
    const value = most === null ? tf.relu(x) : tf.clipByValue(x, 0, most);
    const gradFunc = (dy: tf.Tensor, [saved]: tf.Tensor[]): tf.Tensor => {
      const positive = tf.relu(dy);
      if (rule === 'deconvolution' || saved === undefined) return positive;
      const above = tf.greater(saved, 0);
      const isOpen = most === null ? above : tf.logicalAnd(above, tf.less(saved, most));
      return tf.mul(positive, tf.cast(isOpen, 'float32'));
    };
    return { value, gradFunc };
  });
  return operation(input);
}
