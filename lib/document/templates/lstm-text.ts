import { applyCommand } from '@/lib/document/apply-command';
import type { Document } from '@/lib/document/document';
import { buildChain, withoutDataset } from '@/lib/document/templates/build-chain';

/**
 * Keras's old example imdb_lstm (François Chollet and others): is a film review friendly? 80 words out of the 20,000 most
 * frequent, 128 numbers each, one LSTM (Hochreiter & Schmidhuber, "Long Short-Term Memory", Neural Computation 1997) of 128
 * units. 2,560,000 + 131,584 + 129 parameters. The example's dropout of 0.2 between steps, which needs the same mask at every
 * step, is left out.
 */
export function buildLstmText(): Document {
  const document = buildChain('LSTM for text', [
    ['input', { shape: [80] }],
    ['embedding', { vocabulary: 20_000, width: 128 }],
    ['lstm', { units: 128 }],
    ['dense', { units: 1 }],
    ['sigmoid'],
  ]);
  return applyCommand(withoutDataset(document), { kind: 'set-training', settings: { loss: 'binary-cross-entropy' } });
}
