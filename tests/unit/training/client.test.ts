import { createTrainingClient, type TrainingClient, type WorkerPort } from '@/lib/training/client';
import type { ToWorker, WorkerEvent } from '@/lib/training/protocol';

interface Setup {
  readonly client: TrainingClient;
  /** Every worker that was started, in order. */
  readonly workers: (WorkerPort & { readonly sent: ToWorker[]; ended: boolean })[];
  readonly events: WorkerEvent[];
}

function setUp(): Setup {
  const workers: Setup['workers'] = [];
  const events: WorkerEvent[] = [];
  const startWorker = (): WorkerPort => {
    const sent: ToWorker[] = [];
    const worker = {
      sent,
      ended: false,
      postMessage: (message: ToWorker) => void sent.push(message),
      terminate: () => {
        worker.ended = true;
      },
      onmessage: null,
      onerror: null,
    };
    workers.push(worker);
    return worker;
  };
  return { client: createTrainingClient({ startWorker, onEvent: (event) => events.push(event) }), workers, events };
}

const died = { ok: false, error: { code: 'training/worker-died' } };

describe('the training client', () => {
  it('answers with a failure when the browser starts no worker, and tries again with the next call', async () => {
    const { client, workers } = setUp();
    const refusing = createTrainingClient({
      startWorker: () => {
        throw new Error('no more workers');
      },
      onEvent: () => undefined,
    });
    const refused = { ok: false, error: { code: 'training/worker-died', node: null, detail: 'no more workers' } };
    expect(await refusing.call('probe', {})).toEqual(refused);
    expect(await refusing.call('probe', {})).toEqual(refused);
    void client.call('probe', {});
    expect(workers).toHaveLength(1);
  });

  it('answers with a failure what cannot be sent, and leaves the other calls alone', async () => {
    const { client, workers } = setUp();
    void client.call('probe', {});
    const [worker] = workers;
    if (worker === undefined) throw new Error('no worker was started');
    worker.postMessage = () => {
      throw new Error('could not be cloned');
    };
    expect(await client.call('stop', {})).toMatchObject({ ok: false, error: { code: 'training/internal' } });
    expect(worker.ended).toBe(false);
  });

  it('hears nothing more from a worker it has ended, whatever is still on its way', async () => {
    const { client, workers, events } = setUp();
    void client.call('probe', {});
    client.restart();
    void client.call('probe', {});
    const event = { kind: 'data-progress', loaded: 1, total: 2 } as const;
    workers[0]?.onmessage?.({ data: { kind: 'event', event } });
    workers[0]?.onerror?.({ message: 'late' });
    expect(events).toEqual([]);
    expect(workers[1]?.ended).toBe(false);
  });

  it('starts no worker before the first call, and one for all calls', () => {
    const { client, workers } = setUp();
    expect(workers).toHaveLength(0);
    void client.call('probe', {});
    void client.call('stop', {});
    expect(workers).toHaveLength(1);
    expect(workers[0]?.sent.map(({ call }) => call)).toEqual(['probe', 'stop']);
  });

  it('gives each reply to the call with its id, in whatever order they come', async () => {
    const { client, workers } = setUp();
    const first = client.call('probe', {});
    const second = client.call('get-weights', {});
    const [a, b] = workers[0]?.sent ?? [];
    workers[0]?.onmessage?.({ data: { kind: 'reply', id: b?.id ?? 0, reply: { weights: [] } } });
    workers[0]?.onmessage?.({ data: { kind: 'reply', id: a?.id ?? 0, reply: { backends: [] } } });
    expect(await first).toEqual({ ok: true, value: { backends: [] } });
    expect(await second).toEqual({ ok: true, value: { weights: [] } });
  });

  it('turns a failure of the worker into the result of its call', async () => {
    const { client, workers } = setUp();
    const call = client.call('evaluate', {});
    const failure = { code: 'training/no-model', node: null, detail: '' } as const;
    workers[0]?.onmessage?.({ data: { kind: 'failure', id: workers[0].sent[0]?.id ?? 0, failure } });
    expect(await call).toEqual({ ok: false, error: failure });
  });

  it('hands events on', () => {
    const { client, workers, events } = setUp();
    void client.call('probe', {});
    const event = { kind: 'data-progress', loaded: 1, total: 2 } as const;
    workers[0]?.onmessage?.({ data: { kind: 'event', event } });
    expect(events).toEqual([event]);
  });

  it('fails every open call when the worker dies, and starts a new one with the next', async () => {
    const { client, workers } = setUp();
    const calls = [client.call('probe', {}), client.call('evaluate', {})];
    workers[0]?.onerror?.({ message: 'crashed' });
    for (const call of calls) expect(await call).toMatchObject(died);
    expect(workers[0]?.ended).toBe(true);
    void client.call('probe', {});
    expect(workers).toHaveLength(2);
  });

  it('ends the worker and fails its calls on restart', async () => {
    const { client, workers } = setUp();
    const call = client.call('probe', {});
    client.restart();
    expect(await call).toMatchObject(died);
    expect(workers[0]?.ended).toBe(true);
  });
});
