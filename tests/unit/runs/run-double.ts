import type { Document } from '@/lib/document/document';
import { documentFile } from '@/lib/document/save';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import type { KeptRun, RunRecord } from '@/lib/runs/run-record';

export const lenet5: Document = buildLenet5();

/** A run as it may stand in storage. */
export function keptRun(id: string, change: Partial<RunRecord> = {}, document: Document = lenet5): KeptRun {
  return {
    record: {
      id,
      name: id,
      tags: [],
      note: '',
      createdAt: 0,
      changedAt: 0,
      design: 'design-1',
      parent: null,
      data: { id: 'mnist', title: 'MNIST', training: 54_000, validation: 6000, test: 10_000, isSynthetic: false },
      backend: 'wasm',
      machine: { userAgent: 'test', cores: 2, gibibytes: 8, renderer: null },
      status: 'finished',
      study: null,
      outcome: null,
      last: null,
      epochs: 0,
      params: 61_706,
      test: null,
      kept: [],
      ...change,
    },
    document: documentFile(document),
    curves: {
      losses: Float32Array.of(2, 1),
      scores: Float32Array.of(0.25, 0.5),
      times: Float32Array.of(2, 0.125),
      epochs: [],
    },
    report: null,
  };
}

export function renamed(name: string, document: Document = lenet5): Document {
  return { ...document, name };
}
