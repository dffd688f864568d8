import * as tf from '@tensorflow/tfjs';
import { isRectifier, makesShares } from '@/lib/layers/keras-classes';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';
import type { Cell, UnitRef } from '@/lib/training/inspect/protocol';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { layerNamed } from '@/lib/training/worker/inspect/why/plan-ways';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';

/**
 * The layer whose number speaks for the unit. For a class of the network's output that is what goes into the softmax: its
 * own gradient is as much about the other classes (Simonyan, Vedaldi & Zisserman 2014, section 3).
 */
export function scoreLayer({ plan, layerOf }: InspectNetwork, { layer }: UnitRef): PlanLayer {
  const own = layerOf(layer);
  return makesShares(own.callee) && plan.outputs.includes(own.name) ? before(plan, own) : own;
}

/** The same, and of a ReLU what goes into it: where it is silent, no gradient comes out of it. */
export function drivenLayer(network: InspectNetwork, unit: UnitRef): PlanLayer {
  const layer = scoreLayer(network, unit);
  return isRectifier(layer.callee) ? before(network.plan, layer) : layer;
}

function before(plan: ModelPlan, { inputs }: PlanLayer): PlanLayer {
  return layerNamed(plan, inputs[0] ?? '');
}

/** One unit of a layer's output: the channel, and where in its map. */
export interface UnitPlace {
  readonly channel: number;
  /** null: the output has no places. */
  readonly cell: Cell | null;
}

/** Rows and columns of a layer's maps, without the batch axis; null: it gives a vector. */
export function mapExtent(shape: readonly number[]): Cell | null {
  const [rows, columns] = shape;
  if (shape.length === 3) return [rows ?? 1, columns ?? 1];
  return shape.length === 2 ? [rows ?? 1, 1] : null;
}

/** The unit's number in a value of its layer, as a scalar. */
export function pick(value: tf.Tensor, { channel, cell }: UnitPlace): tf.Scalar {
  const [row, column] = cell ?? [0, 0];
  const places = value.rank === 4 ? [row, column] : value.rank === 3 ? [row] : [];
  return tf.reshape(
    tf.slice(
      value,
      [0, ...places, channel],
      value.shape.map(() => 1),
    ),
    [],
  );
}

/** Where the unit's number stands among all of a value of its layer, read out. */
export function indexOf({ shape, rank }: tf.Tensor, { channel, cell }: UnitPlace): number {
  const columns = rank === 4 ? (shape[2] ?? 1) : 1;
  return ((cell?.[0] ?? 0) * columns + (cell?.[1] ?? 0)) * (shape.at(-1) ?? 1) + channel;
}

/** Where the unit is: the cell asked for, within its map; or the one that is excited most in this value of its layer. */
export async function placeOf(
  value: tf.Tensor,
  { unit, cell }: { readonly unit: UnitRef; readonly cell: Cell | null },
): Promise<UnitPlace> {
  const shape = value.shape.slice(1);
  const { channel } = unit;
  requireChannel(shape, unit);
  const extent = mapExtent(shape);
  if (extent === null) return { channel, cell: null };
  return { channel, cell: cell === null ? await strongest(value, { channel, extent }) : within(cell, extent) };
}

/** Without a look at any value: the cell asked for, or the middle of the map. */
export function placeInside(
  shape: readonly number[],
  { unit: { layer, channel }, cell }: { readonly unit: UnitRef; readonly cell: Cell | null },
): UnitPlace {
  requireChannel(shape, { layer, channel });
  const extent = mapExtent(shape);
  if (extent === null) return { channel, cell: null };
  const middle: Cell = [Math.floor(extent[0] / 2), Math.floor(extent[1] / 2)];
  return { channel, cell: within(cell ?? middle, extent) };
}

function requireChannel(shape: readonly number[], { layer, channel }: UnitRef): void {
  if (channel >= 0 && channel < (shape.at(-1) ?? 0)) return;
  throw new WorkerFailure('training/internal', `there is no unit ${channel}`, layer);
}

function within([row, column]: Cell, [rows, columns]: Cell): Cell {
  return [Math.min(Math.max(0, row), rows - 1), Math.min(Math.max(0, column), columns - 1)];
}

async function strongest(
  value: tf.Tensor,
  { channel, extent: [, columns] }: { readonly channel: number; readonly extent: Cell },
): Promise<Cell> {
  const values = await value.data();
  const channels = value.shape.at(-1) ?? 1;
  let best = channel;
  for (let at = channel; at < values.length; at += channels) {
    if ((values[at] ?? 0) > (values[best] ?? 0)) best = at;
  }
  const place = Math.floor(best / channels);
  return [Math.floor(place / columns), place % columns];
}
