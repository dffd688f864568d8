import { interrupt, startTransition, type NextFrame, type Transition } from '@/components/canvas/zoom/transition';

/** Frames that come when the test says so. */
function createFrames() {
  const waiting = new Set<(ms: number) => void>();
  const nextFrame: NextFrame = (run) => {
    waiting.add(run);
    return () => waiting.delete(run);
  };
  const pass = (ms: number) => {
    const due = [...waiting];
    waiting.clear();
    for (const run of due) run(ms);
  };
  return { nextFrame, pass, waiting };
}

// A transition keeps an element and never looks into it.
const someElement = () => ({}) as Element;

function watch(transition: Transition<unknown>) {
  const seen: (string | number)[] = [];
  for (const event of ['start', 'end', 'interrupt']) transition.on(event, () => seen.push(event));
  transition.tween('zoom', () => (progress) => seen.push(progress));
  return seen;
}

test('a transition moves from its first frame to its end, and ends there exactly', () => {
  const frames = createFrames();
  const seen = watch(startTransition('it', someElement(), frames.nextFrame).duration(100));
  for (const ms of [1000, 1025, 1050, 1101]) frames.pass(ms);
  expect(seen).toEqual(['start', 0, 0.25, 0.5, 1, 'end']);
  expect(frames.waiting.size).toBe(0);
});

test('the easing says how far it has come between the ends', () => {
  const frames = createFrames();
  const seen = watch(
    startTransition('it', someElement(), frames.nextFrame)
      .duration(100)
      .ease((progress) => progress ** 2),
  );
  for (const ms of [0, 50, 100]) frames.pass(ms);
  expect(seen).toEqual(['start', 0, 0.25, 1, 'end']);
});

test('an interrupted transition stops where it stands', () => {
  const frames = createFrames();
  const element = someElement();
  const seen = watch(startTransition('it', element, frames.nextFrame).duration(100));
  frames.pass(0);
  interrupt(element);
  frames.pass(50);
  expect(seen).toEqual(['start', 0, 'interrupt']);
});

test('a step that interrupts its own transition is its last', () => {
  const frames = createFrames();
  const element = someElement();
  const seen: number[] = [];
  startTransition('it', element, frames.nextFrame)
    .duration(100)
    .tween('zoom', () => (progress) => {
      seen.push(progress);
      if (progress > 0) interrupt(element);
    });
  for (const ms of [0, 50, 100]) frames.pass(ms);
  expect(seen).toEqual([0, 0.5]);
});

test('another transition of the same element takes over; one that had not started says nothing', () => {
  const frames = createFrames();
  const element = someElement();
  const first = watch(startTransition('it', element, frames.nextFrame).duration(100));
  const second = watch(startTransition('it', element, frames.nextFrame).duration(100));
  for (const ms of [0, 100]) frames.pass(ms);
  expect(first).toEqual([]);
  expect(second).toEqual(['start', 0, 1, 'end']);
});

test('names as d3-zoom gives them: several at once, each with a part after the dot', () => {
  const frames = createFrames();
  const seen: string[] = [];
  startTransition('it', someElement(), frames.nextFrame).on('interrupt.zoom end.zoom', () => seen.push('over'));
  for (const ms of [0, 250]) frames.pass(ms);
  expect(seen).toEqual(['over']);
});
