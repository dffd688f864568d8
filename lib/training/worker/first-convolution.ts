import * as tf from '@tensorflow/tfjs';

/** What of tfjs's Conv2D is read here; protected in its types. */
interface ConvolutionParts {
  readonly kernel: tf.LayerVariable;
  readonly bias: tf.LayerVariable | null;
  readonly strides: [number, number];
  readonly padding: 'valid' | 'same';
  readonly dilationRate: readonly number[];
  readonly dataFormat: string;
  readonly activation: { getClassName(): string };
}

type Call = (inputs: tf.Tensor | tf.Tensor[], kwargs: unknown) => tf.Tensor | tf.Tensor[];

/** The layers that no trained weight lies before: nobody asks for the gradient of their input. */
function startsOfTraining(model: tf.LayersModel): readonly tf.layers.Layer[] {
  const trainedBehind = new Set<string>();
  const starts: tf.layers.Layer[] = [];
  for (const layer of model.layers) {
    const before = layer.inboundNodes.flatMap((node) => node.inboundLayers);
    const isBehind = before.some((inbound) => trainedBehind.has(inbound.name));
    if (layer.trainableWeights.length > 0 && !isBehind) starts.push(layer);
    if (layer.trainableWeights.length > 0 || isBehind) trainedBehind.add(layer.name);
  }
  return starts;
}

function isPlain({ dilationRate, dataFormat, activation }: ConvolutionParts): boolean {
  return (
    dilationRate.every((rate) => rate === 1) && dataFormat === 'channelsLast' && activation.getClassName() === 'linear'
  );
}

/**
 * Spares the first convolutions the gradient of the picture. tfjs's layer fuses the convolution with its bias, and the
 * fused operation computes every gradient, wanted or not: a quarter of LeNet-5's step. The plain operations give the same
 * values and only the gradients asked for.
 */
export function spareInputGradient(model: tf.LayersModel): void {
  for (const layer of startsOfTraining(model)) {
    const parts = layer as unknown as ConvolutionParts;
    if (layer.getClassName() !== 'Conv2D' || !isPlain(parts)) continue;
    const call: Call = (inputs) => tf.tidy(() => convolve(parts, inputs));
    Object.assign(layer, { call });
  }
}

function convolve({ kernel, bias, strides, padding }: ConvolutionParts, inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
  const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
  const output = tf.conv2d(input, kernel.read() as tf.Tensor4D, strides, padding);
  return bias === null ? output : tf.add(output, bias.read());
}
