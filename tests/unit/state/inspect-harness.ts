import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import type { Locale } from '@/lib/core/locale';
import { succeed, type Result } from '@/lib/core/result';
import { datasetById } from '@/lib/datasets/registry';
import type { Document } from '@/lib/document/document';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { createInspectStore, type InspectStore } from '@/lib/state/inspect';
import type { FoundWeights } from '@/lib/state/inspect-deps';
import type { InspectLink } from '@/lib/state/inspect-actions';
import type { WeightsChoice } from '@/lib/state/inspect-state';
import { taskOf } from '@/lib/state/task-of';
import type { InspectCall, InspectCalls, InspectEvent, LookReply } from '@/lib/training/inspect/protocol';
import type { Failure } from '@/lib/training/protocol';

type Reply = Result<InspectCalls[InspectCall][1], Failure>;

interface Asked {
  readonly name: InspectCall;
  readonly request: InspectCalls[InspectCall][0];
  readonly answer: (reply: Reply) => void;
}

export const flush = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};

export const lenet = buildLenet5();
export const weightsOfOne = (value: number): FoundWeights['weights'] => [
  { name: 'conv2d_1/kernel', shape: [5, 5, 1, 6], values: new Float32Array(150).fill(value) },
];
export const weightsOfRun = (
  source: FoundWeights['source'],
  value: number,
  epoch: FoundWeights['epoch'] = null,
): FoundWeights => ({ source, run: 'run', epoch, weights: weightsOfOne(value), isComplete: true });
export const START = weightsOfOne(0.1);

export const seen: LookReply = { layers: [], miniatures: [], output: Float32Array.of(1), milliseconds: 1 };

/** A worker that answers what a test tells it to, and everything the store asks the page for. */
export function createInspectBench(): InspectBench {
  const asked: Asked[] = [];
  const timers: { readonly task: () => void; readonly ms: number; isOver: boolean }[] = [];
  const page: Page = {
    document: lenet,
    weights: 'start',
    mark: 'a',
    now: 0,
    design: 'first',
    isGone: false,
    locale: 'en',
  };
  let news = (): void => {};
  let emit: (event: InspectEvent) => void = () => {};
  let disposed = 0;
  const link: InspectLink = {
    call: (name, request) =>
      new Promise((resolve) => asked.push({ name, request, answer: resolve as Asked['answer'] })),
    dispose: () => {
      disposed += 1;
    },
  };
  const inspect = createInspectStore({
    connect: (onEvent) => {
      emit = onEvent;
      return link;
    },
    designId: () => page.design,
    design: () => Promise.resolve(page.isGone ? null : page.document),
    analyze: (document, withData) => analyze(document, withData === 'alone' ? null : taskOf(document)),
    compile(document, analysis) {
      const plan = compile(document, analysis);
      return plan.ok ? { plan: plan.value, model: kerasJson(plan.value, document.training.seed) } : null;
    },
    dataset: datasetById,
    weights: () => Promise.resolve(page.weights),
    weightsMark: (choice: WeightsChoice) => `${JSON.stringify(choice)} ${page.mark}`,
    onNews: (listener) => {
      news = listener;
      return () => {
        news = () => {};
      };
    },
    locale: () => page.locale,
    baseUrl: () => 'http://localhost/',
    now: () => page.now,
    timer: {
      after(ms, task) {
        const timer = { task, ms, isOver: false };
        timers.push(timer);
        return () => {
          timer.isOver = true;
        };
      },
    },
  });
  const pending = (name: InspectCall): readonly Asked[] => asked.filter((one) => one.name === name);
  return {
    inspect,
    page,
    asked: pending,
    emit: (event) => emit(event),
    news: () => news(),
    disposed: () => disposed,
    async answer(name, reply) {
      const call = pending(name).at(-1);
      if (call === undefined) throw new Error(`nobody asked for ${name}`);
      call.answer(reply);
      await flush();
    },
    async wait(ms) {
      page.now += ms;
      for (const timer of timers) {
        if (timer.isOver || timer.ms > ms) continue;
        timer.isOver = true;
        timer.task();
      }
      await flush();
    },
    async opened() {
      inspect.actions.open();
      await flush();
      await this.answer('open', succeed({ backend: 'wasm', weights: START }));
    },
    async withInput() {
      await this.opened();
      const sample = { index: 0, values: new Uint8Array(784).fill(255), label: 7, target: [] };
      await this.answer('read-samples', succeed({ samples: [sample] }));
    },
  };
}

interface Page {
  document: Document;
  weights: FoundWeights | 'start' | 'gone';
  mark: string;
  design: string;
  now: number;
  isGone: boolean;
  locale: Locale;
}

export interface InspectBench {
  readonly inspect: InspectStore;
  /** What the page says when it is asked. */
  readonly page: Page;
  readonly asked: (name: InspectCall) => readonly Asked[];
  readonly emit: (event: InspectEvent) => void;
  readonly news: () => void;
  readonly disposed: () => number;
  readonly answer: (name: InspectCall, reply: Reply) => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
  opened(): Promise<void>;
  withInput(): Promise<void>;
}
