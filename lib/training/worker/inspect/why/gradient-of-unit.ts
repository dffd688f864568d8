import * as tf from '@tensorflow/tfjs';
import { messageOf } from '@/lib/core/message-of';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { runLayers } from '@/lib/training/worker/inspect/run-layers';
import { backwardBy, type BackwardRule } from '@/lib/training/worker/inspect/why/rectifiers';
import { pick, type UnitPlace } from '@/lib/training/worker/inspect/why/unit-value';

export interface UnitWay {
  /** The scaled input, a batch of one. */
  readonly input: tf.Tensor;
  /** The plan layer whose output the gradient is with respect to. */
  readonly from: string;
  /** The plan layer whose number the unit is, and which. */
  readonly score: string;
  readonly place: UnitPlace;
  readonly rule: BackwardRule;
}

/** The unit's value as a function of a layer's output; ways around that layer come from the input. */
export function unitAfter(network: InspectNetwork, way: UnitWay): (value: tf.Tensor) => tf.Scalar {
  const { input, from, score, place, rule } = way;
  const apply = backwardBy(rule, network.model);
  return (value) => {
    const given = new Map([
      [network.layerOf(network.inputNode).name, input],
      [from, value],
    ]);
    const [result] = runLayers(network, { given, wanted: [score], apply });
    if (result === undefined) throw new Error(`no output of ${score}`);
    return pick(result, place);
  };
}

/** Both are the caller's to dispose. */
export interface ValueAndGradient {
  readonly value: tf.Scalar;
  /** With respect to a layer's output. */
  readonly gradient: tf.Tensor;
}

/** Of the unit, at this value of a layer's output; null: no gradient can be had. */
export function valueAndGradientOfUnit(network: InspectNetwork, way: UnitWay, at: tf.Tensor): ValueAndGradient | null {
  try {
    return tf.tidy(() => {
      const { value, grad } = tf.valueAndGrad(unitAfter(network, way))(at);
      return { value: value as tf.Scalar, gradient: grad };
    });
  } catch (error) {
    if (IS_NO_GRADIENT.test(messageOf(error))) return null;
    throw error;
  }
}

export function gradientOfUnit(network: InspectNetwork, way: UnitWay, at: tf.Tensor): tf.Tensor | null {
  const found = valueAndGradientOfUnit(network, way, at);
  found?.value.dispose();
  return found?.gradient ?? null;
}

/** What tfjs says where nothing leads back, where something on the way has no gradient, and of what is looked up. */
const IS_NO_GRADIENT = /cannot compute gradient|gradient of input indices must have/i;
