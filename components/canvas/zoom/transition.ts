/** What d3-zoom and React Flow ask of a transition: one element whose view moves over a time, until something interrupts. */
export interface Transition<S> {
  selection(): S;
  duration(ms: number): Transition<S>;
  ease(ease: (progress: number) => number): Transition<S>;
  /** Names as in d3: 'start', 'end' or 'interrupt', several separated by spaces, a part after a dot is ignored. */
  on(names: string, listener: Listener): Transition<S>;
  tween(name: string, begin: (this: Element) => (progress: number) => void): Transition<S>;
}

type Listener = (this: Element) => void;

/** Calls back at the next frame with its time in ms; what it returns calls that off. */
export type NextFrame = (run: (ms: number) => void) => () => void;

const interrupts = new WeakMap<Element, () => void>();

/** Stops the transition under way on the element, where it stands. */
export function interrupt(element: Element): void {
  interrupts.get(element)?.();
}

/** Starts at the next frame, so that the caller can still say how long and how; ends whatever moved the element before. */
export function startTransition<S>(selection: S, element: Element, nextFrame: NextFrame): Transition<S> {
  const listeners: (readonly [string, Listener])[] = [];
  const emit = (event: string) => {
    for (const [name, listener] of listeners) if (name === event) listener.call(element);
  };
  let durationMs = 250;
  let easing = (progress: number) => progress;
  let begin: (this: Element) => (progress: number) => void = () => () => undefined;
  let state: 'waiting' | 'moving' | 'over' = 'waiting';

  const finish = (event: 'end' | 'interrupt') => {
    const wasMoving = state === 'moving';
    state = 'over';
    interrupts.delete(element);
    if (wasMoving) emit(event);
  };
  const move = (startMs: number, step: (progress: number) => void) => (ms: number) => {
    const progress = Math.min(1, (ms - startMs) / durationMs);
    step(progress === 1 ? 1 : easing(progress));
    // The step itself may have interrupted the transition.
    if (state === 'over') return;
    if (progress === 1) finish('end');
    else callOff = nextFrame(move(startMs, step));
  };

  interrupt(element);
  let callOff = nextFrame((ms) => {
    state = 'moving';
    emit('start');
    move(ms, begin.call(element))(ms);
  });
  interrupts.set(element, () => {
    callOff();
    finish('interrupt');
  });

  const transition: Transition<S> = {
    selection: () => selection,
    duration: (ms) => ((durationMs = ms), transition),
    ease: (ease) => ((easing = ease), transition),
    on(names, listener) {
      for (const name of names.split(' ')) listeners.push([name.split('.', 1)[0] ?? name, listener]);
      return transition;
    },
    tween: (_, tween) => ((begin = tween), transition),
  };
  return transition;
}
