import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Designer } from '@/components/state/create-designer';
import { useDesigner } from '@/components/state/designer-context';
import { useRunStore } from '@/components/training/use-run';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import { datasetById } from '@/lib/datasets/registry';
import { createRangeTests, type RangeTest, type RangeTests } from '@/lib/state/range-test';
import { createTrainingClient } from '@/lib/training/client';
import type { BackendName, RequestOf } from '@/lib/training/protocol';
import type { RangeLimits } from '@/lib/training/rate-range';
import { startWorker } from '@/lib/training/start-worker';

/** Range tests of the open design, which end with what shows them. */
export function useRateRange(): RangeTest & Pick<RangeTests, 'start' | 'stop'> {
  const designer = useDesigner();
  const run = useRunStore();
  const [{ store, start, stop, dispose }] = useState(() =>
    createRangeTests({
      request: (limits) => requestOf(designer, limits, run.getState().calibration?.chosen ?? null),
      connect: (onEvent) => createTrainingClient({ startWorker, onEvent }),
    }),
  );
  useEffect(() => dispose, [dispose]);
  return { ...useStore(store), start, stop };
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
