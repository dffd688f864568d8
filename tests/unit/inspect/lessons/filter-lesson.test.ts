import { succeed } from '@/lib/core/result';
import { setParam } from '@/lib/document/commands/edit';
import { edgeUnits, FILTER_LESSON, hasNoEdge, othersThan } from '@/lib/inspect/lessons/filter-lesson';
import { goBack, NOT_BEGUN, watch } from '@/lib/inspect/lessons/lesson';
import { lessonSnapshot } from '@/lib/state/lesson-snapshot';
import { createLessonBench, FILTERS, square } from '@/tests/unit/inspect/lessons/lesson-bench';
import { createInspectBench, flush, lenet } from '@/tests/unit/state/inspect-harness';

const STEPS = FILTER_LESSON.steps.map(({ id }) => id);
const bench = (filters = FILTERS) => createLessonBench(FILTER_LESSON, filters);
const snapshotOf = ({ inspect }: Pick<Awaited<ReturnType<typeof bench>>, 'inspect'>, views = ['maps', 'unit']) =>
  lessonSnapshot(inspect.store.getState(), views);

test('the lesson is gone through by what is really chosen and open', async () => {
  const page = await bench();
  const { actions } = page.inspect;
  actions.setInput({ source: { kind: 'drawing' }, values: square(12, 12) });
  expect((await page.go()).done).toEqual(['trained']);

  actions.chooseLayer('dense_1');
  expect((await page.next()).doneWith).toBeNull();
  actions.chooseLayer('conv2d_1');
  expect((await page.go()).done).toContain('first-layer');

  expect((await page.next()).doneWith).toBeNull();
  actions.pickUnit(0);
  expect((await page.go()).done).toContain('unit');

  expect((await page.next()).doneWith).toBeNull();
  expect((await page.go(['maps', 'filter'])).done).toContain('filter');

  // Unit 0 sums all up and unit 5 is a spot: neither is an edge.
  await page.next();
  for (const unit of [0, 4, 5]) {
    actions.pickUnit(unit);
    expect((await page.go()).doneWith).toBeNull();
  }
  actions.pickUnit(1);
  expect(await page.go()).toMatchObject({ memory: { edge: 1 }, done: STEPS.slice(0, 5) });

  expect((await page.next()).doneWith).toBeNull();
  const { doneWith } = await page.go(['maps', 'unit']);
  // The filter grows to the right; it answers most where the square begins: dark at the left, bright at the right.
  expect(doneWith?.filters?.edges[1]).toEqual({ degrees: 0, share: 1 });
  // The first of the two best cells sees the square two columns from the right and one row up from the bottom: 12 and −4.
  expect(doneWith?.spot?.place).toEqual([13.5, 11.5]);
  expect(doneWith?.spot?.slope?.degrees).toBe(342);

  await page.next();
  actions.pickUnit(5);
  expect((await page.go()).doneWith).toBeNull();
  actions.pickUnit(2);
  expect((await page.go()).done).toEqual(STEPS);
  // Cells 15 and 16 answer alike to the right side of the square: the first of them counts.
  expect(snapshotOf(page).spot?.place).toEqual([13.5, 15.5]);
  expect((await page.next()).at).toBe(STEPS.length);
});

test('start values are not what a network has learned', async () => {
  const page = await bench();
  expect(FILTER_LESSON.steps[0]?.check({ ...snapshotOf(page), weights: 'start' }, NOT_BEGUN.memory)).toBe(false);
  const closed = createInspectBench();
  const nothing = lessonSnapshot(closed.inspect.store.getState(), []);
  expect(watch(FILTER_LESSON, NOT_BEGUN, nothing)).toBe(NOT_BEGUN);
});

