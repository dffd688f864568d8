import type { Document, TrainingSettings } from '@/lib/document/document';

/** Kingma & Ba, "Adam", 2015, for the constants of Adam; 0.9 is the usual momentum and decay. */
export const DEFAULT_TRAINING: TrainingSettings = {
  dataset: 'mnist',
  loss: 'categorical-cross-entropy',
  optimizer: {
    name: 'adam',
    learningRate: 0.001,
    momentum: 0.9,
    decay: 0.9,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-7,
  },
  batchSize: 64,
  epochs: 2,
  seed: 1,
  dataShare: 1,
  validationShare: 0.1,
};

/** A design without layers. */
export function createDocument(name: string): Document {
  return { name, nodes: {}, edges: {}, training: DEFAULT_TRAINING, blocks: {}, outputs: [], silenced: [] };
}
