import { createStore } from 'zustand/vanilla';
import { CLOSED, type InspectState, type InspectSubject } from '@/lib/state/inspect-state';
import { keepPlaces } from '@/lib/state/inspect-memory';

function createText(initial: string | null = null) {
  let text = initial;
  return { read: () => text, write: (written: string) => void (text = written) };
}

const layer = (node: string, channels: number) => ({ node, title: node, shape: [4, 4, channels] });

/** A page that looks inside, as its store does: another network starts at its second layer, with no unit. */
function createPage(storage: ReturnType<typeof createText>, first: string) {
  const store = createStore<InspectState>(() => CLOSED);
  let design = first;
  const chooseLayer = (node: string) => store.setState({ layer: node, unit: null });
  const pickUnit = (unit: number | null) => store.setState({ unit });
  keepPlaces({ storage, store, actions: { chooseLayer, pickUnit } });
  const open = (layers: readonly ReturnType<typeof layer>[], of = design) => {
    const isOther = of !== design || store.getState().subject === null;
    design = of;
    store.setState({ subject: null, phase: { kind: 'opening' } });
    store.setState({ subject: { layers } as unknown as InspectSubject });
    const { layer: now } = store.getState();
    if (!layers.some(({ node }) => node === now)) store.setState({ layer: layers[1]?.node ?? null });
    if (isOther) store.setState({ unit: null });
    store.setState({ design, phase: { kind: 'ready' } });
  };
  const place = () => ({ layer: store.getState().layer, unit: store.getState().unit });
  return { open, chooseLayer, pickUnit, place };
}

const LENET = [layer('input', 1), layer('conv', 6), layer('pool', 6)];
const ALEXNET = [layer('input', 3), layer('conv', 96), layer('norm', 96)];

test('each design is found as it was left, in this page and after a reload', () => {
  const storage = createText();
  const page = createPage(storage, 'lenet');
  page.open(LENET);
  page.chooseLayer('pool');
  page.pickUnit(5);
  page.open(ALEXNET, 'alexnet');
  page.chooseLayer('conv');
  page.pickUnit(90);
  page.open(LENET, 'lenet');
  expect(page.place()).toEqual({ layer: 'pool', unit: 5 });

  const reloaded = createPage(storage, 'alexnet');
  reloaded.open(ALEXNET);
  expect(reloaded.place()).toEqual({ layer: 'conv', unit: 90 });
});

test('a layer or unit that is no longer there is left out', () => {
  const storage = createText();
  const page = createPage(storage, 'lenet');
  page.open(LENET);
  page.chooseLayer('pool');
  page.pickUnit(5);
  const narrower = createPage(storage, 'lenet');
  narrower.open([layer('input', 1), layer('conv', 6), layer('pool', 5)]);
  expect(narrower.place()).toEqual({ layer: 'pool', unit: null });
  const without = createPage(createText(storage.read()), 'lenet');
  without.open([layer('input', 1), layer('dense', 6)]);
  expect(without.place()).toEqual({ layer: 'dense', unit: null });
});

test('while one design is changed, what is chosen stays', () => {
  const page = createPage(createText(), 'lenet');
  page.open(LENET);
  page.chooseLayer('conv');
  page.pickUnit(2);
  page.open([...LENET, layer('flatten', 1)]);
  expect(page.place()).toEqual({ layer: 'conv', unit: 2 });
});

test.each(['', 'no JSON', '{}', '[1]', '[["lenet",{"layer":3}]]', '[["lenet",null]]'])(
  'what is kept but cannot be read (%s) is as nothing',
  (text) => {
    const page = createPage(createText(text), 'lenet');
    page.open(LENET);
    expect(page.place()).toEqual({ layer: 'conv', unit: null });
  },
);
