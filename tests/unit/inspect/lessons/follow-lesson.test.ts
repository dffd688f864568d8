import { FOLLOW_LESSON, moveOf } from '@/lib/inspect/lessons/follow-lesson';
import type { InspectInput } from '@/lib/state/inspect-state';
import { lessonSnapshot } from '@/lib/state/lesson-snapshot';
import { createLessonBench, square } from '@/tests/unit/inspect/lessons/lesson-bench';

const STEPS = FOLLOW_LESSON.steps.map(({ id }) => id);
const pictureAt = (top: number, left: number, kind: 'drawing' | 'camera' = 'drawing'): InspectInput => ({
  source: { kind },
  values: square(top, left),
});

/** Up to the step that asks to move: the deep layer and a unit with a spot are chosen. */
async function atMove() {
  const page = await createLessonBench(FOLLOW_LESSON);
  const { actions } = page.inspect;
  actions.setInput(pictureAt(12, 10));
  await page.go();
  actions.chooseLayer('conv2d_2');
  await page.next();
  await page.next();
  actions.pickUnit(0);
  await page.go();
  expect(page.progress().done).toEqual(['trained', 'maps', 'spot']);
  await page.next();
  return page;
}

const moveNow = ({ inspect, progress }: Awaited<ReturnType<typeof atMove>>) =>
  moveOf(lessonSnapshot(inspect.store.getState(), []), progress().memory);

test('the spot is followed by what the input and the strongest cell really do', async () => {
  const page = await atMove();
  const { actions } = page.inspect;
  actions.moveInput([0, 2]);
  expect((await page.go()).doneWith).toBeNull();
  expect(moveNow(page)).toMatchObject({ input: [0, 2], isFarEnough: false });
  actions.moveInput([0, 2]);
  expect(await page.go()).toMatchObject({ done: STEPS.slice(0, 4), memory: { way: [0, 4] } });
  expect(moveNow(page)).toMatchObject({ input: [0, 4], spot: [0, 4], hasFollowed: true });

  await page.next();
  actions.moveInput([0, 4]);
  expect((await page.go()).doneWith).toBeNull();
  actions.moveInput([0, -8]);
  expect((await page.go()).done).toContain('way-back');

  // The drawing is one's own already: it only has to move.
  expect((await page.next()).doneWith).toBeNull();
  actions.moveInput([4, 0]);
  expect((await page.go()).done).toContain('live');

  expect((await page.next()).doneWith).toBeNull();
  actions.chooseLayer('softmax_1');
  await page.go();
  actions.moveInput([0, 2]);
  expect((await page.go()).done).toEqual(STEPS);
});

test('a camera’s pictures are followed by where their brightness is; a sample is not one’s own', async () => {
  const page = await atMove();
  page.inspect.actions.setInput(pictureAt(12, 10, 'camera'));
  await page.go();
  page.inspect.actions.offerInput(pictureAt(12, 11, 'camera'));
  expect((await page.go()).doneWith).toBeNull();
  page.inspect.actions.offerInput(pictureAt(16, 10, 'camera'));
  expect((await page.go()).doneWith?.input?.kind).toBe('camera');
  expect(moveNow(page)?.input).toEqual([4, 0]);

  const sample = lessonSnapshot(page.inspect.store.getState(), []);
  const live = FOLLOW_LESSON.steps.find(({ id }) => id === 'live');
  const { memory } = page.progress();
  expect(live?.check(sample, memory)).toBe(true);
  expect(live?.check({ ...sample, input: sample.input && { ...sample.input, kind: 'sample' } }, memory)).toBe(false);
});

test('a spot that stays where it is has not followed', async () => {
  const page = await atMove();
  page.inspect.actions.pickUnit(2);
  await page.go();
  page.inspect.actions.moveInput([0, 5]);
  expect((await page.go()).doneWith).toBeNull();
  expect(moveNow(page)).toMatchObject({ input: [0, 5], spot: [0, 0], isFarEnough: true, hasFollowed: false });
});

test('with another unit or another picture it begins anew', async () => {
  const page = await atMove();
  page.inspect.actions.moveInput([0, 2]);
  await page.go();
  page.inspect.actions.pickUnit(2);
  await page.go();
  expect(moveNow(page)?.input).toEqual([0, 0]);
  page.inspect.actions.pickUnit(0);
  await page.go();
  page.inspect.actions.moveInput([0, 2]);
  expect((await page.go()).doneWith).toBeNull();
});

test('a map that is the same everywhere has no spot, nor has one with a high row, nor one whose best cell is at the rim', async () => {
  const page = await atMove();
  const isClear = () => lessonSnapshot(page.inspect.store.getState(), []).spot?.isClear;
  expect(isClear()).toBe(true);
  for (const unit of [1, 3]) {
    page.inspect.actions.pickUnit(unit);
    expect(isClear()).toBe(false);
  }
  page.inspect.actions.pickUnit(0);
  page.inspect.actions.setInput(pictureAt(0, 0));
  await page.go();
  expect(isClear()).toBe(false);
});

test('the first layer’s maps and a vector are not maps deep inside', async () => {
  const page = await createLessonBench(FOLLOW_LESSON);
  for (const node of ['conv2d_1', 'input_1', 'dense_1']) {
    page.inspect.actions.chooseLayer(node);
    await page.go();
    const now = lessonSnapshot(page.inspect.store.getState(), []);
    expect([node, FOLLOW_LESSON.steps[1]?.check(now, page.progress().memory)]).toEqual([node, false]);
  }
});

test('the place is lost in the last layer, not in one that is only laid flat, and once the input has moved', async () => {
  const page = await createLessonBench(FOLLOW_LESSON);
  for (let step = 0; step < FOLLOW_LESSON.steps.length - 1; step += 1) await page.next();
  page.inspect.actions.chooseLayer('flatten_1');
  page.inspect.actions.moveInput([0, 2]);
  expect((await page.go()).doneWith).toBeNull();
  page.inspect.actions.chooseLayer('softmax_1');
  expect((await page.go()).doneWith).toBeNull();
  page.inspect.actions.moveInput([0, 2]);
  expect((await page.go()).done).toContain('answer');
});
