import type { ScheduleSettings } from '@/lib/core/learning';

/** Where a step stands in its run. Epochs and batches count from 0. */
export interface StepPlace {
  readonly epoch: number;
  /** Of the epoch. */
  readonly batch: number;
  /** In an epoch. */
  readonly batches: number;
}

/** What the rate of a step depends on besides the settings. */
export interface Course {
  /** Of the whole run. */
  readonly epochs: number;
  /** The validation loss of every epoch that ended (the training loss where nothing is held out); for 'plateau'. */
  readonly losses: readonly number[];
}

/**
 * What the learning rate is multiplied by for the step at `place`. Warm-up grows in a straight line over the first steps and
 * reaches the whole rate with its last one (Goyal et al., "Accurate, Large Minibatch SGD", 2017, §2.2).
 */
export function rateFactor(schedule: ScheduleSettings, place: StepPlace, course: Course): number {
  const warm = schedule.warmup > 0 ? Math.min(1, epochsAfter(place) / schedule.warmup) : 1;
  return warm * Math.max(schedule.floor, scheduleFactor(schedule, place, course));
}

function epochsBefore({ epoch, batch, batches }: StepPlace): number {
  return epoch + batch / batches;
}

function epochsAfter({ epoch, batch, batches }: StepPlace): number {
  return epoch + (batch + 1) / batches;
}

function scheduleFactor(schedule: ScheduleSettings, place: StepPlace, course: Course): number {
  const { name, factor, every, patience, floor, warmup } = schedule;
  // The smooth schedules begin when the rate has reached its value.
  const sinceWarm = Math.max(0, epochsBefore(place) - warmup);
  switch (name) {
    case 'constant':
      return 1;
    case 'step':
      return factor ** Math.floor(place.epoch / every);
    case 'exponential':
      return factor ** sinceWarm;
    case 'cosine': {
      // Loshchilov & Hutter, "SGDR", 2017, equation 5, without restarts.
      const share = Math.min(1, sinceWarm / Math.max(course.epochs - warmup, Number.EPSILON));
      return floor + ((1 - floor) * (1 + Math.cos(Math.PI * share))) / 2;
    }
    case 'plateau':
      return factor ** plateausOf(course.losses, patience);
  }
}

/** How often `patience` epochs passed without a loss below the best before, as Keras's ReduceLROnPlateau counts. */
export function plateausOf(losses: readonly number[], patience: number): number {
  let [best, waited, plateaus] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const loss of losses) {
    if (loss < best) {
      [best, waited] = [loss, 0];
      continue;
    }
    waited += 1;
    if (waited < patience) continue;
    plateaus += 1;
    waited = 0;
  }
  return plateaus;
}

/** How many batches' gradients make one step in this epoch: doubled again and again (Smith et al. 2018). */
export function accumulatedBatches(
  { accumulate, doubleEvery }: { readonly accumulate: number; readonly doubleEvery: number },
  epoch: number,
): number {
  return doubleEvery > 0 ? accumulate * 2 ** Math.floor(epoch / doubleEvery) : accumulate;
}