test('a step may be skipped, and taken back to be done anew', async () => {
  const page = await bench();
  page.inspect.actions.chooseLayer('dense_1');
  const skipped = await page.next().then(page.next);
  expect(skipped).toMatchObject({ at: 2, done: ['trained'] });
  const back = goBack(FILTER_LESSON, goBack(FILTER_LESSON, skipped));
  expect(back).toMatchObject({ at: 0, done: [] });
  expect(goBack(FILTER_LESSON, back).at).toBe(0);
});

test('an activation’s units have the filters behind them as well; a pooling’s see more than these', async () => {
  const page = await bench();
  for (const [node, isFirst] of [
    ['conv2d_1', true],
    ['tanh_1', true],
    ['max_pool2d_1', false],
    ['conv2d_2', false],
    ['dense_1', false],
  ] as const) {
    page.inspect.actions.chooseLayer(node);
    expect([node, snapshotOf(page).layer?.isFirst]).toEqual([node, isFirst]);
  }
});

test('where no filter is mostly an edge, the one that comes closest will do', async () => {
  expect(hasNoEdge(snapshotOf(await bench()).filters)).toBe(false);
  const spot = (slope: number) => (row: number, column: number) => (row === 0 && column === 0 ? 9 : slope * column);
  const { filters: weak } = snapshotOf(await bench(FILTERS.map((_, unit) => spot(unit === 3 ? 1 : 0))));
  // A slope of 1 over columns from −2 to 2 has 50 squares, the spot 81.
  expect(hasNoEdge(weak)).toBe(true);
  expect(weak?.edges[3]?.share).toBeCloseTo(50 / 131, 6);
  expect(edgeUnits(weak)).toEqual([3]);
});

test('another direction is one at least 60° away, the most decided first; else any other filter', async () => {
  const { filters } = snapshotOf(await bench());
  expect(filters?.edges.map(({ degrees }) => degrees).slice(1, 4)).toEqual([0, 180, 270]);
  expect(othersThan(filters, 1)).toEqual({ units: [2, 3], areEdges: true, areApart: true });
  const alike = filters && { ...filters, edges: filters.edges.map((edge) => ({ ...edge, degrees: 10 })) };
  expect(othersThan(alike, 1)).toMatchObject({ areEdges: false, areApart: false });
  expect(othersThan(alike, 1).units).toHaveLength(5);
  expect(othersThan(alike, 1).units).not.toContain(1);
});

test('what is hardly an edge is not called an edge detector for another direction', async () => {
  const { filters } = snapshotOf(await bench());
  const shares = [0.1, 0.9, 0.3, 0.4, 0.2, 0.8];
  const edges = shares.map((share, unit) => ({ share, degrees: unit === 1 || unit === 5 ? 0 : 90 }));
  const others = othersThan(filters && { ...filters, edges }, 1);
  expect(others).toMatchObject({ areEdges: false, areApart: true });
  expect(others.units.slice(0, 2)).toEqual([3, 2]);
});

test('many filters are read a few at a look, and no filter is called the closest before all are known', async () => {
  const page = createInspectBench();
  page.page.document = setParam(lenet, { kind: 'set-param', node: 'conv2d_1', param: 'filters', value: 30 });
  page.inspect.actions.open();
  await flush();
  // Only the last one is an edge, and not half of it: beside a sum of all.
  const kernel = { name: 'conv2d_1/kernel', shape: [5, 5, 1, 30], values: new Float32Array(750).fill(2) };
  for (let tap = 0; tap < 25; tap += 1) kernel.values[30 * tap + 29] = 2 + (tap % 5) - 2;
  await page.answer('open', succeed({ backend: 'wasm', weights: [kernel] }));
  page.inspect.actions.chooseLayer('conv2d_1');
  const looks = [1, 2, 3].map(() => snapshotOf(page).filters);
  expect(looks.map((filters) => filters?.edges.length)).toEqual([12, 24, 30]);
  expect(looks.map((filters) => edgeUnits(filters ?? null))).toEqual([[], [], [29]]);
  expect(looks.map((filters) => hasNoEdge(filters ?? null))).toEqual([false, false, true]);
});
