import { createRunLocks } from '@/lib/platform/run-locks';

/** Grants everything at once and tells what is held, as browsers do. */
function createLocks() {
  const held: { readonly name: string; readonly mode: 'exclusive' | 'shared' }[] = [];
  const manager = {
    async request(name: string, options: LockOptions, hold: (lock: object) => unknown) {
      const lock = { name, mode: options.mode ?? 'exclusive' } as const;
      held.push(lock);
      await hold(lock);
      held.splice(held.indexOf(lock), 1);
    },
    query: async () => ({ held: [...held], pending: [] }),
  };
  return { manager: manager as unknown as LockManager, held };
}

test('who waits for the end of a run does not seem to have it, neither while waiting nor when told', async () => {
  const { manager } = createLocks();
  const locks = createRunLocks(manager);
  const letGo = await locks.hold('a');
  expect([...(await locks.held())]).toEqual(['a']);
  letGo?.();
  const seen: (readonly string[])[] = [];
  await new Promise<void>((resolve) => {
    locks.whenFree('a', () => void locks.held().then((ids) => resolve(void seen.push([...ids]))));
  });
  expect(seen).toEqual([[]]);
});
