import * as tf from '@tensorflow/tfjs';
import type { AttributeReply, AttributeRequest } from '@/lib/training/inspect/protocol';
import type { PlanLayer } from '@/lib/compile/plan';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { runLayers } from '@/lib/training/worker/inspect/run-layers';
import { refused, type UnitAtInput } from '@/lib/training/worker/inspect/why/unit-at-input';
import { gradientOfUnit } from '@/lib/training/worker/inspect/why/gradient-of-unit';
import { leadingTo } from '@/lib/training/worker/inspect/why/plan-ways';
import { mapExtent } from '@/lib/training/worker/inspect/why/unit-value';
import type { WhyWork } from '@/lib/training/worker/inspect/why/why-work';

/**
 * Grad-CAM (Selvaraju et al. 2017, equations 1 and 2): the maps of a layer, each by the mean of the unit's gradient over
 * it, added up, what is below 0 left out, and enlarged to the input.
 */
export async function gradCam(
  { network }: WhyWork,
  { through }: AttributeRequest,
  { input, score, place, activation }: UnitAtInput,
): Promise<AttributeReply> {
  const extent = mapExtent(network.plan.inputShape);
  const layer = through === null ? lastWithPlaces(network, score) : network.layerOf(through);
  if (extent === null || layer === null || !hasPlaces(layer)) return refused('no-places');
  if (layer.name === score || !leadingTo(network.plan, score).has(layer.name)) return refused('not-before');
  const given = new Map([[network.layerOf(network.inputNode).name, input]]);
  const [maps] = runLayers(network, { given, wanted: [layer.name] });
  if (maps === undefined) throw new Error(`no output of ${layer.name}`);
  const gradient = gradientOfUnit(network, { input, from: layer.name, score, place, rule: 'own' }, maps);
  const kept = [maps, ...(gradient === null ? [] : [gradient])];
  try {
    if (gradient === null) return refused('no-gradient');
    const result = tf.tidy(() => enlarged(weighed(withColumns(maps), withColumns(gradient)), extent));
    kept.push(result);
    return {
      kind: 'values',
      shape: [...extent, 1],
      values: Float32Array.from(await result.data()),
      activation,
      cell: place.cell,
      rectifiers: 0,
      through: layer.node,
    };
  } finally {
    tf.dispose(kept);
  }
}

function hasPlaces({ outputShape }: PlanLayer): boolean {
  const [rows, columns] = mapExtent(outputShape) ?? [1, 1];
  return rows * columns > 1;
}

function lastWithPlaces({ plan }: InspectNetwork, score: string): PlanLayer | null {
  const leading = leadingTo(plan, score);
  return (
    plan.layers.filter((layer) => layer.name !== score && leading.has(layer.name) && hasPlaces(layer)).at(-1) ?? null
  );
}

/** A sequence is a picture one column wide. */
function withColumns(value: tf.Tensor): tf.Tensor4D {
  const [batch, length, channels] = value.shape;
  return value.rank === 4 ? (value as tf.Tensor4D) : tf.reshape(value, [batch ?? 1, length ?? 1, 1, channels ?? 1]);
}

function weighed(maps: tf.Tensor4D, gradient: tf.Tensor4D): tf.Tensor4D {
  const weights = tf.mean(gradient, [1, 2], true);
  return tf.relu(tf.sum(tf.mul(maps, weights), -1, true));
}

/** Bilinear, from the middles of the cells. */
function enlarged(map: tf.Tensor4D, [rows, columns]: readonly [number, number]): tf.Tensor4D {
  return tf.image.resizeBilinear(map, [rows, columns], false, true);
}
