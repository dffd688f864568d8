import { createStore } from 'zustand/vanilla';
import type { Analysis } from '@/lib/analysis/analysis';
import type { Locale } from '@/lib/core/locale';
import { fail, type Result } from '@/lib/core/result';
import { elementCount } from '@/lib/core/tensor-type';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Document } from '@/lib/document/document';
import type { InspectActions, InspectLink } from '@/lib/state/inspect-actions';
import type { InspectDeps } from '@/lib/state/inspect-deps';
import { createLooker, createWatchedNodes } from '@/lib/state/inspect-look';
import { movedAlike, movedFurther } from '@/lib/state/inspect-move';
import { createPlace } from '@/lib/state/inspect-place';
import { createRate } from '@/lib/state/inspect-rate';
import {
  CLOSED,
  NOTHING_SEEN,
  type InspectInput,
  type InspectLayer,
  type InspectState,
  type WeightsChoice,
} from '@/lib/state/inspect-state';
import { createSamples } from '@/lib/state/inspect-samples';
import {
  isSameSubject,
  layersOf,
  openRequest,
  overlaid,
  prepareSubject,
  takesSamples,
  type Prepared,
  type Refusal,
} from '@/lib/state/inspect-subject';
import type { ReadonlyStore } from '@/lib/state/store';
import type { InspectCall, InspectCalls, InspectEvent, LookReply, LookRequest } from '@/lib/training/inspect/protocol';
import type { Failure } from '@/lib/training/protocol';

export interface InspectStore {
  readonly store: ReadonlyStore<InspectState>;
  readonly actions: InspectActions;
  dispose(): void;
}

/** Pixels of the longer side of a layer's small picture. */
export const MINIATURE_SIZE = 48;
/** Between two fetches of a training's weights; and how many times as long as the last one took, where that is more. */
const FOLLOW_MS = 1000;
const FOLLOW_SHARE = 5;
/** Without a look for so long, nothing moves. */
const REST_MS = 1500;

const NOT_OPEN: Failure = { code: 'training/no-model', node: null, detail: 'nothing is open to look inside' };

