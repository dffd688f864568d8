import { useCallback, useEffect, useRef, useState } from 'react';
import type { Designer } from '@/components/state/create-designer';
import { useDesigner } from '@/components/state/designer-context';
import { useRun } from '@/components/training/use-run';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import { datasetById } from '@/lib/datasets/registry';
import { createTrainingClient, type TrainingClient } from '@/lib/training/client';
import type { BackendName, Failure, RequestOf, TrainPhase, WorkerEvent } from '@/lib/training/protocol';
import { isBlownUp, type RangeLimits, type RangePoint } from '@/lib/training/rate-range';
import { startWorker } from '@/lib/training/start-worker';

export interface RateRange {
  readonly phase: TrainPhase;
  readonly isRunning: boolean;
  readonly points: readonly RangePoint[];
  /** Null while it runs, before the first, and after a failure. */
  readonly ended: 'blown-up' | 'all' | 'stopped' | null;
  readonly failure: Failure | null;
}

const NONE: RateRange = { phase: 'idle', isRunning: false, points: [], ended: null, failure: null };

/** Range tests of the open design, in a worker of their own, so that a trained network elsewhere is not touched. */
export function useRateRange(): RateRange & { start(limits: RangeLimits): void; stop(): void } {
  const designer = useDesigner();
  const measured = useRun(({ calibration }) => calibration?.chosen ?? null);
  const [range, setRange] = useState(NONE);
  const client = useRef<TrainingClient | null>(null);
  const end = useCallback(() => {
    client.current?.dispose();
    client.current = null;
  }, []);
  useEffect(() => end, [end]);

  const start = async (limits: RangeLimits) => {
    end();
    setRange({ ...NONE, phase: 'building', isRunning: true });
    const request = await requestOf(designer, limits, measured);
    if (request === null) return setRange(NONE);
    const onEvent = (event: WorkerEvent) => setRange((before) => received(before, event));
    const started = createTrainingClient({ startWorker, onEvent });
    client.current = started;
    const reply = await started.call('test-rates', request);
    // Another test, or the end of the dialog, has taken its place.
    if (client.current !== started) return;
    end();
    if (!reply.ok) return setRange((before) => ({ ...before, phase: 'idle', isRunning: false, failure: reply.error }));
    const { points } = reply.value;
    setRange({ ...NONE, points, ended: endOf(points, limits) });
  };

  return { ...range, start: (limits) => void start(limits), stop: () => void client.current?.call('stop', {}) };
}

function received(before: RateRange, event: WorkerEvent): RateRange {
  if (event.kind === 'rates') return { ...before, points: [...before.points, ...event.points] };
  return event.kind === 'phase' ? { ...before, phase: event.phase } : before;
}

function endOf(points: readonly RangePoint[], { steps }: RangeLimits): RateRange['ended'] {
  if (isBlownUp(points.map(({ loss }) => loss))) return 'blown-up';
  return points.length < steps ? 'stopped' : 'all';
}

async function requestOf(
  { workspace, preferences, startChoice }: Designer,
  limits: RangeLimits,
  measured: BackendName | null,
): Promise<RequestOf<'test-rates'> | null> {
  const { document: design, analysis, openDesign } = workspace.store.getState();
  const dataset = datasetById(design.training.dataset);
  const plan = compile(design, analysis);
  if (dataset === undefined || !plan.ok) return null;
  const startWeights = await startChoice.weightsFor(openDesign, plan.value);
  return {
    plan: plan.value,
    model: kerasJson(plan.value, design.training.seed),
    settings: design.training,
    dataset,
    baseUrl: new URL('./', document.baseURI).href,
    backend: preferences.store.getState().backend ?? measured,
    limits,
    ...(startWeights === null ? {} : { startWeights }),
  };
}
