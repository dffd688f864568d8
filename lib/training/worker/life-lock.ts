/** Holds a lock until this worker ends, however it ends, so that the page can tell; resolves once it is held. */
export function holdLifeLock(name: string): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined || name === '') return Promise.resolve();
  return new Promise((resolve) => {
    void locks.request(name, () => {
      resolve();
      return new Promise(() => {});
    });
  });
}
