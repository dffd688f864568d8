/** Fewer or closer looks say nothing about how many there are in a second. */
const LEAST = { looks: 4, ms: 300 } as const;

/** Looks a second, of those of the last second; null until there are some. */
export function createRate(now: () => number): { add(): number | null; clear(): void } {
  let times: readonly number[] = [];
  return {
    add() {
      const time = now();
      times = [...times, time].filter((other) => time - other <= 1000);
      const span = time - (times[0] ?? time);
      return times.length < LEAST.looks || span < LEAST.ms ? null : ((times.length - 1) * 1000) / span;
    },
    clear() {
      times = [];
    },
  };
}
