import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { documentFile } from '@/lib/document/save';
import type { Document } from '@/lib/document/document';
import type { KeptRun, RunRecord } from '@/lib/runs/run-record';

/** A finished run of LeNet-5 of two epochs of three batches. */
export function makeRun(change: Partial<RunRecord> = {}, document: Document = buildLenet5()): KeptRun {
  const last = { epoch: 1, loss: 0.25, accuracy: 0.9, validationLoss: 0.3, validationAccuracy: 0.875 };
  const record: RunRecord = {
    id: 'run-1',
    name: 'First',
    tags: ['lecture'],
    note: 'as in the lecture',
    createdAt: 1_700_000_000_000,
    changedAt: 1_700_000_060_000,
    design: 'design-1',
    parent: null,
    data: { id: 'mnist', title: 'MNIST', training: 150, validation: 16, test: 10, isSynthetic: false },
    backend: 'wasm',
    machine: { userAgent: 'Browser/1', cores: 2, gibibytes: null, renderer: null },
    status: 'finished',
    study: null,
    outcome: { ended: 'finished', epochs: 2, batches: 6, backend: 'wasm', seconds: 3, divergence: null },
    last,
    epochs: 2,
    params: 61_706,
    test: { count: 3, accuracy: 2 / 3, loss: 0.28 },
    kept: [1],
    ...change,
  };
  return {
    record,
    document: documentFile(document),
    curves: {
      losses: Float32Array.of(2.3, 1.9, 1.2, 0.7, 0.3, 0.1),
      scores: Float32Array.of(0.1, 0.2, 0.5, 0.7, 0.8, 0.9),
      times: Float32Array.of(3, 1.5, 6, 3),
      epochs: [{ epoch: 0, loss: 1.8, accuracy: 0.27, validationLoss: 0.9, validationAccuracy: 0.75 }, last],
    },
    report: {
      count: 3,
      accuracy: 2 / 3,
      loss: 0.28,
      confusion: [
        [1, 1],
        [0, 1],
      ],
      outputs: null,
      predicted: Uint16Array.of(0, 1, 1),
      labels: Uint16Array.of(0, 0, 1),
    },
  };
}
