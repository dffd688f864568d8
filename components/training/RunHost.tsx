'use client';

import { useEffect } from 'react';
import { useDesigner } from '@/components/state/designer-context';
import type { Designer } from '@/components/state/create-designer';
import { isQueueGoing } from '@/components/study/going-queue';
import { isTrainable } from '@/lib/analysis/analysis';
import { uiMessages } from '@/lib/messages/ui';
import type { RunPort } from '@/lib/state/ports';

/** Makes Train work before the training panel was ever open; what training needs comes when it is first asked for. */
export function RunHost() {
  const designer = useDesigner();
  useEffect(() => offerTraining(designer), [designer]);
  useEffect(() => {
    if (isQueueGoing()) void goOnWithQueue(designer);
  }, [designer]);
  return null;
}

/** A queue of studies that a reload interrupted; where its code does not come, opening the studies goes on with it. */
async function goOnWithQueue(designer: Designer): Promise<void> {
  const session = await import('@/components/study/study-session').catch(() => null);
  session?.studySession(designer);
}

/** Until the page's run is there and offers itself. */
function offerTraining(designer: Designer): () => void {
  const { ports, workspace } = designer;
  let offered: RunPort | undefined;
  const offer = () => {
    const canTrain = isTrainable(workspace.store.getState().analysis);
    const isTakenOver = ports.store.getState().run !== offered;
    if (isTakenOver || offered?.canTrain === canTrain) return;
    offered = { canTrain, canPause: false, canStop: false, train: () => void train(designer), pause() {}, stop() {} };
    ports.register('run', offered);
  };
  offer();
  return workspace.store.subscribe(offer);
}

async function train(designer: Designer): Promise<void> {
  const { ports, preferences, notices } = designer;
  try {
    const { runSession } = await import('@/components/training/run-session');
    runSession(designer);
    ports.store.getState().run?.train();
  } catch {
    notices.show('error', 'text', { text: uiMessages[preferences.store.getState().locale].panelFailed });
  }
}
