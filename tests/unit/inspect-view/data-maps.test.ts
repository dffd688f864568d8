import { createMaps, type MapWorker } from '@/components/inspect/map/create-maps';
import { mapOf, type DataMap } from '@/components/inspect/map/data-map';
import { isSameMap, keepMap, MOST_KEPT } from '@/components/inspect/map/kept-maps';
import type { MapReply } from '@/components/inspect/map/protocol';
import { layerNames } from '@/components/inspect/map/use-map-layer-names';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { DATASETS } from '@/lib/datasets/registry';
import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { ActivationsReply, InspectCall } from '@/lib/training/inspect/protocol';

const LAYERS = [
  { node: 'conv', title: 'Conv2D', shape: [10, 10, 16] },
  { node: 'tanh', title: 'Tanh', shape: [10, 10, 16] },
  { node: 'wide', title: 'Tanh', shape: [60, 60, 16] },
  { node: 'dense', title: 'Dense', shape: [120] },
];

function subjectWith(weights: readonly NamedTensor[], layers = LAYERS): InspectSubject {
  const dataset = DATASETS.find(({ id }) => id === 'mnist');
  if (dataset === undefined) throw new Error('there is no data set of digits');
  const document = { training: { seed: 1, dataShare: 1, validationShare: 0.1 } };
  return { dataset, layers, weights, document } as unknown as InspectSubject;
}

/** Activations and workers that answer when told. */
function setUp() {
  const asked: { call: InspectCall; layer: string; answer: (reply: ActivationsReply | null) => void }[] = [];
  const workers: (MapWorker & { isEnded: boolean; reply: (data: MapReply) => void })[] = [];
  const actions = {
    onEvent: () => () => undefined,
    call: (call: InspectCall, request: { readonly layer: string }) =>
      new Promise((resolve) => {
        asked.push({ call, layer: request.layer, answer: (value) => resolve({ ok: true, value }) });
      }),
  } as unknown as InspectActions;
  const maps = createMaps(() => {
    const worker = {
      onmessage: null as MapWorker['onmessage'],
      onerror: null,
      isEnded: false,
      postMessage: () => undefined,
      terminate: () => void (worker.isEnded = true),
      reply: (data: MapReply) => worker.onmessage?.call(worker as unknown as Worker, { data } as MessageEvent),
    };
    workers.push(worker);
    return worker;
  });
  const subject = subjectWith([]);
  const read = async () => {
    asked
      .at(-1)
      ?.answer({ indices: [0, 1, 2, 3], labels: Uint16Array.of(0, 1, 0, 1), width: 2, values: new Float32Array(8) });
    await Promise.resolve();
    await Promise.resolve();
  };
  const placed = (isDone: boolean) =>
    workers.at(-1)?.reply({ kind: 'points', points: new Float32Array(8), step: 1, steps: 2, isDone });
  const finish = async () => {
    await read();
    placed(true);
    workers.at(-1)?.reply({ kind: 'done', shares: null, trust: 0.9 });
  };
  const follow = (layer: string, of = subject) => void maps.follow({ subject: of, layer, actions });
  const made = async (layer: string) => {
    void maps.make({ subject, layer, actions });
    await finish();
  };
  const calls = () => asked.map(({ call, layer }) => (call === 'stop' ? 'stop' : layer));
  const state = () => maps.store.getState();
  return { maps, actions, subject, workers, read, placed, finish, follow, made, calls, state };
}

