import * as tf from '@tensorflow/tfjs';
import type { Attribution, AttributeReply, AttributeRequest } from '@/lib/training/inspect/protocol';
import { runLayers } from '@/lib/training/worker/inspect/run-layers';
import { gradCam } from '@/lib/training/worker/inspect/why/grad-cam';
import { gradientOfUnit } from '@/lib/training/worker/inspect/why/gradient-of-unit';
import { occlude } from '@/lib/training/worker/inspect/why/occlusion';
import { refused, type UnitAtInput } from '@/lib/training/worker/inspect/why/unit-at-input';
import { between, leadingTo } from '@/lib/training/worker/inspect/why/plan-ways';
import { countRectifiers, type BackwardRule } from '@/lib/training/worker/inspect/why/rectifiers';
import type { WhyWork } from '@/lib/training/worker/inspect/why/why-work';
import { indexOf, placeOf, scoreLayer } from '@/lib/training/worker/inspect/why/unit-value';

const GRADIENT_RULES: Readonly<Partial<Record<Attribution, BackwardRule>>> = {
  gradient: 'own',
  'gradient-input': 'own',
  'guided-backpropagation': 'guided',
  deconvolution: 'deconvolution',
};

/** What each number of the input, or of a layer's output, has to do with a unit; null when it was stopped. */
export async function attribute(work: WhyWork, request: AttributeRequest): Promise<AttributeReply | null> {
  const { network } = work;
  const input = network.inputTensor(request.input);
  try {
    const unit = await unitAt(work, request, input);
    if (request.method === 'grad-cam') return await gradCam(work, request, unit);
    if (request.method === 'occlusion') return await occlude(work, request, unit);
    return await byGradient(work, request, unit);
  } finally {
    input.dispose();
  }
}

async function unitAt({ network }: WhyWork, { unit, cell }: AttributeRequest, input: tf.Tensor): Promise<UnitAtInput> {
  const score = scoreLayer(network, unit).name;
  const [value] = runLayers(network, { given: given(network, input), wanted: [score] });
  if (value === undefined) throw new Error(`no output of ${score}`);
  try {
    const place = await placeOf(value, { unit, cell });
    const numbers = await value.data();
    return { input, score, place, activation: numbers[indexOf(value, place)] ?? Number.NaN };
  } finally {
    value.dispose();
  }
}

function given(network: WhyWork['network'], input: tf.Tensor): ReadonlyMap<string, tf.Tensor> {
  return new Map([[network.layerOf(network.inputNode).name, input]]);
}

async function byGradient(
  { network }: WhyWork,
  { method, at }: AttributeRequest,
  { input, score, place, activation }: UnitAtInput,
): Promise<AttributeReply> {
  const rule = GRADIENT_RULES[method] ?? 'own';
  const from = network.layerOf(at ?? network.inputNode).name;
  if (!leadingTo(network.plan, score).has(from)) return refused('not-before');
  const [value] = runLayers(network, { given: given(network, input), wanted: [from] });
  if (value === undefined) throw new Error(`no output of ${from}`);
  const gradient = gradientOfUnit(network, { input, from, score, place, rule }, value);
  const result = gradient === null || method !== 'gradient-input' ? gradient : tf.mul(gradient, value);
  try {
    if (result === null) return refused('no-gradient');
    return {
      kind: 'values',
      shape: result.shape.slice(1),
      values: Float32Array.from(await result.data()),
      activation,
      cell: place.cell,
      rectifiers: countRectifiers(between(network.plan, from, score), network.model),
      through: null,
    };
  } finally {
    tf.dispose([value, ...(gradient === null ? [] : [gradient]), ...(result === null ? [] : [result])]);
  }
}
