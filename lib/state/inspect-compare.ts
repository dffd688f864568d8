import { createStore } from 'zustand/vanilla';
import type { NodeId } from '@/lib/core/ids';
import { fail, type Result } from '@/lib/core/result';
import { elementCount, sameShape } from '@/lib/core/tensor-type';
import { layerTitle } from '@/lib/document/layer-title';
import { differenceOf } from '@/lib/inspect/compare-maps';
import { layerPartners, type NamedLayer, type Partner } from '@/lib/inspect/layer-partners';
import type { InspectStore } from '@/lib/state/inspect';
import { createLooker, type Looker } from '@/lib/state/inspect-look';
import type { InspectInput, InspectPhase, InspectSubject, WeightsChoice } from '@/lib/state/inspect-state';
import { sampleInput } from '@/lib/state/inspect-subject';
import type { ReadonlyStore } from '@/lib/state/store';
import type { LayerLook, LookReply, LookRequest, Split } from '@/lib/training/inspect/protocol';
import type { Failure } from '@/lib/training/protocol';

/** One layer of A and its partner in B, for one moment. */
export interface Pair {
  readonly a: LayerLook;
  /** null: B has no such layer. */
  readonly b: LayerLook | null;
  /** A − B; null where their shapes differ. */
  readonly difference: LayerLook | null;
  readonly outputs: readonly [a: Float32Array | null, b: Float32Array];
  readonly inputs: readonly [a: InspectInput, b: InspectInput];
  readonly partner: Partner | null;
}

export interface CompareState {
  /** Whose weights B has; 'current': A's, whatever they are, and then B has an input of its own. */
  readonly choice: WeightsChoice;
  /** Of the second network. */
  readonly phase: InspectPhase;
  readonly subject: InspectSubject | null;
  /** B's input where both have the same weights; null: none is chosen yet. */
  readonly own: InspectInput | null;
  /** B cannot be given what A is given: its input has another shape. */
  readonly isMisfit: boolean;
  readonly pair: Pair | null;
  /** Why a sample could not be had, or B not be computed. */
  readonly failure: Failure | null;
}

export interface CompareDeps {
  /** A: the network that the panel shows. */
  readonly shown: InspectStore;
  /** Makes B, which has no input of its own. */
  readonly openOther: () => InspectStore;
}

export interface CompareStore {
  readonly store: ReadonlyStore<CompareState>;
  /** Holds the second network until the answer is called. */
  enter(): () => void;
  compareWith(choice: WeightsChoice): void;
  showSample(split: Split, index: number): Promise<void>;
  /** B keeps what A is given at this moment. */
  holdInput(): void;
  retry(): void;
}

const CLOSED = { phase: { kind: 'closed' }, subject: null, isMisfit: false, pair: null, failure: null } as const;
const GONE: Failure = { code: 'training/no-model', node: null, detail: 'the second network was closed' };

interface Question {
  readonly request: LookRequest;
  readonly pair: Omit<Pair, 'b' | 'difference'>;
}

