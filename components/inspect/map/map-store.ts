import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { createStore } from 'zustand/vanilla';
import type { MapJob, MapReply } from '@/components/inspect/map/protocol';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { NodeId } from '@/lib/core/ids';
import { LEAST_SAMPLES, type MapMethod } from '@/lib/inspect/map/embedding';
import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { Split } from '@/lib/training/inspect/protocol';
import type { Failure } from '@/lib/training/protocol';

export interface MapChoice {
  readonly method: MapMethod;
  readonly split: Split;
  readonly count: number;
  /** Maps as the mean of each channel. */
  readonly pooled: boolean;
  readonly neighbours: number;
  readonly seed: number;
}

/** What a map is of. */
export interface MapOf extends MapChoice {
  readonly layer: NodeId;
  readonly weights: readonly NamedTensor[];
  readonly dataset: string;
}

export interface DataMap {
  readonly of: MapOf;
  /** Numbers in the split. */
  readonly samples: readonly number[];
  /** Empty: the data have no classes. */
  readonly labels: Uint16Array;
  readonly width: number;
  readonly points: Float32Array;
  readonly isDone: boolean;
  readonly shares: readonly [number, number] | null;
  /** Null: not measured yet. */
  readonly trust: number | null;
}

export type MapProgress =
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'placing'; readonly step: number; readonly steps: number };

export interface MapState {
  readonly choice: MapChoice;
  readonly map: DataMap | null;
  readonly progress: MapProgress | null;
  readonly failure: Failure | 'few' | 'worker' | null;
}

const store = createStore<MapState>(() => ({
  choice: { method: 'umap', split: 'test', count: 500, pooled: true, neighbours: 15, seed: 1 },
  map: null,
  progress: null,
  failure: null,
}));

/** Outlives the view, which is gone while another one is open. */
export function useDataMap<T>(select: (state: MapState) => T): T {
  return useStore(store, useShallow(select));
}

export function chooseMap(change: Partial<MapChoice>): void {
  store.setState({ choice: { ...store.getState().choice, ...change } });
}

let worker: Worker | null = null;
/** Goes up with every map that is begun or given up. */
let turn = 0;

export interface MapOrder {
  readonly subject: InspectSubject;
  readonly layer: NodeId;
  readonly actions: Pick<InspectActions, 'call' | 'onEvent'>;
}

/** Reads a layer's activations, then places the samples; what comes of it fills in on the way. */
export async function makeMap({ subject, layer, actions }: MapOrder): Promise<void> {
  stopMap(actions);
  const own = (turn += 1);
  const { choice } = store.getState();
  const { split, count: mostSamples, pooled } = choice;
  store.setState({ progress: { kind: 'reading', done: 0, total: 0 }, failure: null });
  const stopListening = actions.onEvent((event) => {
    if (event.kind === 'progress' && event.call === 'activations' && own === turn)
      store.setState({ progress: { kind: 'reading', done: event.done, total: event.total } });
  });
  const reply = await actions.call('activations', { layer, split, mostSamples, pooled });
  stopListening();
  if (own !== turn) return;
  if (!reply.ok) return store.setState({ progress: null, failure: reply.error });
  if (reply.value === null) return store.setState({ progress: null });
  const { indices: samples, labels, width, values } = reply.value;
  if (samples.length < LEAST_SAMPLES) return store.setState({ progress: null, failure: 'few' });
  const of: MapOf = { ...choice, layer, weights: subject.weights, dataset: subject.dataset.id };
  const empty = { of, samples, labels, width, isDone: false, shares: null, trust: null };
  place({ data: { count: samples.length, width, values }, ...choice }, { ...empty, points: new Float32Array() }, own);
}

function place(job: MapJob, map: DataMap, own: number): void {
  let latest = map;
  const begun = new Worker(new URL('./map-worker.ts', import.meta.url), { type: 'module' });
  worker = begun;
  store.setState({ progress: { kind: 'placing', step: 0, steps: 0 } });
  begun.onmessage = ({ data }: MessageEvent<MapReply>) => {
    if (own !== turn) return;
    if (data.kind === 'failed') return fail();
    if (data.kind === 'done') {
      latest = { ...latest, shares: data.shares, trust: data.trust };
      store.setState({ map: latest, progress: null });
      return end();
    }
    latest = { ...latest, points: data.points, isDone: data.isDone };
    store.setState({ map: latest, progress: { kind: 'placing', step: data.step, steps: data.steps } });
  };
  begun.onerror = () => {
    if (own === turn) fail();
  };
  begun.postMessage(job, [job.data.values.buffer]);

  function fail(): void {
    end();
    store.setState({ progress: null, failure: 'worker' });
  }
}

function end(): void {
  worker?.terminate();
  worker = null;
}

/** What is there stays as it is. */
export function stopMap(actions: Pick<InspectActions, 'call'>): void {
  const { progress } = store.getState();
  turn += 1;
  end();
  if (progress?.kind === 'reading') void actions.call('stop', { call: 'activations' });
  if (progress !== null) store.setState({ progress: null });
}
