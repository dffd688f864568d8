import type { Comparison } from '@/lib/analysis/compare/compare-designs';
import type { Standing } from '@/lib/analysis/compare/rows';
import { addedDatasets } from '@/lib/datasets/registry';
import type { Document } from '@/lib/document/document';
import type { CompareReply, CompareRequest, ToldSubject } from '@/components/compare/protocol';

/** As `ToldSubject`, with every document: the client knows which the worker has. */
export type AskedSubject =
  | Extract<ToldSubject, { kind: 'template' }>
  | (Omit<Extract<ToldSubject, { kind: 'design' }>, 'document'> & { readonly document: Document });

export interface Asked {
  readonly subjects: readonly AskedSubject[];
  readonly batchSize: number;
  readonly before: Standing;
}

/** The part of a worker that is used. */
export interface ComparePort {
  postMessage(request: CompareRequest): void;
  onmessage: ((event: MessageEvent<CompareReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface CompareClient {
  /** Replaces a request that still waits; its outcome is told once to what `createCompareClient` was given. */
  ask(asked: Asked): void;
  dispose(): void;
}

export type Outcome = { readonly comparison: Comparison } | { readonly failure: string };

/** One request at a time; while one is worked on, only the latest waits, so that typing leaves no queue behind it. */
export function createCompareClient(worker: ComparePort, onOutcome: (outcome: Outcome) => void): CompareClient {
  const told = new Map<string, Document>();
  let waiting: Asked | null = null;
  let isBusy = false;
  let lastId = 0;

  function send({ subjects, batchSize, before }: Asked): void {
    isBusy = true;
    const request = { id: (lastId += 1), subjects: subjects.map(tell), batchSize, before, datasets: addedDatasets() };
    worker.postMessage(request);
  }

  function tell(subject: AskedSubject): ToldSubject {
    if (subject.kind === 'template') return subject;
    const isKnown = told.get(subject.key) === subject.document;
    told.set(subject.key, subject.document);
    return isKnown ? { ...subject, document: null } : subject;
  }

  worker.onmessage = ({ data }) => {
    isBusy = false;
    // One that a newer request waits behind is out of date already.
    if (waiting === null) onOutcome(data);
    const next = waiting;
    waiting = null;
    if (next !== null) send(next);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    isBusy = false;
    onOutcome({ failure: event.message });
  };

  return {
    ask(asked) {
      if (isBusy) waiting = asked;
      else send(asked);
    },
    dispose: () => worker.terminate(),
  };
}
