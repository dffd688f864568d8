import type { FileProblem } from '@/lib/core/file-problem';
import type { JsonObject } from '@/lib/core/json';
import { fail, succeed, type Result } from '@/lib/core/result';
import { listOf } from '@/lib/interop/json-access';
import type { KerasLayer, OpenShape } from '@/lib/interop/keras/network';

/** Layers that mean other places once the axes are in another order. */
const ORDERED: ReadonlySet<string> = new Set(['Reshape', 'Permute', 'Lambda', 'RepeatVector', 'Dot', 'TFOpLambda']);

export interface ChannelsLast {
  readonly layers: readonly KerasLayer[];
  /** The file had its channels first. */
  readonly isConverted: boolean;
}

/**
 * A network with its channels in the last axis, as everything here has them. Kernels look the same in both orders, and
 * Keras's Flatten turns channels first to channels last before it flattens, so the weights of what follows hold too.
 */
export function channelsLast(layers: readonly KerasLayer[]): Result<ChannelsLast, FileProblem> {
  const isFirst = layers.some(({ config }) => config.dataFormat === 'channels_first');
  if (!isFirst) return succeed({ layers, isConverted: false });
  const obstacle = layers.find(({ className }) => ORDERED.has(className));
  if (obstacle) return fail({ code: 'file/channels-first', values: { layer: obstacle.name } });
  const mixed = layers.find(({ config }) => config.dataFormat === 'channels_last');
  if (mixed) return fail({ code: 'file/channels-first', values: { layer: mixed.name } });
  return succeed({ layers: layers.map(turned), isConverted: true });
}

function turned(layer: KerasLayer): KerasLayer {
  const { dataFormat: _, ...config } = layer.config;
  const declared = layer.declared === null ? null : turnedShape(layer.declared);
  return { ...layer, declared, config: { ...config, ...turnedAxis(config), ...turnedInput(config) } };
}

/** Axis 1 is the channels of an image; of a vector it is the only axis, and the last one too. */
function turnedAxis({ axis }: JsonObject): JsonObject {
  const only = listOf(axis)?.length === 1 ? listOf(axis)?.[0] : axis;
  return only === 1 ? { axis: -1 } : {};
}

function turnedInput(config: JsonObject): JsonObject {
  const keys = ['batchInputShape', 'batchShape'].filter((key) => Object.hasOwn(config, key));
  return Object.fromEntries(
    keys.map((key) => {
      const [batch = null, ...sizes] = listOf(config[key]) ?? [];
      return [key, [batch, ...turnedShape(sizes as OpenShape)]];
    }),
  );
}

/** channels × height × width → height × width × channels; vectors stay. */
function turnedShape(shape: OpenShape): OpenShape {
  const [channels, ...places] = shape;
  return shape.length < 3 || channels === undefined ? shape : [...places, channels];
}