/** A network held open for looking inside: its weights follow the choice, its looks the input. */
export function createInspectStore(deps: InspectDeps): InspectStore {
  const store = createStore<InspectState>(() => CLOSED);
  const get = store.getState;
  const listeners = new Set<(event: InspectEvent) => void>();
  const rate = createRate(deps.now);
  const watched = createWatchedNodes(() => looker.want());
  const miniatures = createWatchedNodes(() => looker.want());
  const looker = createLooker({ wish, ask: (request) => linked('look', request), onReply: showLook });
  const place = createPlace({ store, designId: deps.designId, onOtherLayer: () => looker.want() });
  const samples = createSamples({
    store,
    read: (request) => linked('read-samples', request),
    onSample: (input) => actions.setInput(input),
  });
  let link: InspectLink | null = null;
  /** What the look under way is of: there is one at a time. */
  let looking: InspectInput | null = null;
  let lookers = 0;
  let stopNews: (() => void) | null = null;
  let stopRest: (() => void) | null = null;

  function receive(event: InspectEvent): void {
    samples.receive(event);
    for (const listener of listeners) listener(event);
  }

  function linked<C extends InspectCall>(name: C, request: InspectCalls[C][0]) {
    link ??= deps.connect(receive);
    return link.call(name, request);
  }

  // Looking.

  function wish(): LookRequest | null {
    const { phase, subject, input, layer } = get();
    if (phase.kind !== 'ready' || subject === null || input === null) return null;
    looking = input;
    const known = new Set(subject.layers.map(({ node }) => node));
    const asked = [...new Set([...(layer === null ? [] : [layer]), ...watched.nodes()])];
    return {
      input: input.values,
      layers: asked.filter((node) => known.has(node)),
      miniatures: miniatures.nodes().filter((node) => known.has(node)),
      miniatureSize: MINIATURE_SIZE,
    };
  }

  function showLook(reply: Result<LookReply, Failure>): void {
    if (!reply.ok) return failWith(reply.error);
    const { layers, miniatures: small, output } = reply.value;
    stopRest?.();
    stopRest = deps.timer.after(REST_MS, () => {
      rate.clear();
      store.setState({ rate: null });
    });
    store.setState({
      looks: new Map(layers.map((look) => [look.node, look])),
      miniatures: new Map(small.map((look) => [look.node, look])),
      seen: looking,
      output,
      turn: get().turn + 1,
      rate: rate.add(),
    });
  }

  function failWith(failure: Failure): void {
    looker.forget();
    store.setState({ phase: { kind: 'failed', failure } });
  }

  // Opening, and following the weights: one thing at a time, then the newest wish.

  let isStale = false;
  let isSyncing = false;
  let mark = '';
  let named: Locale | null = null;
  let tried: Document | null = null;
  /** The design that `tried` is of. */
  let design = '';
  let syncedAt = 0;
  let syncTook = 0;
  let stopWaiting: (() => void) | null = null;

  async function sync(): Promise<void> {
    stopWaiting?.();
    stopWaiting = null;
    isStale = true;
    if (isSyncing) return;
    isSyncing = true;
    while (isStale && lookers > 0) {
      isStale = false;
      if (get().phase.kind === 'failed' && !(await isOtherDesign())) break;
      const began = deps.now();
      await syncOnce().catch((error: unknown) => failWith(failureOf(error)));
      syncedAt = deps.now();
      syncTook = syncedAt - began;
    }
    isSyncing = false;
  }

  /** What failed is tried again once something else is to be opened. */
  async function isOtherDesign(): Promise<boolean> {
    if ((await deps.design(get().choice)) === tried) return false;
    mark = '';
    store.setState({ phase: { kind: 'opening' }, subject: null });
    return true;
  }

  /** A training has more news than are worth fetching. */
  function syncSoon(): void {
    if (stopWaiting !== null) return;
    const wait = Math.max(FOLLOW_MS, FOLLOW_SHARE * syncTook) - (deps.now() - syncedAt);
    if (wait <= 0) return void sync();
    stopWaiting = deps.timer.after(wait, () => void sync());
  }

  async function syncOnce(): Promise<void> {
    const { choice, subject } = get();
    const wanted = deps.weightsMark(choice);
    const [id, document] = [deps.designId(), await deps.design(choice)];
    if (isStale) return;
    [tried, design] = [document, id];
    if (document === null) return refuse('run-gone');
    if (subject !== null && isSameSubject(subject, document)) {
      if (subject.document !== document || named !== deps.locale()) rename(document);
      if (get().design !== design) place.beforeWish(() => keepWhatFits(subject.plan));
      if (wanted !== mark) return changeWeights(wanted);
      answer(choice);
      return get().phase.kind === 'ready' ? undefined : ready();
    }
    place.leave(design);
    const prepared = prepareSubject(deps, document);
    if (!prepared.ok) return refuse(prepared.error);
    store.setState({ phase: { kind: 'opening' } });
    await openNetwork(prepared.value, wanted);
  }

  async function openNetwork(prepared: Prepared, wanted: string): Promise<void> {
    const { choice } = get();
    const found = await deps.weights(choice, prepared);
    if (isStale) return;
    if (found === 'gone') return refuse('run-gone');
    const given = found !== 'start' && found.isComplete ? found.weights : null;
    looker.forget();
    // What is open now is gone, also where this fails.
    store.setState({ subject: null, ...NOTHING_SEEN });
    const reply = await linked('open', openRequest(prepared, given, deps.baseUrl()));
    if (!reply.ok) return failWith(reply.error);
    let weights = reply.value.weights;
    if (found !== 'start' && given === null) {
      weights = overlaid(weights, found.weights);
      const set = await linked('set-weights', { weights });
      if (!set.ok) return failWith(set.error);
    }
    mark = wanted;
    const { backend } = reply.value;
    const { document, analysis, plan, dataset, unfit } = prepared;
    store.setState({
      subject: {
        ...{ document, analysis, plan, dataset, unfit, weights, choice, backend },
        source: found === 'start' ? 'start' : found.source,
        run: found === 'start' ? null : found.run,
        epoch: found === 'start' ? null : found.epoch,
        layers: namedLayers(plan, analysis),
        takesSamples: takesSamples(prepared),
      },
    });
    keepWhatFits(plan);
    ready();
  }

  async function changeWeights(wanted: string): Promise<void> {
    const { choice, subject } = get();
    if (subject === null) return;
    const found = await deps.weights(choice, subject);
    if (isStale) return;
    if (found === 'gone') return refuse('run-gone');
    // Start values are the worker's to draw: it builds the network anew.
    if (found === 'start' && subject.source === 'start') {
      mark = wanted;
      answer(choice);
      return ready();
    }
    if (found === 'start') return reopen(subject.document, wanted);
    const weights = found.isComplete ? found.weights : overlaid(subject.weights, found.weights);
    const reply = await linked('set-weights', { weights });
    if (!reply.ok) return failWith(reply.error);
    mark = wanted;
    store.setState({
      subject: { ...subject, weights, choice, source: found.source, run: found.run, epoch: found.epoch },
    });
    ready();
  }

  /** The weights that are there are those of another choice as well. */
  function answer(choice: WeightsChoice): void {
    const { subject } = get();
    if (subject !== null && subject.choice !== choice) store.setState({ subject: { ...subject, choice } });
  }

  async function reopen(document: Document, wanted: string): Promise<void> {
    const prepared = prepareSubject(deps, document);
    return prepared.ok ? openNetwork(prepared.value, wanted) : refuse(prepared.error);
  }

  function refuse(reason: Refusal): void {
    looker.forget();
    const gone = { subject: null, looks: new Map(), miniatures: new Map(), output: null };
    store.setState({ phase: { kind: 'refused', reason }, ...gone });
    mark = '';
  }

  function namedLayers(plan: ModelPlan, analysis: Analysis): readonly InspectLayer[] {
    named = deps.locale();
    return layersOf(plan, analysis, named);
  }

  /** The same network in a design that says something else of it. */
  function rename(document: Document): void {
    const { subject } = get();
    const prepared = prepareSubject(deps, document);
    if (subject === null || !prepared.ok) return;
    const { analysis, plan, dataset, unfit } = prepared.value;
    store.setState({
      subject: { ...subject, document, analysis, plan, dataset, unfit, layers: namedLayers(plan, analysis) },
    });
  }

  function ready(): void {
    place.beforeWish(() => {
      if (get().phase.kind !== 'ready') store.setState({ phase: { kind: 'ready' } });
    });
    looker.want();
  }

  /** Of what was chosen in the network before. */
  function keepWhatFits({ inputShape, layers }: ModelPlan): void {
    place.settle(design);
    const { input, subject } = get();
    const fits = input !== null && input.values.length === elementCount(inputShape) && layers.length > 0;
    const isGone = input?.source.kind === 'sample' && subject?.takesSamples !== true;
    if ((fits && !isGone) || samples.isTakenAway()) return;
    store.setState({ input: null });
    if (subject?.takesSamples === true && deps.opensSample !== false) void actions.showSample('test', 0);
  }

  const actions: InspectActions = {
    open() {
      lookers += 1;
      stopNews ??= deps.onNews(syncSoon);
      if (get().phase.kind === 'closed' || get().phase.kind === 'refused')
        store.setState({ phase: { kind: 'opening' } });
      void sync();
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        lookers -= 1;
        if (lookers > 0) return;
        stopNews?.();
        stopNews = null;
      };
    },
    retry() {
      link?.dispose();
      link = null;
      mark = '';
      store.setState({ phase: { kind: 'opening' }, subject: null });
      void sync();
    },
    setChoice(choice) {
      store.setState({ choice });
      void sync();
    },
    setInput(input) {
      samples.giveWay(input);
      store.setState({ input, isFrozen: false });
      if (input !== null) return looker.want();
      looker.forget();
      store.setState(NOTHING_SEEN);
    },
    offerInput(input) {
      if (!get().isFrozen) actions.stepInput(input);
    },
    stepInput(input) {
      store.setState({ input: movedAlike(get(), input) });
      looker.want();
    },
    moveInput(by) {
      store.setState({ input: movedFurther(get(), by) });
      looker.want();
    },
    showSample: samples.show,
    setFrozen: (isFrozen) => store.setState({ isFrozen }),
    chooseLayer: place.chooseLayer,
    pickUnit: place.pickUnit,
    lookAt: place.lookAt,
    watch: watched.add,
    watchMiniatures: miniatures.add,
    call: (name, request) => (get().subject === null ? Promise.resolve(fail(NOT_OPEN)) : linked(name, request)),
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };

  return {
    store,
    actions,
    dispose() {
      lookers = 0;
      stopNews?.();
      stopWaiting?.();
      stopRest?.();
      link?.dispose();
      link = null;
    },
  };
}

function failureOf(error: unknown): Failure {
  return { code: 'training/internal', node: null, detail: error instanceof Error ? error.message : String(error) };
}
