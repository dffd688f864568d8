import { createStore } from 'zustand/vanilla';
import type { NodeId } from '@/lib/core/ids';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Result } from '@/lib/core/result';
import { createFingerprint } from '@/lib/inspect/fingerprint';
import type { StorageFault } from '@/lib/platform/tables';
import type { KeptTops, TopsPlace, TopsStorage } from '@/lib/runs/kept-tops';
import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { ReadonlyStore } from '@/lib/state/store';
import type { InspectEvent, Split, TopReply } from '@/lib/training/inspect/protocol';
import type { Failure } from '@/lib/training/protocol';

/** Of which layer the best samples are wanted, and among how many. */
export interface TopsWish {
  readonly subject: InspectSubject;
  readonly layer: NodeId;
  readonly split: Split;
  readonly mostSamples: number;
}

export interface FoundTops extends KeptTops {
  /** All samples were gone through that were asked for. */
  readonly isWhole: boolean;
}

export interface TopsPass {
  readonly layer: NodeId;
  readonly split: Split;
  readonly gone: number;
  readonly total: number;
}

export interface TopsState {
  readonly wish: TopsWish | null;
  /** What is there for the wish; null: nothing, or it is not known yet. */
  readonly found: FoundTops | null;
  /** Whether something is kept for the wish is not known yet. */
  readonly isAsking: boolean;
  /** What goes on, be it for the wish or for another layer. */
  readonly pass: TopsPass | null;
  readonly failure: Failure | null;
  /** Why what was found last is not kept with its run; null: it is, or there is no run. */
  readonly unkept: StorageFault | null;
}

export interface TopsDeps {
  readonly inspect: Pick<InspectActions, 'call' | 'onEvent'>;
  readonly storage: TopsStorage;
  /** Lets the page do other things. */
  readonly pause: () => Promise<void>;
}

export interface TopsStore {
  readonly store: ReadonlyStore<TopsState>;
  look(wish: TopsWish): Promise<void>;
  /** Goes through the samples for the wish, anew where something is there; another pass is ended. */
  find(): Promise<void>;
  stop(): void;
}

export const TOP_COUNT = 9;
/** Words of weights between two pauses: some milliseconds. */
const SLICE = 2 ** 20;
/** Layers whose results are held in memory. */
const MOST_HELD = 40;

const EMPTY: TopsState = { wish: null, found: null, isAsking: false, pass: null, failure: null, unkept: null };

/** The best samples of layers, found by going through the data or kept with the run; those of other weights never show. */
export function createTopsStore({ inspect, storage, pause }: TopsDeps): TopsStore {
  const store = createStore<TopsState>(() => EMPTY);
  const get = store.getState;
  const held = new Map<string, FoundTops>();
  let wished: string | null = null;
  let going: { readonly key: string; readonly over: Promise<unknown> } | null = null;

  function hold(key: string, found: FoundTops): void {
    held.delete(key);
    held.set(key, found);
    for (const old of [...held.keys()].slice(0, Math.max(0, held.size - MOST_HELD))) held.delete(old);
    if (key === wished) store.setState({ found });
  }

  async function look(wish: TopsWish): Promise<void> {
    wished = null;
    store.setState({ wish, found: null, isAsking: true, failure: null, unkept: null });
    const place = await placeOf(wish, pause);
    if (get().wish !== wish) return;
    wished = textOf(place);
    const found = held.get(wished) ?? (await kept(place));
    if (get().wish !== wish) return;
    // A pass for it may have found something meanwhile.
    store.setState({ found: held.get(textOf(place)) ?? found, isAsking: false });
  }

  async function kept(place: TopsPlace): Promise<FoundTops | null> {
    const found = place.run === '' ? null : await storage.read(place);
    return found === null ? null : { ...found, isWhole: true };
  }

  async function find(): Promise<void> {
    const { wish } = get();
    if (wish === null) return;
    await stopped();
    const place = await placeOf(wish, pause);
    if (get().wish !== wish) return;
    const key = textOf(place);
    store.setState({ failure: null, unkept: null });
    const over = goThrough(wish, place);
    going = { key, over };
    await over;
  }

  async function goThrough(wish: TopsWish, place: TopsPlace): Promise<void> {
    const { layer, split, mostSamples } = wish;
    const key = textOf(place);
    const show = (gone: number, total: number): void => store.setState({ pass: { layer, split, gone, total } });
    show(0, 0);
    const stopListening = inspect.onEvent((event: InspectEvent) => {
      if (event.kind === 'progress' && event.call === 'top-samples') show(event.done, event.total);
      if (event.kind === 'tops') hold(key, { tops: event.tops, gone: event.gone, isWhole: false });
    });
    const reply = await inspect.call('top-samples', { layer, split, count: TOP_COUNT, mostSamples });
    stopListening();
    going = null;
    store.setState({ pass: null });
    await settle(reply, place);
  }

  async function settle(reply: Result<TopReply | null, Failure>, place: TopsPlace): Promise<void> {
    if (!reply.ok) return store.setState({ failure: reply.error });
    if (reply.value === null) return;
    hold(textOf(place), { ...reply.value, isWhole: true });
    if (place.run === '') return;
    const outcome = await storage.write(place, reply.value);
    if (outcome !== 'kept') store.setState({ unkept: outcome });
  }

  async function stopped(): Promise<void> {
    if (going === null) return;
    const { over } = going;
    void inspect.call('stop', { call: 'top-samples' });
    await over;
  }

  return { store, look, find, stop: () => void stopped() };
}

const prints = new WeakMap<readonly NamedTensor[], Promise<string>>();

/** Everything that what is found depends on. A network of no run has the run ''. */
async function placeOf({ subject, layer, split, mostSamples }: TopsWish, pause: () => Promise<void>) {
  const { weights, dataset, document, plan, run } = subject;
  const known = prints.get(weights) ?? fingerprintOf(weights, pause);
  prints.set(weights, known);
  const { normalization, seed, dataShare, validationShare } = document.training;
  const network = JSON.stringify(plan.layers.map(({ name, callee, args, inputs }) => [name, callee, args, inputs]));
  const data = [dataset.id, normalization, seed, dataShare, validationShare, textPrint(network)].join(' ');
  return { run: run ?? '', weights: await known, data, layer, split, mostSamples } satisfies TopsPlace;
}

function textOf(place: TopsPlace): string {
  return JSON.stringify(place);
}

async function fingerprintOf(weights: readonly NamedTensor[], pause: () => Promise<void>): Promise<string> {
  const print = createFingerprint();
  let since = 0;
  for (const { values } of weights) {
    for (let from = 0; from < values.length; from += SLICE) {
      const to = Math.min(values.length, from + SLICE);
      print.add(values, from, to);
      since += to - from;
      if (since < SLICE) continue;
      since = 0;
      await pause();
    }
  }
  return print.text();
}

function textPrint(text: string): string {
  const print = createFingerprint();
  print.add(
    Float32Array.from(text, (letter) => letter.codePointAt(0) ?? 0),
    0,
    [...text].length,
  );
  return print.text();
}
