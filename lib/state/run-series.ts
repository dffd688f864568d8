/** Exponential smoothing of the batch curve: about the last ten batches weigh in. */
const SMOOTHING = 0.9;
const FIRST_CAPACITY = 1024;

/** One measured quantity per batch, and the same smoothed, in arrays that grow by doubling. */
class GrowingCurve {
  private raw = new Float32Array(FIRST_CAPACITY);
  private smooth = new Float32Array(FIRST_CAPACITY);
  private mean = 0;
  private weight = 0;
  private count = 0;

  get values(): Float32Array {
    return this.raw.subarray(0, this.count);
  }

  get smoothed(): Float32Array {
    return this.smooth.subarray(0, this.count);
  }

  push(value: number): void {
    if (this.count === this.raw.length) this.grow();
    if (Number.isFinite(value)) {
      this.mean = SMOOTHING * this.mean + (1 - SMOOTHING) * value;
      this.weight = SMOOTHING * this.weight + (1 - SMOOTHING);
    }
    this.raw[this.count] = value;
    // Divided by the weight so far: the first batches are not pulled towards zero (Kingma & Ba 2015, section 3).
    this.smooth[this.count] = this.weight === 0 ? value : this.mean / this.weight;
    this.count++;
  }

  private grow(): void {
    const raw = new Float32Array(this.raw.length * 2);
    const smooth = new Float32Array(this.smooth.length * 2);
    raw.set(this.raw);
    smooth.set(this.smooth);
    this.raw = raw;
    this.smooth = smooth;
  }
}

/** What a run has measured per batch. It grows in place: readers follow `RunState.seriesVersion`, not its identity. */
export interface BatchSeries {
  readonly length: number;
  readonly losses: Float32Array;
  readonly smoothedLosses: Float32Array;
  readonly accuracies: Float32Array;
  readonly smoothedAccuracies: Float32Array;
  /** Seconds of training at each report: [batches so far, seconds] in pairs. */
  readonly times: readonly number[];
}

export interface GrowingSeries extends BatchSeries {
  /** Adds several batches, in order; `first` is the number of batches before them. Batches already there are skipped. */
  append(first: number, losses: Float32Array, accuracies: Float32Array): void;
  addTime(seconds: number): void;
  setTimes(times: Float32Array): void;
}

export function createSeries(): GrowingSeries {
  const loss = new GrowingCurve();
  const accuracy = new GrowingCurve();
  const times: number[] = [];
  return {
    times,
    addTime: (seconds) => void times.push(loss.values.length, seconds),
    setTimes(kept) {
      times.length = 0;
      for (const value of kept) times.push(value);
    },
    get length() {
      return loss.values.length;
    },
    get losses() {
      return loss.values;
    },
    get smoothedLosses() {
      return loss.smoothed;
    },
    get accuracies() {
      return accuracy.values;
    },
    get smoothedAccuracies() {
      return accuracy.smoothed;
    },
    append(first, losses, accuracies) {
      const known = Math.max(0, loss.values.length - first);
      for (let at = known; at < losses.length; at++) {
        loss.push(losses[at] ?? Number.NaN);
        accuracy.push(accuracies[at] ?? Number.NaN);
      }
    },
  };
}
