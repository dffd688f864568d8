import type { StoreApi } from 'zustand/vanilla';
import type { RunCurves } from '@/lib/runs/run-record';
import type { EpochMetrics, WorkerEvent } from '@/lib/training/protocol';
import { batchesPerEpoch } from '@/lib/training/split-counts';
import { gradientNorm, withLook, withSnapshot } from '@/lib/state/run-health';
import { createSeries, type GrowingSeries } from '@/lib/state/run-series';
import { isActive, type EpochPoint, type RunState, type RunSubject } from '@/lib/state/run-state';

type Batches = Extract<WorkerEvent, { readonly kind: 'batches' }>;

/** Pairs that are kept of a run's gradient norms. */
const MOST_NORMS = 2000;

/** Takes the worker's news into the state. News of a run that is over changes nothing. */
export function receiveEvent(store: StoreApi<RunState>, event: WorkerEvent): void {
  const state = store.getState();
  if (!isActive(state.phase)) return;
  switch (event.kind) {
    case 'data-progress':
      return store.setState({ download: { done: event.loaded, total: event.total } });
    case 'phase':
      return store.setState(enterPhase(state, event));
    case 'batches':
      return store.setState(takeBatches(state, event));
    case 'epoch': {
      const point = epochPoint(event.metrics, state.series.length);
      return store.setState({ epochs: [...state.epochs, point], seriesVersion: state.seriesVersion + 1 });
    }
    case 'checkpoint': {
      const { epoch, batches, bytes, best, kept } = event;
      const keepsEpoch = state.keepsEpoch && !kept.includes(epoch);
      return store.setState({
        checkpoint: { epoch, batches, bytes, best, kept, canGoOn: true },
        checkpointFault: null,
        keepsEpoch,
      });
    }
    case 'no-checkpoints':
      return store.setState({ checkpointFault: { reason: event.reason, bytes: event.bytes, free: event.free } });
    case 'resumed':
      if (state.subject === null) return;
      return store.setState({
        ...curvesOf(event, state.subject),
        seriesVersion: state.seriesVersion + 1,
        // Looks at batches that are trained again.
        gradients: state.gradients.filter(([batches]) => batches <= event.losses.length),
        health: state.health.filter(({ batch }) => batch <= event.losses.length),
        loss: state.loss && { ...state.loss, isBack: true },
      });
    case 'renderer':
      // A card that was lost was used all the same.
      return store.setState({ renderer: event.renderer ?? state.renderer });
    case 'health':
      return store.setState({
        health: withSnapshot(state.health, event.snapshot),
        gradients: withLook(state.gradients, [event.snapshot.batch, gradientNorm(event.snapshot)], MOST_NORMS),
      });
    case 'evaluate-progress':
      return store.setState({ evaluation: { done: event.done, total: event.total } });
    case 'rates':
    case 'context-lost':
      return;
  }
}

/** What a run had measured, as the state has it. */
export function curvesOf(
  { losses, scores, times, gradients, epochs }: RunCurves,
  subject: RunSubject,
): Pick<RunState, 'series' | 'epochs'> & Partial<Pick<RunState, 'gradients'>> {
  const series = createSeries();
  series.append(0, losses, scores);
  series.setTimes(times);
  const perEpoch = batchesPerEpoch(subject.dataset.training.count, subject.settings);
  const points = epochs.map((metrics) => epochPoint(metrics, (metrics.epoch + 1) * perEpoch));
  // A checkpoint does not hold them; the record of the run does.
  return { series, epochs: points, ...(gradients === undefined ? {} : { gradients: pairsOf(gradients) }) };
}

function pairsOf(values: Float32Array): RunState['gradients'] {
  return Array.from({ length: values.length / 2 }, (_, at) => [values[2 * at] ?? 0, values[2 * at + 1] ?? 0] as const);
}

/** People count epochs from 1. */
function epochPoint(metrics: EpochMetrics, batches: number): EpochPoint {
  return { ...metrics, epoch: metrics.epoch + 1, batches };
}

function enterPhase(state: RunState, event: Extract<WorkerEvent, { readonly kind: 'phase' }>): Partial<RunState> {
  // The reply to 'train' or 'evaluate' ends a run, not this event: it may come before its results.
  const phase = event.phase === 'idle' ? state.phase : event.phase;
  return {
    phase,
    asked: isAnswered(state.asked, phase) ? null : state.asked,
    download: phase === 'loading-data' ? state.download : null,
    backend: event.backend ?? state.backend,
  };
}

function isAnswered(asked: RunState['asked'], phase: RunState['phase']): boolean {
  return (asked === 'pause' && phase === 'paused') || (asked === 'resume' && phase !== 'paused');
}

function takeBatches(state: RunState, event: Batches): Partial<RunState> {
  // The store alone makes series, as GrowingSeries; readers see the read-only side.
  const series = state.series as GrowingSeries;
  series.append(event.first, event.losses, event.accuracies);
  series.addTime(event.seconds);
  return {
    seriesVersion: state.seriesVersion + 1,
    progress: {
      epoch: event.epoch + 1,
      share: event.progress,
      examplesPerSecond: event.examplesPerSecond,
      secondsLeft: Number.isFinite(event.secondsLeft) ? event.secondsLeft : null,
    },
  };
}
