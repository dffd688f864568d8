import { fail, succeed } from '@/lib/core/result';
import { setParam } from '@/lib/document/commands/edit';
import { keepPlaces } from '@/lib/state/inspect-memory';
import { createInspectBench, flush, lenet, START, type InspectBench } from '@/tests/unit/state/inspect-harness';

const withUnits = (value: number) => setParam(lenet, { kind: 'set-param', node: 'dense_1', param: 'units', value });
const withMistake = setParam(lenet, { kind: 'set-param', node: 'conv2d_2', param: 'kernelSize', value: [40, 40] });
const broken = fail({ code: 'training/build-failed', node: null, detail: 'on purpose' } as const);

/** A page that keeps places, with what it has kept. */
function createPage(kept: readonly unknown[] = []): InspectBench {
  const bench = createInspectBench();
  let text: string | null = JSON.stringify(kept);
  keepPlaces({ ...bench.inspect, storage: { read: () => text, write: (written) => void (text = written) } });
  return bench;
}

const place = ({ inspect }: InspectBench) => {
  const { layer, unit } = inspect.store.getState();
  return { layer, unit };
};

function switchTo({ page, news }: InspectBench, design: string, document = lenet): void {
  Object.assign(page, { design, document });
  news();
}

async function answerOpen(bench: InspectBench): Promise<void> {
  await bench.wait(10_000);
  await bench.answer('open', succeed({ backend: 'wasm', weights: START }));
}

describe('a unit that is asked for by name', () => {
  test.each([
    ['with nothing remembered', []],
    ['with another place remembered', [['first', { layer: 'conv2d_1', unit: 1 }]]],
  ])('is found when the network opens, %s', async (_, kept) => {
    const bench = createPage(kept);
    bench.inspect.actions.lookAt('conv2d_2', 5);
    await bench.opened();
    expect(place(bench)).toEqual({ layer: 'conv2d_2', unit: 5 });
  });

  test('is found in a design that was switched to while nobody looked', async () => {
    const bench = createPage();
    const close = bench.inspect.actions.open();
    await answerOpen(bench);
    bench.inspect.actions.pickUnit(2);
    close();
    switchTo(bench, 'second', withUnits(99));
    bench.inspect.actions.lookAt('conv2d_2', 5);
    await bench.opened();
    expect(place(bench)).toEqual({ layer: 'conv2d_2', unit: 5 });
    switchTo(bench, 'first');
    await answerOpen(bench);
    expect(place(bench)).toEqual({ layer: 'conv2d_1', unit: 2 });
  });

  test('is found in a design that has the same network as the one before', async () => {
    const bench = createPage([['second', { layer: 'conv2d_1', unit: 1 }]]);
    await bench.opened();
    bench.inspect.actions.chooseLayer('tanh_1');
    switchTo(bench, 'second', { ...lenet });
    bench.inspect.actions.lookAt('conv2d_2', 5);
    await bench.wait(10_000);
    expect(bench.asked('open')).toHaveLength(1);
    expect(place(bench)).toEqual({ layer: 'conv2d_2', unit: 5 });
  });

  test('is found at once in a network that is open, and stays when that is opened anew', async () => {
    const bench = createPage();
    await bench.opened();
    bench.inspect.actions.lookAt('conv2d_2', 5);
    expect(place(bench)).toEqual({ layer: 'conv2d_2', unit: 5 });
    switchTo(bench, 'first', withUnits(99));
    await answerOpen(bench);
    expect(place(bench)).toEqual({ layer: 'conv2d_2', unit: 5 });
  });

  test('gives way to what is chosen after it, and to what there is', async () => {
    const bench = createPage();
    await bench.opened();
    bench.inspect.actions.lookAt('not_yet', 5);
    bench.inspect.actions.lookAt('conv2d_2', 999);
    expect(place(bench)).toEqual({ layer: 'conv2d_1', unit: null });
    bench.inspect.actions.pickUnit(3);
    switchTo(bench, 'first', setParam(lenet, { kind: 'set-param', node: 'conv2d_2', param: 'filters', value: 1000 }));
    await answerOpen(bench);
    expect(place(bench)).toEqual({ layer: 'conv2d_1', unit: 3 });
  });
});

describe('the place of a design', () => {
  const kept = [['second', { layer: 'conv2d_2', unit: 7 }]];

  test('is found although the page says something of the network before while the next is not open yet', async () => {
    const bench = createPage(kept);
    await bench.withInput();
    bench.inspect.actions.pickUnit(2);
    switchTo(bench, 'second', withUnits(99));
    bench.inspect.actions.setFrozen(true);
    bench.inspect.actions.setFrozen(false);
    await answerOpen(bench);
    expect(place(bench)).toEqual({ layer: 'conv2d_2', unit: 7 });
    switchTo(bench, 'first');
    await answerOpen(bench);
    expect(place(bench)).toEqual({ layer: 'conv2d_1', unit: 2 });
  });

  test('is found in a design of the same network', async () => {
    const bench = createPage(kept);
    await bench.opened();
    bench.inspect.actions.pickUnit(2);
    switchTo(bench, 'second', { ...lenet });
    await bench.wait(10_000);
    expect(place(bench)).toEqual({ layer: 'conv2d_2', unit: 7 });
    switchTo(bench, 'first');
    await bench.wait(10_000);
    expect(place(bench)).toEqual({ layer: 'conv2d_1', unit: 2 });
    expect(bench.asked('open')).toHaveLength(1);
  });

  test.each(['failed', 'refused'])('is come back to after another design was %s', async (phase) => {
    const bench = createPage(kept);
    await bench.opened();
    bench.inspect.actions.chooseLayer('conv2d_2');
    bench.inspect.actions.pickUnit(5);
    switchTo(bench, 'second', phase === 'failed' ? withUnits(99) : withMistake);
    await bench.wait(10_000);
    if (phase === 'failed') await bench.answer('open', broken);
    expect(bench.inspect.store.getState().phase.kind).toBe(phase);
    // Chosen on the canvas, of the other design.
    bench.inspect.actions.chooseLayer('tanh_1');
    switchTo(bench, 'first', { ...lenet });
    await answerOpen(bench);
    await flush();
    expect(bench.inspect.store.getState().phase.kind).toBe('ready');
    expect(place(bench)).toEqual({ layer: 'conv2d_2', unit: 5 });
  });
});
