import type { Checkpoint, RunPlace } from '@/lib/training/checkpoints/checkpoint';

/** A state whose only weight is the number of its batches. */
export function checkpointAt(place: Partial<RunPlace>): Checkpoint {
  const batches = place.batches ?? 0;
  return {
    weights: [{ name: 'dense_1/bias', shape: [1], values: Float32Array.of(batches) }],
    memory: {
      place: { epoch: 0, batch: 0, batches, ...place },
      learner: { tensors: [] },
      layerSteps: {},
      epochSums: { examples: 0, loss: 0, score: 0 },
      seconds: 1,
      losses: new Float32Array(batches),
      scores: new Float32Array(batches),
      times: new Float32Array(),
      epochs: [],
    },
  };
}
