import * as tf from '@tensorflow/tfjs';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import type { Document } from '@/lib/document/document';
import { buildModel, readWeights } from '@/lib/training/worker/build-model';

export interface Inside {
  readonly analysis: Analysis;
  readonly weights: readonly NamedTensor[];
  /** What TensorFlow.js gives for one random sample, without the batch axis. */
  output(layer: string): { readonly shape: readonly number[]; readonly values: Float32Array };
}

/** A design as TensorFlow.js computes it, with biases that are not 0. */
export async function lookInside(document: Document): Promise<Inside> {
  const analysis = analyze(document, null);
  const plan = compile(document, analysis);
  if (!plan.ok) throw new Error(`the design does not compile: ${JSON.stringify(plan.error)}`);
  const model = await buildModel(plan.value, kerasJson(plan.value, 3));
  model.setWeights(model.getWeights().map((weight, at) => tf.randomUniform(weight.shape, 0.1, 1, 'float32', at)));
  const weights = await readWeights(plan.value, model);
  const sample = tf.randomNormal([1, ...plan.value.inputShape], 0, 1, 'float32', 5);
  return {
    analysis,
    weights,
    output(layer) {
      const inner = tf.model({ inputs: model.inputs, outputs: model.getLayer(layer).output });
      const output = inner.predict(sample) as tf.Tensor;
      return { shape: output.shape.slice(1), values: output.dataSync() as Float32Array };
    },
  };
}
