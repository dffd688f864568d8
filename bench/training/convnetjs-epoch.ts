import { Net, Trainer, Vol } from 'convnetjs';
import type { Samples } from '@/lib/training/worker/samples';

/** LeNet-5 as the template has it. ConvNetJS 0.3.0 knows no Adam: plain momentum, which is less work. */
const LAYERS = [
  { type: 'input', out_sx: 28, out_sy: 28, out_depth: 1 },
  { type: 'conv', sx: 5, filters: 6, stride: 1, pad: 2, activation: 'tanh' },
  { type: 'pool', sx: 2, stride: 2 },
  { type: 'conv', sx: 5, filters: 16, stride: 1, pad: 0, activation: 'tanh' },
  { type: 'pool', sx: 2, stride: 2 },
  { type: 'fc', num_neurons: 120, activation: 'tanh' },
  { type: 'fc', num_neurons: 84, activation: 'tanh' },
  { type: 'softmax', num_classes: 10 },
];

/** Trains on the first samples, one by one as ConvNetJS does, a step of the weights after each batch. */
export function createConvnetjsEpoch(source: Samples, batchSize: number): (examples: number) => void {
  const net = new Net();
  net.makeLayers(LAYERS);
  const trainer = new Trainer(net, { method: 'sgd', learning_rate: 0.001, momentum: 0.9, batch_size: batchSize });
  const column = source.targets[0];
  return (examples) => {
    for (let sample = 0; sample < examples; sample += 1) {
      const volume = new Vol(28, 28, 1, 0);
      source.read([sample]).forEach((value, at) => (volume.w[at] = value / 255));
      trainer.train(volume, column?.kind === 'classes' ? (column.classes[sample] ?? 0) : 0);
    }
  };
}
