import { finished, inTurns, type Steps } from '@/lib/core/steps';

function* counting(steps: number, onStep: () => void): Steps<string> {
  for (let step = 0; step < steps; step += 1) {
    onStep();
    yield;
  }
  return `${steps} steps`;
}

/** A clock that each step puts 3 ms on, and tasks that are done when they are called. */
function setUp() {
  const tasks: (() => void)[] = [];
  const perTurn: number[] = [];
  const done: string[] = [];
  let clock = 0;
  const next = (): void => {
    perTurn.push(0);
    tasks.shift()?.();
  };
  perTurn.push(0);
  const giveUp = inTurns(
    counting(10, () => {
      clock += 3;
      perTurn[perTurn.length - 1] = (perTurn.at(-1) ?? 0) + 1;
    }),
    {
      onDone: (value) => done.push(value),
      now: () => clock,
      later(task) {
        tasks.push(task);
        return () => tasks.splice(tasks.indexOf(task), 1);
      },
      mostMs: 8,
    },
  );
  return { tasks, perTurn, done, next, giveUp };
}

describe('work in steps', () => {
  it('is done at once where that is asked for', () => {
    expect(finished(counting(3, () => undefined))).toBe('3 steps');
  });

  it('begins at once and goes on in tasks of their own, none longer than a turn and a step', () => {
    const { tasks, perTurn, done, next } = setUp();
    expect(perTurn).toEqual([3]);
    for (let more = 0; more < 3; more += 1) next();
    expect(perTurn).toEqual([3, 3, 3, 1]);
    expect(done).toEqual(['10 steps']);
    expect(tasks).toEqual([]);
  });

  it('is given up between two turns', () => {
    const { tasks, done, next, giveUp } = setUp();
    next();
    giveUp();
    expect(tasks).toEqual([]);
    expect(done).toEqual([]);
  });
});