describe('the map of the data', () => {
  it('is of the layer that is chosen: of another one it is made at once, the one before staying until then', async () => {
    const { follow, made, read, placed, finish, calls, state } = setUp();
    await made('conv');
    follow('tanh');
    expect(calls()).toEqual(['conv', 'tanh']);
    expect([state().map?.of.layer, state().making?.layer]).toEqual(['conv', 'tanh']);
    await read();
    expect(state().map?.of.layer).toBe('conv');
    placed(false);
    expect(state().map?.of.layer).toBe('tanh');
    await finish();
    expect([state().making, state().progress]).toEqual([null, null]);
  });

  it('begins with none before one was asked for, and makes none twice', async () => {
    const { follow, made, calls } = setUp();
    follow('conv');
    expect(calls()).toEqual([]);
    await made('conv');
    follow('conv');
    expect(calls()).toEqual(['conv']);
  });

  it('stops what is made of a layer that is left again, and goes back without making anything', async () => {
    const { follow, made, read, placed, finish, workers, calls, state } = setUp();
    await made('conv');
    follow('tanh');
    follow('dense');
    expect(calls()).toEqual(['conv', 'tanh', 'stop', 'dense']);
    await read();
    placed(false);
    follow('conv');
    expect([state().map?.of.layer, state().map?.trust, state().making]).toEqual(['conv', 0.9, null]);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, true]);
    // Of what was not finished nothing is kept.
    follow('dense');
    await finish();
    follow('conv');
    follow('dense');
    expect(calls()).toEqual(['conv', 'tanh', 'stop', 'dense', 'dense']);
    expect(state().map?.of.layer).toBe('dense');
  });

  it('that was stopped does not begin again by itself, but does for the next layer', async () => {
    const { maps, actions, follow, made, calls, state } = setUp();
    await made('conv');
    follow('tanh');
    maps.stop(actions);
    follow('tanh');
    expect([calls(), state().map?.of.layer]).toEqual([['conv', 'tanh', 'stop'], 'conv']);
    follow('dense');
    expect(calls()).toEqual(['conv', 'tanh', 'stop', 'dense']);
  });

  it('that other weights have ended begins again with them', async () => {
    const { maps, actions, follow, made, calls, state } = setUp();
    await made('conv');
    const order = {
      subject: subjectWith([]),
      layer: 'tanh',
      actions: { ...actions, call: async () => ({ ok: true, value: null }) as never },
    };
    await maps.follow(order);
    expect(state().making).toBeNull();
    follow('tanh', order.subject);
    expect(calls()).toEqual(['conv', 'tanh']);
  });

  it('is made anew where it is asked for again, or the weights are others', async () => {
    const { maps, actions, subject, follow, made, finish, calls } = setUp();
    await made('conv');
    void maps.make({ subject, layer: 'conv', actions });
    await finish();
    const trained = subjectWith([]);
    follow('tanh', trained);
    await finish();
    follow('conv', trained);
    expect(calls()).toEqual(['conv', 'conv', 'tanh', 'conv']);
  });

  it('takes means of many maps and all numbers of a row, whatever is chosen for other layers', () => {
    const { state } = setUp();
    const { choice } = state();
    const pooledOf = (layer: string, pooled: boolean) => mapOf({ ...choice, pooled }, subjectWith([]), layer).pooled;
    expect([pooledOf('conv', true), pooledOf('conv', false)]).toEqual([true, false]);
    expect([pooledOf('wide', false), pooledOf('dense', true)]).toEqual([true, false]);
  });
});

describe('maps that are kept', () => {
  const { choice } = createMaps(() => new Worker('')).store.getState();
  const mapWith = (change: Partial<DataMap['of']>): DataMap => ({
    of: { ...choice, layer: 'conv', weights: WEIGHTS, dataset: 'mnist', ...change },
    samples: [],
    labels: new Uint16Array(),
    width: 1,
    points: new Float32Array(),
    isDone: true,
    shares: null,
    trust: 1,
  });
  const WEIGHTS: readonly NamedTensor[] = [];

  it('are one for each layer and setting, of one and the same weights, and no more than some', () => {
    const many = Array.from({ length: MOST_KEPT + 5 }, (_, seed) => mapWith({ seed }));
    const kept = many.reduce<readonly DataMap[]>(keepMap, []);
    expect(kept).toEqual(many.slice(5));
    expect(keepMap(kept, mapWith({ seed: 9 }))).toHaveLength(MOST_KEPT);
    expect(keepMap(kept, mapWith({ weights: [] }))).toHaveLength(1);
  });

  it('are the same where nothing that counts differs', () => {
    const { of } = mapWith({});
    expect(isSameMap(of, { ...of, seed: 2 })).toBe(false);
    expect(isSameMap({ ...of, method: 'pca' }, { ...of, method: 'pca', seed: 2, neighbours: 30 })).toBe(true);
    expect(isSameMap(of, { ...of, pooled: false })).toBe(false);
  });
});

it('layers of one title are told apart by their shapes, and by their places where those are the same, too', () => {
  const word = (title: string, shape: string, place: string | null) => [place, title, shape].join(' ').trim();
  const again = { node: 'again', title: 'Tanh', shape: [10, 10, 16] };
  const names = [...layerNames([...LAYERS, again], word).values()].map((name) => name.replaceAll('\u00a0', ' '));
  expect(names).toEqual([
    'Conv2D 10 × 10 × 16',
    '2 Tanh 10 × 10 × 16',
    'Tanh 60 × 60 × 16',
    'Dense 120',
    '5 Tanh 10 × 10 × 16',
  ]);
});
