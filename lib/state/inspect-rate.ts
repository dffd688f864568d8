/** Looks a second, of those of the last second; null until there are two. */
export function createRate(now: () => number): { add(): number | null; clear(): void } {
  let times: readonly number[] = [];
  return {
    add() {
      const time = now();
      times = [...times, time].filter((other) => time - other <= 1000);
      const [first] = times;
      return first === undefined || times.length < 2 || time === first
        ? null
        : ((times.length - 1) * 1000) / (time - first);
    },
    clear() {
      times = [];
    },
  };
}
