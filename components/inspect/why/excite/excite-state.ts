import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { createStore } from 'zustand/vanilla';
import type { AskedUnit } from '@/components/inspect/why/use-origin';
import { lookedAt, type LookedAt } from '@/components/inspect/why/use-figure-facts';
import type { Shape } from '@/lib/core/tensor-type';
import type { ExcitePreset, ExciteSettings } from '@/lib/training/inspect/excite-presets';
import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { ExciteRequest } from '@/lib/training/inspect/protocol';

export interface MadePicture {
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
  readonly step: number;
  readonly steps: number;
}

export type ExcitePhase = 'idle' | 'running' | 'done' | 'stopped' | 'dead' | 'ended' | 'failed';

export interface ExciteState {
  readonly preset: ExcitePreset;
  /** What a person has changed of the preset. */
  readonly changes: Partial<ExciteSettings>;
  readonly seed: number;
  readonly phase: ExcitePhase;
  readonly made: MadePicture | null;
  readonly detail: string;
}

/** The picture goes on being made while another view is open. */
const store = createStore<ExciteState>(() => ({
  preset: 'smooth',
  changes: {},
  seed: 1,
  phase: 'idle',
  made: null,
  detail: '',
}));

export function useExcite<T>(select: (state: ExciteState) => T): T {
  return useStore(store, useShallow(select));
}

export function setExcite(change: Partial<Pick<ExciteState, 'preset' | 'changes' | 'seed'>>): void {
  store.setState(change);
}

function presetNow(): MadePicture['preset'] {
  const { preset, changes } = store.getState();
  return Object.keys(changes).length > 0 ? 'own' : preset;
}

/** Of the call that goes on; what comes of another one is not shown. */
let current: object | null = null;

/** Makes a picture; the one before it is given up. */
export async function startExciting(
  actions: InspectActions,
  request: ExciteRequest,
  { name, subject }: Pick<AskedUnit, 'name' | 'subject'>,
): Promise<void> {
  if (current !== null) await actions.call('stop', { call: 'excite' });
  const own = {};
  current = own;
  const change = (made: Partial<MadePicture>): void => {
    const { made: before } = store.getState();
    if (current === own && before !== null) store.setState({ made: { ...before, ...made } });
  };
  const { steps } = request;
  const of = {
    ...{ name, request, preset: presetNow(), of: lookedAt(subject) },
    shape: subject.plan.inputShape,
    weights: new WeakRef(subject.weights),
  };
  store.setState({ phase: 'running', detail: '', made: { ...of, steps, image: null, activation: null, step: 0 } });
  const stopEvents = actions.onEvent((event) => {
    if (event.kind === 'excited') change({ step: event.step, image: event.image, activation: event.activation });
  });
  const reply = await actions.call('excite', request);
  stopEvents();
  if (current !== own) return;
  if (!reply.ok) store.setState({ phase: 'failed', detail: reply.error.detail });
  else if (reply.value === null) store.setState({ phase: isStopping ? 'stopped' : 'ended' });
  else {
    const { image, activation, steps: gone } = reply.value;
    change({ image, activation, step: gone });
    store.setState({ phase: gone < steps ? 'dead' : 'done' });
  }
  current = null;
  isStopping = false;
}

/** A person has asked for the end: else the network has changed under it. */
let isStopping = false;

export function stopExciting(actions: InspectActions): void {
  isStopping = true;
  void actions.call('stop', { call: 'excite' });
}
