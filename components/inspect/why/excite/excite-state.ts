import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { createStore } from 'zustand/vanilla';
import type { AskedUnit } from '@/components/inspect/why/use-origin';
import { lookedAt, type LookedAt } from '@/components/inspect/why/use-figure-facts';
import type { Result } from '@/lib/core/result';
import type { Shape } from '@/lib/core/tensor-type';
import type { ExcitePreset, ExciteSettings } from '@/lib/training/inspect/excite-presets';
import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { ExciteReply, ExciteRequest } from '@/lib/training/inspect/protocol';
import type { Failure } from '@/lib/training/protocol';

export interface MadePicture {
  /** Tells pictures apart, in the order in which they were begun. */
  readonly id: number;
  readonly phase: ExcitePhase;
  /** Of a failure. */
  readonly detail: string;
  /** Of the unit, as it is called. */
  readonly name: string;
  readonly shape: Shape;
  readonly request: ExciteRequest;
  /** 'own': numbers of it were changed. */
  readonly preset: ExcitePreset | 'own';
  readonly of: LookedAt;
  /** What it was made with, not kept alive by it: others are another network. */
  readonly weights: WeakRef<InspectSubject['weights']>;
  /** On the unit scale; null: none has come yet. */
  readonly image: Float32Array | null;
  readonly activation: number | null;
  /** What the unit answers to a black picture; null: not known yet. */
  readonly black: number | null;
  readonly step: number;
}

/** 'dead': no gradient leads on; 'ended': the network has changed under it. */
export type ExcitePhase = 'running' | 'done' | 'stopped' | 'dead' | 'ended' | 'failed';

/** One picture that is asked for. */
export interface Wish {
  readonly preset: MadePicture['preset'];
  readonly request: ExciteRequest;
}

export interface ExciteState {
  readonly preset: ExcitePreset;
  /** What a person has changed of the preset. */
  readonly changes: Partial<ExciteSettings>;
  readonly seed: number;
  /** Of one cell of one unit and its weights, the newest last. */
  readonly made: readonly MadePicture[];
  /** Several are made one after the other: which, and of how many; null: one alone, or none. */
  readonly series: { readonly at: number; readonly of: number } | null;
}

/** So many are kept side by side. */
export const MOST_KEPT = 6;

/** Pictures go on being made while another view is open. */
const store = createStore<ExciteState>(() => ({ preset: 'smooth', changes: {}, seed: 1, made: [], series: null }));

export function useExcite<T>(select: (state: ExciteState) => T): T {
  return useStore(store, useShallow(select));
}

export function setExcite(change: Partial<Pick<ExciteState, 'preset' | 'changes' | 'seed'>>): void {
  store.setState(change);
}

/** What the mixture is called: how many steps are gone is no part of it. */
export function mixtureOf({ preset, changes }: Pick<ExciteState, 'preset' | 'changes'>): MadePicture['preset'] {
  return Object.keys(changes).some((name) => name !== 'steps') ? 'own' : preset;
}

/** One picture goes. */
export function forgetMade(id: number): void {
  store.setState(({ made }) => ({ made: made.filter((each) => each.id !== id) }));
}

/** Those that can be laid beside a new one: of the same cell of the same unit with the same weights. */
function isOfSame({ request, weights }: MadePicture, asked: ExciteRequest, subject: InspectSubject): boolean {
  return sameCell(request, asked) && weights.deref() === subject.weights;
}

function sameCell(a: ExciteRequest, b: ExciteRequest): boolean {
  const [own, other] = [a.cell ?? [], b.cell ?? []];
  return (
    a.unit.layer === b.unit.layer &&
    a.unit.channel === b.unit.channel &&
    own.length === other.length &&
    own.every((at, axis) => at === other[axis])
  );
}

/** After these none of a series follows. */
const ENDING: ReadonlySet<ExcitePhase> = new Set(['stopped', 'ended', 'failed']);

let count = 0;
/** Of the series that goes on; what comes of another one is not shown. */
let current: object | null = null;
/** A person has asked for the end: else the network has changed under it. */
let isStopping = false;

/** Makes pictures one after the other; what was being made is given up. */
export async function startExciting(
  actions: InspectActions,
  wishes: readonly Wish[],
  asked: Pick<AskedUnit, 'name' | 'subject'>,
): Promise<void> {
  const own = {};
  const isBusy = current !== null;
  current = own;
  if (isBusy) await actions.call('stop', { call: 'excite' });
  if (current !== own) return;
  isStopping = false;
  store.setState(({ made }) => ({
    made: made
      .map((each) => (each.phase === 'running' ? { ...each, phase: 'stopped' as const } : each))
      .filter((each) => wishes.every(({ request }) => isOfSame(each, request, asked.subject))),
  }));
  for (const [index, wish] of wishes.entries()) {
    if (current !== own) return;
    store.setState({ series: wishes.length > 1 ? { at: index + 1, of: wishes.length } : null });
    if (ENDING.has(await makeOne(actions, wish, asked)) || isStopping) break;
  }
  if (current !== own) return;
  current = null;
  store.setState({ series: null });
}

async function makeOne(
  actions: InspectActions,
  { preset, request }: Wish,
  { name, subject }: Pick<AskedUnit, 'name' | 'subject'>,
): Promise<ExcitePhase> {
  count += 1;
  const id = count;
  const begun: MadePicture = {
    ...{ id, phase: 'running', detail: '', name, request, preset, of: lookedAt(subject) },
    shape: subject.plan.inputShape,
    weights: new WeakRef(subject.weights),
    ...{ image: null, activation: null, black: null, step: 0 },
  };
  store.setState(({ made }) => ({ made: [...made.slice(1 - MOST_KEPT), begun] }));
  const change = (to: Partial<MadePicture>): void =>
    store.setState(({ made }) => ({ made: made.map((each) => (each.id === id ? { ...each, ...to } : each)) }));
  const isRunning = (): boolean => store.getState().made.some((each) => each.id === id && each.phase === 'running');
  const stopEvents = actions.onEvent((event) => {
    if (event.kind !== 'excited' || !isRunning()) return;
    change({ step: event.step, image: event.image, activation: event.activation });
  });
  const reply = await actions.call('excite', request);
  stopEvents();
  // Another series has begun: it was stopped for that.
  if (!isRunning()) return 'stopped';
  const phase = phaseOf(reply, request);
  if (reply.ok && reply.value !== null) {
    const { image, activation, black, steps } = reply.value;
    change({ phase, image, activation, black, step: steps });
  } else change({ phase, detail: reply.ok ? '' : reply.error.detail });
  return phase;
}

function phaseOf(reply: Result<ExciteReply | null, Failure>, { steps }: ExciteRequest): ExcitePhase {
  if (!reply.ok) return 'failed';
  if (reply.value === null) return isStopping ? 'stopped' : 'ended';
  return reply.value.steps < steps ? 'dead' : 'done';
}

/** Of the picture that is being made, and of those that would follow. */
export function stopExciting(actions: InspectActions): void {
  isStopping = true;
  void actions.call('stop', { call: 'excite' });
}
