import { createLongCalls, type Between } from '@/lib/training/worker/inspect/long-calls';

/** Counts its parts until it is stopped. */
const endless = (parts: { count: number }) => async (between: Between) => {
  while (await between()) parts.count += 1;
  return null;
};

const eventLoop = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('calls that go on for long', () => {
  it('let other work in between their parts, and end when they are stopped', async () => {
    const calls = createLongCalls();
    const parts = { count: 0 };
    const result = calls.run('excite', endless(parts));
    await eventLoop();
    await eventLoop();
    expect(parts.count).toBeGreaterThan(0);
    calls.stop('excite');
    expect(await result).toBeNull();
  });

  it('are stopped by their name', async () => {
    const calls = createLongCalls();
    const [excited, attributed] = [{ count: 0 }, { count: 0 }];
    const excite = calls.run('excite', endless(excited));
    const attribute = calls.run('attribute', endless(attributed));
    calls.stop('excite');
    expect(await excite).toBeNull();
    const before = attributed.count;
    await eventLoop();
    await eventLoop();
    expect(attributed.count).toBeGreaterThan(before);
    calls.stop('attribute');
    expect(await attribute).toBeNull();
  });

  it('are all over before what they work on goes', async () => {
    const calls = createLongCalls();
    const over: string[] = [];
    void calls.run('excite', endless({ count: 0 })).then(() => over.push('excite'));
    const failing = calls.run('attribute', async (between) => {
      while (await between()) continue;
      throw new Error('could not tidy up');
    });
    const failed = expect(failing).rejects.toThrow('could not tidy up');
    await calls.stopAll();
    await failed;
    expect(over).toEqual(['excite']);
  });

  it('that are called again after a stop start anew', async () => {
    const calls = createLongCalls();
    calls.stop('excite');
    expect(await calls.run('excite', (between) => between())).toBe(true);
  });
});
