import type { BackendName, WorkerEvent } from '@/lib/training/protocol';
import type { Dataset } from '@/lib/datasets/dataset';
import type { TrainingSettings } from '@/lib/document/training-settings';
import { connect, type Connection } from './connect';
import type { Network } from './networks';

export interface RunResult {
  readonly losses: readonly number[];
  readonly epochs: readonly (WorkerEvent & { readonly kind: 'epoch' })['metrics'][];
  readonly weights: readonly (readonly number[])[];
  readonly accuracy: number;
}

export interface Interruption {
  /** Batches that were done when the state was kept that the run went on from. */
  readonly keptAt: number;
  readonly straight: RunResult;
  readonly resumed: RunResult;
}

/** What both runs are of. */
export interface Interrupted {
  readonly network: Network;
  readonly settings: TrainingSettings;
  readonly dataset: Dataset;
  readonly backend: BackendName;
  readonly baseUrl: string;
}

function must<T>(result: { readonly ok: boolean; readonly value?: T; readonly error?: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value as T;
}

/** One run through, and the same run whose worker is killed in the middle of an epoch and that a new one goes on with. */
export async function interruptedRun({ network, ...rest }: Interrupted): Promise<Interruption> {
  const request = { ...network, ...rest };
  const run = crypto.randomUUID();
  const order = (resume: boolean) => ({ run, everySeconds: 0, keepEvery: 0, resume });

  const through = connect();
  must(await through.client.call('train', request));
  const straight = await resultOf(through);

  const killed = connect();
  void killed.client.call('train', { ...request, checkpoints: order(false) });
  const keptAt = await pauseWithinEpoch(killed);
  killed.client.dispose();

  const goingOn = connect();
  must(await goingOn.client.call('train', { ...request, checkpoints: order(true) }));
  return { keptAt, straight, resumed: await resultOf(goingOn) };
}

/** Pauses where an epoch after the first has begun and not ended; says how many batches are done and kept. */
async function pauseWithinEpoch({ client, events, until }: Connection): Promise<number> {
  await until((event) => event.kind === 'epoch');
  for (;;) {
    const from = events.length;
    await client.call('pause', {});
    await until((event) => events.indexOf(event) >= from && event.kind === 'phase' && event.phase === 'paused');
    const isTraining = events.filter((event) => event.kind === 'phase' && event.phase !== 'paused').at(-1);
    const done = events.filter((event) => event.kind === 'batches').at(-1);
    const batches = done?.kind === 'batches' ? done.first + done.losses.length : 0;
    if (isTraining?.kind === 'phase' && isTraining.phase === 'training' && batches % 15 !== 0) {
      const isKept = (event: WorkerEvent): boolean => event.kind === 'checkpoint' && event.batches === batches;
      await until(isKept);
      return batches;
    }
    await client.call('resume', {});
  }
}

async function resultOf({ client, events }: Connection): Promise<RunResult> {
  const report = must(await client.call('evaluate', {}));
  const { weights } = must(await client.call('get-weights', {}));
  client.dispose();
  return {
    losses: events.flatMap((event) =>
      event.kind === 'batches' || event.kind === 'resumed' ? Array.from(event.losses) : [],
    ),
    epochs: events.flatMap((event) =>
      event.kind === 'epoch' ? [event.metrics] : event.kind === 'resumed' ? event.epochs : [],
    ),
    weights: weights.map(({ values }) => Array.from(values)),
    accuracy: report?.accuracy ?? 0,
  };
}