/** Two networks, or one with two inputs, side by side: each pair is of one and the same moment. */
export function createCompareStore({ shown, openOther }: CompareDeps): CompareStore {
  const store = createStore<CompareState>(() => ({ ...CLOSED, choice: { kind: 'current' }, own: null }));
  const get = store.getState;
  let other: InspectStore | null = null;
  let looker: Looker | null = null;
  let question: Question | null = null;
  let known: Partners | null = null;

  function partnersOf(a: InspectSubject, b: InspectSubject): Partners['partners'] {
    if (known?.a !== a.layers || known.b !== b.layers) {
      known = { a: a.layers, b: b.layers, partners: layerPartners(named(a), named(b)) };
    }
    return known.partners;
  }

  function wish(): LookRequest | null {
    question = nextQuestion();
    return question?.request ?? null;
  }

  function nextQuestion(): Question | null {
    const [a, b, { choice, own }] = [shown.store.getState(), other?.store.getState(), get()];
    const look = a.layer === null ? undefined : a.looks.get(a.layer);
    if (look === undefined || a.subject === null || a.seen === null) return null;
    if (b === undefined || b.subject === null || b.phase.kind !== 'ready' || b.subject.choice !== choice) return null;
    const input = choice.kind === 'current' ? fitting(own, a.subject) : a.seen;
    const isMisfit = !sameShape(a.subject.plan.inputShape, b.subject.plan.inputShape);
    if (isMisfit !== get().isMisfit) store.setState({ isMisfit });
    if (isMisfit || input === null) return null;
    const partner = partnersOf(a.subject, b.subject).get(look.node) ?? null;
    const layers = partner === null ? [] : [partner.node];
    return {
      request: { input: input.values, layers, miniatures: [], miniatureSize: 1 },
      pair: { a: look, outputs: [a.output, new Float32Array()], inputs: [a.seen, input], partner },
    };
  }

  function show(reply: Result<LookReply, Failure>): void {
    if (!reply.ok) return store.setState({ failure: reply.error, pair: null });
    if (question === null) return;
    const { pair } = question;
    const [b = null] = reply.value.layers;
    const isAlike = b !== null && sameShape(pair.a.shape, b.shape);
    const difference = isAlike ? { node: pair.a.node, ...differenceOf(pair.a, b) } : null;
    const outputs = [pair.outputs[0], reply.value.output] as const;
    store.setState({ failure: null, pair: { ...pair, b, difference, outputs } });
  }

  function follow({ phase, subject }: Pick<CompareState, 'phase' | 'subject'>): void {
    if (subject === null) looker?.forget();
    store.setState(subject === null ? { phase, subject, pair: null } : { phase, subject });
    looker?.want();
  }

  /** So that two inputs are there to begin with. */
  function chooseOther(): void {
    const { input, subject } = shown.store.getState();
    const { choice, own } = get();
    if (choice.kind !== 'current' || subject?.takesSamples !== true || fitting(own, subject) !== null) return;
    const { split, index } = input?.source.kind === 'sample' ? input.source : { split: 'test' as const, index: 0 };
    void showSample(split, index === 0 ? 1 : 0);
  }

  async function showSample(split: Split, index: number): Promise<void> {
    const before = get().own;
    const reply = await shown.actions.call('read-samples', { split, indices: [index] });
    if (get().own !== before) return;
    const [sample] = reply.ok ? reply.value.samples : [];
    if (!reply.ok) store.setState({ failure: reply.error });
    else if (sample !== undefined) setOwn(sampleInput(split, sample));
  }

  /** With a choice of its own, so that what is seen of A's weights before is not taken for those it has now. */
  function followShown(): void {
    const choice = { ...get().choice };
    store.setState({ choice });
    other?.actions.setChoice(choice);
  }

  function setOwn(own: InspectInput): void {
    store.setState({ own, failure: null });
    looker?.want();
  }

  return {
    store,
    enter() {
      const opened = openOther();
      const own = createLooker({
        wish,
        ask: (request) => (other === opened ? opened.actions.call('look', request) : Promise.resolve(fail(GONE))),
        onReply: show,
      });
      [other, looker] = [opened, own];
      opened.actions.setChoice(get().choice);
      const stops = [
        opened.store.subscribe((now, before) => {
          if (now.phase !== before.phase || now.subject !== before.subject) follow(now);
        }),
        shown.store.subscribe((now, before) => {
          if (now.turn !== before.turn) own.want();
          if (now.subject === before.subject) return;
          chooseOther();
          if (now.subject !== null && get().choice.kind !== 'kept') followShown();
        }),
        opened.actions.open(),
      ];
      chooseOther();
      return () => {
        own.forget();
        for (const stop of stops) stop();
        opened.dispose();
        if (other !== opened) return;
        [other, looker] = [null, null];
        store.setState(CLOSED);
      };
    },
    compareWith(choice) {
      if (isSameChoice(choice, get().choice)) return;
      looker?.forget();
      store.setState({ choice, pair: null, isMisfit: false, failure: null });
      other?.actions.setChoice(choice);
      chooseOther();
      if (other?.store.getState().phase.kind === 'failed') other.actions.retry();
    },
    showSample,
    holdInput() {
      const { seen, input } = shown.store.getState();
      const held = seen ?? input;
      if (held !== null) setOwn(held);
    },
    retry() {
      store.setState({ failure: null });
      if (other?.store.getState().phase.kind === 'failed') other.actions.retry();
      else looker?.want();
    },
  };
}

interface Partners {
  readonly a: InspectSubject['layers'];
  readonly b: InspectSubject['layers'];
  readonly partners: ReadonlyMap<NodeId, Partner>;
}

function fitting(own: InspectInput | null, { plan }: InspectSubject): InspectInput | null {
  return own?.values.length === elementCount(plan.inputShape) ? own : null;
}

/** In one language, whatever that of the page was when a network was opened. */
function named({ layers, analysis }: InspectSubject): readonly NamedLayer[] {
  return layers.map(({ node, title }) => {
    const own = analysis.flat.nodes[node];
    return { node, title: own === undefined ? title : layerTitle(own, 'en') };
  });
}

export function isSameChoice(a: WeightsChoice, b: WeightsChoice): boolean {
  if (a.kind !== 'kept' || b.kind !== 'kept') return a.kind === b.kind;
  return a.run === b.run && a.at === b.at;
}
