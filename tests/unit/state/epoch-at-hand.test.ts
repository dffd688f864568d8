import { succeed } from '@/lib/core/result';
import { epochAtHand } from '@/lib/state/epoch-at-hand';
import { INITIAL } from '@/lib/state/run-prepare';
import { createSeries } from '@/lib/state/run-series';
import type { EpochPoint, KeptState, RunState } from '@/lib/state/run-state';
import { createInspectBench, flush, weightsOfRun } from '@/tests/unit/state/inspect-harness';
import { finished } from '@/tests/unit/state/run-harness';

const PER_EPOCH = 10;
const KEPT: KeptState = { epoch: 5, batches: 50, bytes: 1, best: 3, kept: [2, 4], canGoOn: false };

/** A network that was trained for so many batches, ten of them an epoch. */
function trained(batches: number, change: Partial<RunState> = {}): RunState {
  const series = createSeries();
  series.append(0, new Float32Array(batches), new Float32Array(batches));
  const epochs = Array.from({ length: Math.floor(batches / PER_EPOCH) }, (_, at) => {
    return { epoch: at + 1, batches: (at + 1) * PER_EPOCH } as EpochPoint;
  });
  return { ...INITIAL, series, epochs, hasModel: true, checkpoint: KEPT, ...change };
}

describe('the epoch whose weights are at hand', () => {
  test('is the last of what was trained', () => {
    expect(epochAtHand(trained(50))).toEqual({ epoch: 5, isPartial: false });
  });

  test('is the one whose kept weights a person took', () => {
    expect(epochAtHand(trained(50, { given: 'best' }))).toEqual({ epoch: 3, isPartial: false });
    expect(epochAtHand(trained(50, { given: 2 }))).toEqual({ epoch: 2, isPartial: false });
    expect(epochAtHand(trained(50, { given: 'last' }))).toEqual({ epoch: 5, isPartial: false });
  });

  test('is the last kept one where the worker has no network any more, whatever it was given before', () => {
    expect(epochAtHand(trained(50, { given: 'best', hasModel: false }))).toEqual({ epoch: 5, isPartial: false });
  });

  test('has not ended where a person stopped within it, also within the first', () => {
    expect(epochAtHand(trained(25))).toEqual({ epoch: 3, isPartial: true });
    expect(epochAtHand(trained(4, { checkpoint: null }))).toEqual({ epoch: 1, isPartial: true });
  });

  test('is that of the checkpoint where it is older than what was trained', () => {
    const checkpoint = { ...KEPT, epoch: 1, batches: 17 };
    expect(epochAtHand(trained(25, { checkpoint, given: 'last' }))).toEqual({ epoch: 2, isPartial: true });
    expect(epochAtHand(trained(25, { checkpoint }))).toEqual({ epoch: 3, isPartial: true });
  });

  test('is the best where early stopping put it back', () => {
    const outcome = { ...finished, earlyStopping: { stopped: true, best: 4 } };
    expect(epochAtHand(trained(50, { outcome }))).toEqual({ epoch: 4, isPartial: false });
    expect(epochAtHand(trained(50, { outcome, given: 'last' }))).toEqual({ epoch: 4, isPartial: false });
    expect(epochAtHand(trained(50, { outcome, given: 2 }))).toEqual({ epoch: 2, isPartial: false });
  });

  test('cannot be told where nothing is kept and nothing at hand', () => {
    expect(epochAtHand(trained(50, { hasModel: false, checkpoint: null }))).toBeNull();
  });
});

test('the network that is looked into says which epoch its weights are of, also once they are others', async () => {
  const bench = createInspectBench();
  const { inspect, page } = bench;
  const epoch = () => inspect.store.getState().subject?.epoch;
  page.weights = weightsOfRun('trained', 0.5, { epoch: 5, isPartial: false });
  await bench.opened();
  expect(epoch()).toEqual({ epoch: 5, isPartial: false });
  page.weights = weightsOfRun('trained', 0.3, { epoch: 3, isPartial: false });
  page.mark = 'best';
  page.now += 2000;
  bench.news();
  await flush();
  await bench.answer('set-weights', succeed({}));
  expect(epoch()).toEqual({ epoch: 3, isPartial: false });
});
