import { createStore, type StoreApi } from 'zustand/vanilla';
import { mapOf, type DataMap, type MapChoice, type MapOf } from '@/components/inspect/map/data-map';
import { isSameMap, keepMap } from '@/components/inspect/map/kept-maps';
import type { MapJob, MapReply } from '@/components/inspect/map/protocol';
import type { NodeId } from '@/lib/core/ids';
import { LEAST_SAMPLES } from '@/lib/inspect/map/embedding';
import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { Failure } from '@/lib/training/protocol';

export type MapProgress =
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'placing'; readonly step: number; readonly steps: number };

export interface MapState {
  readonly choice: MapChoice;
  /** What is seen: while that of another layer is being made, the one before until its first points are there. */
  readonly map: DataMap | null;
  /** Finished ones, of one and the same weights. */
  readonly kept: readonly DataMap[];
  /** What is being made, and how far it is. */
  readonly making: MapOf | null;
  readonly progress: MapProgress | null;
  /** The layer whose map was stopped or failed: it does not begin again by itself. */
  readonly given: NodeId | null;
  readonly failure: Failure | 'few' | 'worker' | null;
}

export interface MapOrder {
  readonly subject: InspectSubject;
  readonly layer: NodeId;
  readonly actions: Pick<InspectActions, 'call' | 'onEvent'>;
}

/** The worker that places samples, as it is used here. */
export type MapWorker = Pick<Worker, 'onmessage' | 'onerror' | 'postMessage' | 'terminate'>;

export interface Maps {
  readonly store: StoreApi<MapState>;
  choose(change: Partial<MapChoice>): void;
  /** What a person asks for: shown at once where it is at hand and not seen already, else made. */
  make(order: MapOrder): Promise<void>;
  /** The chosen layer's map in place of another one's, once a first one was asked for. */
  follow(order: MapOrder): Promise<void>;
  /** What is there stays as it is. */
  stop(actions: Pick<InspectActions, 'call'>): void;
}

const IDLE = { making: null, progress: null } as const;

export function createMaps(startWorker: () => MapWorker): Maps {
  const store = createStore<MapState>(() => ({
    choice: { method: 'umap', split: 'test', count: 500, pooled: true, neighbours: 15, seed: 1 },
    map: null,
    kept: [],
    ...IDLE,
    given: null,
    failure: null,
  }));
  let worker: MapWorker | null = null;
  /** Goes up with every map that is begun or given up. */
  let turn = 0;

  async function show(of: MapOf, order: MapOrder): Promise<void> {
    const { map, kept } = store.getState();
    const known = kept.find((one) => one !== map && isSameMap(one.of, of));
    giveUp(order.actions);
    store.setState({ given: null, failure: null });
    if (known === undefined) return read(of, order);
    store.setState({ map: known });
  }

  async function read(of: MapOf, { actions }: MapOrder): Promise<void> {
    const own = (turn += 1);
    const { layer, split, count: mostSamples, pooled } = of;
    store.setState({ making: of, progress: { kind: 'reading', done: 0, total: 0 } });
    const stopListening = actions.onEvent((event) => {
      if (event.kind === 'progress' && event.call === 'activations' && own === turn)
        store.setState({ progress: { kind: 'reading', done: event.done, total: event.total } });
    });
    const reply = await actions.call('activations', { layer, split, mostSamples, pooled });
    stopListening();
    if (own !== turn) return;
    if (!reply.ok) return fail(of, reply.error);
    // Other weights have come in between: what was read is of none.
    if (reply.value === null) return store.setState(IDLE);
    const { indices: samples, labels, width, values } = reply.value;
    if (samples.length < LEAST_SAMPLES) return fail(of, 'few');
    const empty = { of, samples, labels, width, points: new Float32Array(), isDone: false, shares: null, trust: null };
    place({ data: { count: samples.length, width, values }, ...of }, empty, own);
  }

  function place({ data, method, seed, neighbours }: MapJob, map: DataMap, own: number): void {
    let latest = map;
    const begun = startWorker();
    worker = begun;
    store.setState({ progress: { kind: 'placing', step: 0, steps: 0 } });
    begun.onmessage = ({ data: reply }: MessageEvent<MapReply>) => {
      if (own !== turn) return;
      if (reply.kind === 'failed') return fail(map.of, 'worker');
      if (reply.kind === 'done') {
        latest = { ...latest, shares: reply.shares, trust: reply.trust };
        store.setState({ map: latest, kept: keepMap(store.getState().kept, latest), ...IDLE });
        return end();
      }
      latest = { ...latest, points: reply.points, isDone: reply.isDone };
      store.setState({ map: latest, progress: { kind: 'placing', step: reply.step, steps: reply.steps } });
    };
    begun.onerror = () => {
      if (own === turn) fail(map.of, 'worker');
    };
    begun.postMessage({ data, method, seed, neighbours } satisfies MapJob, [data.values.buffer]);
  }

  function fail({ layer }: MapOf, failure: MapState['failure']): void {
    end();
    store.setState({ ...IDLE, given: layer, failure });
  }

  function end(): void {
    worker?.terminate();
    worker = null;
  }

  function giveUp(actions: Pick<InspectActions, 'call'>): void {
    const { progress } = store.getState();
    turn += 1;
    end();
    if (progress?.kind === 'reading') void actions.call('stop', { call: 'activations' });
    if (progress !== null) store.setState(IDLE);
  }

  return {
    store,
    choose(change) {
      store.setState(({ choice }) => ({ choice: { ...choice, ...change } }));
    },
    make: (order) => show(mapOf(store.getState().choice, order.subject, order.layer), order),
    async follow(order) {
      const { subject, layer, actions } = order;
      const { map, making, given, choice } = store.getState();
      const last = making ?? map?.of;
      if (last === undefined || !isOfSubject(last, subject)) return making === null ? undefined : giveUp(actions);
      if (last.layer === layer || (making === null && given === layer)) return;
      const isBack = map?.of.layer === layer && map.trust !== null;
      return isBack ? giveUp(actions) : show(mapOf(choice, subject, layer), order);
    },
    stop(actions) {
      store.setState(({ making }) => ({ given: making?.layer ?? null }));
      giveUp(actions);
    },
  };
}

/** A map of other data, or of a layer that is not there any more, is none. */
export function isOfSubject({ dataset, layer }: MapOf, subject: InspectSubject): boolean {
  return dataset === subject.dataset.id && subject.layers.some(({ node }) => node === layer);
}
