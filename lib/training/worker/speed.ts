/** A validation sample needs no gradient: about a third of a training sample's work. */
const VALIDATION_SHARE = 1 / 3;
/** How far back the speed looks, as the weight of each new measurement. */
const SMOOTHING = 0.2;

export interface Speed {
  /** `seconds` is the time that training `examples` took. */
  add(examples: number, seconds: number): void;
  readonly examplesPerSecond: number;
  secondsLeft(trainingExamples: number, validationExamples: number): number;
}

/** Examples per second, smoothed, and the time left at that speed. */
export function createSpeed(): Speed {
  let secondsPerExample: number | null = null;
  return {
    add: (examples, seconds) => {
      const measured = seconds / Math.max(1, examples);
      secondsPerExample =
        secondsPerExample === null ? measured : secondsPerExample + SMOOTHING * (measured - secondsPerExample);
    },
    get examplesPerSecond() {
      return secondsPerExample === null || secondsPerExample === 0 ? 0 : 1 / secondsPerExample;
    },
    secondsLeft: (training, validation) => (secondsPerExample ?? 0) * (training + validation * VALIDATION_SHARE),
  };
}
