import * as tf from '@tensorflow/tfjs';
import type { JsonObject } from '@/lib/core/json';
import type { ModelPlan } from '@/lib/compile/plan';
import type { KerasClass } from '@/lib/layers/keras-class-names';
import { gaussianNoise } from '@/lib/training/worker/custom-layers/gaussian-noise';
import { spatialDropout2d } from '@/lib/training/worker/custom-layers/spatial-dropout2d';
import { seededDropout } from '@/lib/training/worker/custom-layers/seeded-dropout';

/** A plan and its Keras JSON, as the page sends them, made from a model of tfjs's own. */
export interface Network {
  readonly plan: ModelPlan;
  readonly model: JsonObject;
}

const sizes = (shape: tf.Shape): number[] => shape.slice(1).map((size) => size ?? 0);

function describe(model: tf.LayersModel): Network {
  const layers = model.layers.map((layer) => ({
    name: layer.name,
    node: layer.name,
    callee: layer.getClassName() as KerasClass,
    args: {},
    inputs: layer.inboundNodes.flatMap((node) => node.inboundLayers.map((inbound) => inbound.name)),
    outputShape: sizes(layer.outputShape as tf.Shape),
    weights: layer.weights.map((weight) => ({
      name: weight.originalName.split('/').at(-1) ?? '',
      shape: weight.shape.map((size) => size ?? 0),
      trainable: weight.trainable,
    })),
  }));
  const first = layers[0];
  const last = layers.at(-1);
  if (first === undefined || last === undefined) throw new Error('an empty network');
  const plan: ModelPlan = {
    name: 'test',
    layers,
    inputs: [first.name],
    outputs: model.outputNames,
    inputShape: first.outputShape,
    outputShape: last.outputShape,
    params: model.countParams(),
    endsInSoftmax: last.callee === 'Softmax',
    trainingBytes: 1e6,
  };
  return { plan, model: model.toJSON(null, false) as unknown as JsonObject };
}

function chain(inputShape: number[], layers: readonly tf.layers.Layer[]): Network {
  const input = tf.input({ shape: inputShape, name: 'input' });
  const output = layers.reduce((tensor, layer) => layer.apply(tensor) as tf.SymbolicTensor, input);
  const model = tf.model({ inputs: input, outputs: output });
  const network = describe(model);
  model.dispose();
  return network;
}

const seeded = (seed: number): ReturnType<typeof tf.initializers.glorotUniform> =>
  tf.initializers.glorotUniform({ seed });

/** For the same pictures: tells their class and gives them back. */
export function twoOutputs(): Network {
  const input = tf.input({ shape: [8, 8, 1], name: 'input' });
  const flat = tf.layers.flatten({ name: 'flat' }).apply(input);
  const code = tf.layers
    .dense({ name: 'code', units: 12, activation: 'tanh', kernelInitializer: seeded(1) })
    .apply(flat) as tf.SymbolicTensor;
  const logits = tf.layers.dense({ name: 'logits', units: 4, kernelInitializer: seeded(2) }).apply(code);
  const classes = tf.layers.softmax({ name: 'classes', axis: -1 }).apply(logits) as tf.SymbolicTensor;
  const pixels = tf.layers.dense({ name: 'pixels', units: 64, kernelInitializer: seeded(3) }).apply(code);
  const again = tf.layers.reshape({ name: 'again', targetShape: [8, 8, 1] }).apply(pixels) as tf.SymbolicTensor;
  const model = tf.model({ inputs: input, outputs: [classes, again] });
  const network = describe(model);
  model.dispose();
  return network;
}

/** For pictures of 8 × 8 and four classes; with a convolution, pooling, batch normalisation and dropout. */
export function tinyNetwork(): Network {
  return chain(
    [8, 8, 1],
    [
      tf.layers.conv2d({ name: 'conv1', filters: 4, kernelSize: 3, kernelInitializer: seeded(1) }),
      tf.layers.batchNormalization({ name: 'norm1' }),
      tf.layers.reLU({ name: 'relu1' }),
      tf.layers.maxPooling2d({ name: 'pool1', poolSize: 2 }),
      seededDropout({ name: 'dropout1', rate: 0.25 }),
      tf.layers.flatten({ name: 'flat' }),
      tf.layers.dense({ name: 'dense1', units: 4, kernelInitializer: seeded(2) }),
      tf.layers.softmax({ name: 'softmax1', axis: -1 }),
    ],
  );
}

/** One layer that learns and one that draws: a graphics card has few programs to make for them. */
export function leastNetwork(): Network {
  return chain(
    [8, 8, 1],
    [
      tf.layers.flatten({ name: 'flat' }),
      seededDropout({ name: 'dropout1', rate: 0.25, seed: 5 }),
      tf.layers.dense({ name: 'dense1', units: 4, kernelInitializer: seeded(2) }),
      tf.layers.softmax({ name: 'softmax1', axis: -1 }),
    ],
  );
}

/** As `tinyNetwork`, with every kind of layer that draws at random while it learns. */
export function drawingNetwork(): Network {
  return chain(
    [8, 8, 1],
    [
      gaussianNoise({ name: 'noise1', stddev: 0.05, seed: 3 }),
      tf.layers.conv2d({ name: 'conv1', filters: 4, kernelSize: 3, kernelInitializer: seeded(1) }),
      tf.layers.batchNormalization({ name: 'norm1' }),
      tf.layers.reLU({ name: 'relu1' }),
      spatialDropout2d({ name: 'maps1', rate: 0.1, seed: 4 }),
      tf.layers.maxPooling2d({ name: 'pool1', poolSize: 2 }),
      tf.layers.flatten({ name: 'flat' }),
      seededDropout({ name: 'dropout1', rate: 0.25, seed: 5 }),
      tf.layers.dense({ name: 'dense1', units: 4, kernelInitializer: seeded(2) }),
      tf.layers.softmax({ name: 'softmax1', axis: -1 }),
    ],
  );
}
