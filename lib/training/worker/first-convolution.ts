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
 * fused operation computes every gradient, wanted or not: a quarter of LeNet-5's step. Here the picture is no input of the
 * operation, so that its gradient is not asked for; the values are the same.
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
  const filter = kernel.read() as tf.Tensor4D;
  if (bias === null) return tf.conv2d(input, filter, strides, padding);
  const withoutInput = tf.customGrad((...given) => {
    const [weights, biases, save] = given as unknown as [tf.Tensor4D, tf.Tensor1D, tf.GradSaveFunc];
    // What a layer before it made of the picture is gone by the time of the gradient, unless it is saved.
    save([input]);
    const value = tf.fused.conv2d({ x: input, filter: weights, bias: biases, strides, pad: padding });
    const gradFunc = (dy: tf.Tensor, [x]: tf.Tensor[]): tf.Tensor[] => [
      kernelGradient(x as tf.Tensor4D, { dy, filterShape: weights.shape, strides, pad: padding }),
      tf.sum(dy, [0, 1, 2]),
    ];
    return { value, gradFunc };
  });
  return withoutInput(filter, bias.read());
}

function kernelGradient(
  x: tf.Tensor4D,
  { dy, ...how }: { dy: tf.Tensor; filterShape: number[]; strides: [number, number]; pad: 'valid' | 'same' },
): tf.Tensor {
  const attrs = { ...how, dataFormat: 'NHWC' };
  return tf.engine().runKernel('Conv2DBackpropFilter', { x, dy }, attrs) as tf.Tensor;
}
