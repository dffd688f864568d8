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

export interface RoomlessRun {
  /** What the worker said of checkpoints that cannot be. */
  readonly told: readonly (WorkerEvent & { readonly kind: 'no-checkpoints' })[];
  readonly losses: readonly number[];
  /** Of the same run without checkpoints. */
  readonly straight: readonly number[];
  /** Of the run gone on with from the last checkpoint there is, to its end; null: there is none. */
  readonly resumed: readonly number[] | null;
}

/**
 * A run in a storage that has no room, or has none any more after the first epoch: the page's title asks the test to take
 * it and the test answers by the title.
 */
export async function runWithoutRoom(
  { network, ...rest }: Interrupted,
  fills: 'after-first-epoch' | null,
): Promise<RoomlessRun> {
  const request = { ...network, ...rest };
  const run = crypto.randomUUID();
  const order = { run, everySeconds: 0, keepEvery: 0, resume: false };
  const through = connect();
  must(await through.client.call('train', request));
  const straight = await resultOf(through);

  const roomless = connect();
  const trained = roomless.client.call('train', { ...request, checkpoints: order });
  if (fills !== null) {
    await pauseWithinEpoch(roomless);
    document.title = 'first epoch';
    await untilTitle('full');
    await roomless.client.call('resume', {});
  }
  must(await trained);
  const told = roomless.events.flatMap((event) => (event.kind === 'no-checkpoints' ? [event] : []));
  const { losses } = await resultOf(roomless);
  if (fills === null) return { told, losses, straight: straight.losses, resumed: null };
  const goingOn = connect();
  must(await goingOn.client.call('train', { ...request, checkpoints: { ...order, resume: true } }));
  return { told, losses, straight: straight.losses, resumed: (await resultOf(goingOn)).losses };
}

async function untilTitle(title: string): Promise<void> {
  while (document.title !== title) await new Promise((resolve) => requestAnimationFrame(resolve));
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
