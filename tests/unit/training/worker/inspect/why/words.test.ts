/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import { buildChain } from '@/lib/document/templates/build-chain';
import type { Attribution } from '@/lib/training/inspect/protocol';
import { attribute } from '@/lib/training/worker/inspect/why/attribute';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { ATTRIBUTE, networkOf, planOf, workOn } from './networks';

const WORDS = buildChain('Words', [
  ['input', { shape: [5] }],
  ['embedding', { vocabulary: 7, width: 3 }],
  ['lstm', { units: 4 }],
  ['dense', { units: 1 }],
]);

describe('a network that reads words', () => {
  let network: InspectNetwork;
  beforeAll(async () => {
    await tf.setBackend('cpu');
    network = await networkOf(planOf(WORDS), { seed: 2 });
  });

  const asked = (method: Attribution, at: string | null) =>
    attribute(workOn(network), {
      ...ATTRIBUTE,
      ...{ method, at, input: Float32Array.of(1, 2, 3, 4, 5), unit: { layer: 'dense_1', channel: 0 } },
    });

  it.each(['gradient', 'gradient-input', 'guided-backpropagation', 'deconvolution'] as const)(
    'has no %s at the words, but an echo of every unit in the layer that looks them up',
    async (method) => {
      expect(await asked(method, null)).toEqual({ kind: 'refused', reason: 'no-gradient' });
      const echo = await asked(method, 'embedding_1');
      if (echo?.kind !== 'values') throw new Error(JSON.stringify(echo));
      expect(echo.shape).toEqual([5, 3]);
      expect(echo.values.some((value) => value !== 0)).toBe(true);
    },
  );
});
