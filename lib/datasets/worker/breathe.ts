import { Cancelled } from '@/lib/datasets/import/source-plan';

const EVERY_MS = 50;

export interface Breath {
  /** Every now and then lets messages in and tells how far it is; throws a Cancelled after `cancel`. */
  breathe(done: number, total: number): Promise<void>;
  cancel(): void;
  restart(): void;
}

export function createBreath(onProgress: (done: number, total: number) => void): Breath {
  let last = performance.now();
  let isCancelled = false;
  return {
    async breathe(done, total) {
      if (performance.now() - last >= EVERY_MS) {
        onProgress(done, total);
        await new Promise((resolve) => setTimeout(resolve));
        last = performance.now();
      }
      if (isCancelled) throw new Cancelled();
    },
    cancel: () => {
      isCancelled = true;
    },
    restart: () => {
      isCancelled = false;
      last = performance.now();
    },
  };
}
