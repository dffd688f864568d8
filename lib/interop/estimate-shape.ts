import type { Shape } from '@/lib/core/tensor-type';
import { camelKeys, entryOf, listOf, recordOf, textOf } from '@/lib/interop/json-access';
import type { JsonObject } from '@/lib/core/json';

/**
 * What a Keras layer that we have no layer for gives, from Keras's own arithmetic; null where only a guess is left.
 * `input` and the result are without the batch axis.
 */
export function estimateShape(className: string, config: JsonObject, input: Shape): Shape | null {
  const places = input.slice(0, -1);
  const channels = input.at(-1) ?? 1;
  if (/^Global\w*Pooling/.test(className))
    return config.keepdims === true ? [...places.map(() => 1), channels] : [channels];
  if (/Pooling[123]D$/.test(className)) return windowed(places, config, channels, 'poolSize');
  if (/^(Depthwise|Separable)?Conv[123]D$/.test(className)) {
    const filters = numberOf(config.filters) ?? channels * (numberOf(config.depthMultiplier) ?? 1);
    return windowed(places, config, filters, 'kernelSize');
  }
  if (/^(LSTM|GRU|SimpleRNN)$/.test(className)) return recurrent(config, input);
  if (className === 'Bidirectional') return bidirectional(config, input);
  const units = numberOf(config.units);
  return className === 'Dense' && units !== null ? [...places, units] : null;
}

function windowed(places: Shape, config: JsonObject, channels: number, sizeKey: string): Shape | null {
  const sizes = places.map((_, axis) => alongAxis(config[sizeKey], axis) ?? 2);
  const out = places.map((size, axis) => {
    const window = ((sizes[axis] ?? 1) - 1) * (alongAxis(config.dilationRate, axis) ?? 1) + 1;
    const stride = alongAxis(config.strides, axis) ?? (sizeKey === 'poolSize' ? (sizes[axis] ?? 1) : 1);
    return config.padding === 'same' || config.padding === 'causal'
      ? Math.ceil(size / stride)
      : Math.floor((size - window) / stride) + 1;
  });
  return out.every((size) => Number.isInteger(size) && size >= 1) ? [...out, channels] : null;
}

function recurrent(config: JsonObject, [steps = 1]: Shape): Shape | null {
  const units = numberOf(config.units);
  if (units === null) return null;
  return config.returnSequences === true ? [steps, units] : [units];
}

function bidirectional(config: JsonObject, input: Shape): Shape | null {
  const inner = entryOf(config, 'layer');
  const innerConfig = camelKeys(recordOf(entryOf(inner, 'config')) ?? {});
  const shape = estimateShape(textOf(entryOf(inner, 'class_name')) ?? '', innerConfig, input);
  if (shape === null || (config.mergeMode ?? 'concat') !== 'concat') return shape;
  return [...shape.slice(0, -1), 2 * (shape.at(-1) ?? 1)];
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : null;
}

function alongAxis(value: unknown, axis: number): number | null {
  return numberOf(value) ?? numberOf(listOf(value)?.[axis]);
}
