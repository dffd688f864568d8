'use client';

import { useWorkspace } from '@/components/state/use-workspace';
import { useImportedWeights } from '@/components/training/use-imported-weights';
import { useRun, useRunActions } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { isTrainable } from '@/lib/analysis/analysis';
import { datasetById } from '@/lib/datasets/registry';
import { startWeightsMessages } from '@/lib/messages/start-weights';
import { isActive } from '@/lib/state/run-state';

/** Tries the design with the weights it came with, without training; nothing where they are not all there. */
export function TestWeights() {
  const t = useMessages(startWeightsMessages);
  const imported = useImportedWeights();
  const actions = useRunActions();
  const isBusy = useRun(({ phase }) => isActive(phase));
  const canRun = useWorkspace(
    ({ analysis, document }) => isTrainable(analysis) && datasetById(document.training.dataset) !== undefined,
  );
  const fit = imported?.fit ?? null;
  if (fit === null || fit.fitting.length === 0 || fit.without.length > 0) return null;
  return (
    <Button icon="play" disabled={isBusy || !canRun} onClick={() => void actions.tryWeights(fit.fitting)}>
      {t.test}
    </Button>
  );
}
