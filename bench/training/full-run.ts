import { mnist } from '@/lib/datasets/mnist';
import type { EpochMetrics, TestReport, TrainOutcome } from '@/lib/training/protocol';
import { createSession } from '@/lib/training/worker/session';
import { network } from './networks';

export interface FullRun {
  readonly outcome: TrainOutcome;
  readonly epochs: readonly EpochMetrics[];
  readonly report: Pick<TestReport, 'accuracy' | 'loss' | 'count'>;
}

/** LeNet-5 as the template and its default settings have it, on all of MNIST, on wasm. */
export async function fullRun(baseUrl: string, log: (line: string) => void): Promise<FullRun> {
  const epochs: EpochMetrics[] = [];
  const session = createSession({
    fetch: (url, init) => fetch(url, init),
    openCache: undefined,
    now: () => performance.now(),
    onBackend: () => {},
    emit: (event) => {
      if (event.kind !== 'epoch') return;
      epochs.push(event.metrics);
      log(JSON.stringify(event.metrics));
    },
  });
  const { plan, model, document } = network('LeNet-5');
  const settings = document.training;
  const outcome = await session.train({ plan, model, settings, dataset: mnist, baseUrl, backend: 'wasm' });
  const report = await session.evaluate();
  if (report === null) throw new Error('nobody stops the test here');
  const { accuracy, loss, count } = report;
  return { outcome, epochs, report: { accuracy, loss, count } };
}
