import * as tf from '@tensorflow/tfjs';
import type { Random } from '@/lib/core/random';
import type { Shape } from '@/lib/core/tensor-type';
import { blur, clipSmallContribution, clipSmallNorm, rolled, type Raster } from '@/lib/inspect/regularise';
import type { ExciteRequest } from '@/lib/training/inspect/protocol';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { valueAndGradientOfUnit } from '@/lib/training/worker/inspect/why/gradient-of-unit';
import { drivenLayer, mapExtent, placeInside } from '@/lib/training/worker/inspect/why/unit-value';

/** A unit's answer to a picture as the network is given it, and which way it grows. */
export interface Answer {
  readonly activation: number;
  readonly gradient: Float32Array;
  /** Root mean square of the gradient; 0: nothing says which way to go. */
  readonly strength: number;
}

export interface Ascent {
  answer(image: Float32Array): Promise<Answer>;
  /** One step up from a picture; null where the gradient is zero. `activation` is of the picture before it. */
  step(
    image: Float32Array,
    step: number,
  ): Promise<{ readonly image: Float32Array | null; readonly activation: number }>;
}

export function createAscent(network: InspectNetwork, request: ExciteRequest, random: Random): Ascent {
  const { inputShape } = network.plan;
  const score = drivenLayer(network, request.unit);
  const place = placeInside(score.outputShape, request);
  const from = network.layerOf(network.inputNode).name;

  async function answer(image: Float32Array): Promise<Answer> {
    const input = tf.tensor(image, [1, ...inputShape]);
    const found = valueAndGradientOfUnit(network, { input, from, score: score.name, place, rule: 'own' }, input);
    try {
      if (found === null) return { activation: Number.NaN, gradient: new Float32Array(image.length), strength: 0 };
      const [activation] = await found.value.data();
      const gradient = Float32Array.from(await found.gradient.data());
      return { activation: activation ?? Number.NaN, gradient, strength: rootMeanSquare(gradient) };
    } finally {
      tf.dispose([input, ...(found === null ? [] : [found.value, found.gradient])]);
    }
  }

  /** Of the picture moved by a few pixels, as `jitter` says; the gradient is moved back. */
  async function answerMoved(image: Float32Array): Promise<Answer> {
    const { jitter } = request;
    if (jitter <= 0) return answer(image);
    const [down, right] = [random.below(2 * jitter + 1) - jitter, random.below(2 * jitter + 1) - jitter];
    const moved = await answer(rolled(rasterOf(inputShape, image), down, right));
    return { ...moved, gradient: rolled(rasterOf(inputShape, moved.gradient), -down, -right) };
  }

  return {
    answer,
    async step(image, step) {
      const { activation, gradient, strength } = await answerMoved(image);
      if (!(strength > 0)) return { image: null, activation };
      const factor = request.learningRate / strength;
      const next = image.map((value, at) => (value + factor * (gradient[at] ?? 0)) * (1 - request.decay));
      regularise(rasterOf(inputShape, next), { request, gradient, step });
      return { image: next, activation };
    },
  };
}

function regularise(
  raster: Raster,
  parts: { readonly request: ExciteRequest; readonly gradient: Float32Array; readonly step: number },
): void {
  const { blurRadius, blurEvery, clipSmallNorm: norm, clipSmallContribution: contribution } = parts.request;
  if (blurRadius > 0 && blurEvery > 0 && parts.step % blurEvery === 0) blur(raster, blurRadius);
  if (norm > 0) clipSmallNorm(raster, norm);
  if (contribution > 0) clipSmallContribution(raster, parts.gradient, contribution);
}

/** A sequence is one column wide; the numbers of a row of features count as its pixels. */
function rasterOf(shape: Shape, values: Float32Array): Raster {
  const [rows, columns] = mapExtent(shape) ?? [1, shape[0] ?? 1];
  return { rows, columns, channels: values.length / (rows * columns), values };
}

function rootMeanSquare(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum / values.length);
}
