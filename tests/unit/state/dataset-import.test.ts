import type { Result } from '@/lib/core/result';
import { fail, succeed } from '@/lib/core/result';
import type { ImportFailure } from '@/lib/datasets/import/import-problem';
import type {
  Found,
  ImportCall,
  ImportOptions,
  ImportProgress,
  ImportReply,
  ImportRequest,
  ImportSource,
  KeptDescription,
  Preview,
} from '@/lib/datasets/import/protocol';
import { createDatasetImport } from '@/lib/state/dataset-import';

const options: ImportOptions = {
  title: 'Cats',
  picture: { height: 8, width: 8, colour: 'rgb', fit: 'cover' },
  keptClasses: null,
  table: null,
  arrays: null,
  split: { keepsOwn: false, testShare: 0.2, seed: 1 },
};
const found = { format: 'folders', suggested: options, skipped: [], classes: [] } as unknown as Found;
const source: ImportSource = { kind: 'files', files: [] };
const cancelled: ImportFailure = { code: 'import/cancelled', values: {} };

type Settle = (result: Result<never, ImportFailure>) => void;

/** A worker whose every answer the test gives; `cancel` is answered at once, and fails the call in progress. */
function createWorker() {
  const open: { name: ImportCall; request: unknown; settle: Settle }[] = [];
  const seen: string[] = [];
  let tell: (progress: ImportProgress) => void = () => {};
  let disposed = 0;
  const settleAll = async () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    seen,
    get disposed() {
      return disposed;
    },
    progress: (progress: ImportProgress) => tell(progress),
    connect: (onProgress: (progress: ImportProgress) => void) => {
      tell = onProgress;
      return {
        call<C extends ImportCall>(name: C, request: ImportRequest<C>) {
          seen.push(name);
          return new Promise<Result<ImportReply<C>, ImportFailure>>((resolve) => {
            if (name === 'cancel') {
              open.shift()?.settle(fail(cancelled));
              return resolve(succeed({} as ImportReply<C>));
            }
            open.push({ name, request, settle: resolve as Settle });
          });
        },
        dispose() {
          disposed += 1;
          open.splice(0).forEach(({ settle }) => settle(fail({ code: 'import/worker-died', values: { detail: '' } })));
        },
      };
    },
    async answer<C extends ImportCall>(name: C, result: Result<ImportReply<C>, ImportFailure>) {
      const at = open.findIndex((call) => call.name === name);
      const [call] = open.splice(at, 1);
      if (at === -1 || call === undefined) throw new Error(`nothing asked for ${name}`);
      call.settle(result as Result<never, ImportFailure>);
      await settleAll();
      return call.request as ImportRequest<C>;
    },
    settleAll,
  };
}

const previewOf = (bytes: number) => ({ bytes }) as Preview;

function start() {
  const worker = createWorker();
  const timers: (() => void)[] = [];
  const onKept = jest.fn(async () => {});
  const session = createDatasetImport({
    connect: worker.connect,
    now: () => 5,
    random: () => 'abcdef0123',
    after: (_ms, task) => {
      timers.push(task);
      return () => timers.splice(timers.indexOf(task), 1);
    },
    onBuild: () => {},
    onKept,
  });
  const wait = async () => {
    timers.splice(0).forEach((task) => task());
    await worker.settleAll();
  };
  return { worker, session, wait, onKept, state: session.store.getState };
}

async function startChoosing() {
  const started = start();
  started.session.look(source);
  await started.worker.answer('inspect', succeed(found));
  await started.worker.answer('preview', succeed(previewOf(1)));
  return started;
}

test('a source is looked at, and shown as it would be kept with what is suggested', async () => {
  const { session, worker, state } = start();
  session.look(source);
  expect(state().phase).toBe('looking');
  await worker.answer('inspect', succeed(found));
  expect(state()).toMatchObject({ phase: 'choosing', options, isPreviewing: true });
  await worker.answer('preview', succeed(previewOf(192)));
  expect(state()).toMatchObject({ preview: { bytes: 192 }, isPreviewing: false, failure: null });
});

test('pictures without a name of their own are called by their classes', async () => {
  const { session, worker, state } = start();
  session.look(source);
  const classes = ['near', 'far'].map((name) => ({ name, training: 5, test: 0 }));
  await worker.answer('inspect', succeed({ ...found, classes, suggested: { ...options, title: '' } }));
  expect(state().options?.title).toBe('near, far');
});

test('a source that cannot be read says why, and another can be tried', async () => {
  const { session, worker, state } = start();
  session.look(source);
  await worker.answer('inspect', fail({ code: 'import/nothing-found', values: { skipped: [] } }));
  expect(state()).toMatchObject({ phase: 'idle', failure: { code: 'import/nothing-found' } });
  session.look(source);
  expect(state()).toMatchObject({ phase: 'looking', failure: null });
});

test('the same source is read again with its first row as a sample', async () => {
  const { session, worker } = await startChoosing();
  session.lookAgain(false);
  expect(await worker.answer('inspect', succeed(found))).toEqual({ source, hasHeader: false });
});

const seeded = (seed: number): ImportOptions => ({ ...options, split: { ...options.split, seed } });

test('while somebody types only the last choice is previewed, and an older preview never replaces it', async () => {
  const { session, worker, wait, state } = await startChoosing();
  session.choose(seeded(2));
  session.choose(seeded(3));
  await wait();
  expect(worker.seen.filter((name) => name === 'preview')).toHaveLength(2);
  session.choose(seeded(4));
  await wait();
  await worker.settleAll();
  const asked = await worker.answer('preview', succeed(previewOf(3)));
  expect(asked.options.split.seed).toBe(4);
  expect(state()).toMatchObject({ preview: { bytes: 3 }, isPreviewing: false });
});

test('a preview that answers while somebody types makes way for one that is not called off', async () => {
  const { session, worker, wait, state } = start();
  session.look(source);
  await worker.answer('inspect', succeed(found));
  session.choose(seeded(2));
  await worker.answer('preview', succeed(previewOf(1)));
  await wait();
  expect(worker.seen).not.toContain('cancel');
  await worker.answer('preview', succeed(previewOf(2)));
  expect(state()).toMatchObject({ preview: { bytes: 2 }, failure: null, isPreviewing: false });
});

test('another name is kept with the data set, and needs no new preview', async () => {
  const { session, worker, wait } = await startChoosing();
  session.choose({ ...options, title: 'Felines' });
  await wait();
  expect(worker.seen).toEqual(['inspect', 'preview']);
  void session.build();
  await worker.settleAll();
  const asked = await worker.answer('build', succeed({ format: 'folders' } as KeptDescription));
  expect(asked).toMatchObject({ id: 'felines-abcdef01', options: { title: 'Felines' } });
});

test('choices that cannot be previewed say why, and better ones take that back', async () => {
  const { session, worker, wait, state } = await startChoosing();
  session.choose({ ...options, keptClasses: ['cat'] });
  await wait();
  await worker.answer('preview', fail({ code: 'import/one-class', values: { name: 'cat' } }));
  expect(state()).toMatchObject({ preview: null, failure: { code: 'import/one-class' } });
  session.choose(options);
  await wait();
  await worker.answer('preview', succeed(previewOf(4)));
  expect(state()).toMatchObject({ preview: { bytes: 4 }, failure: null });
});

test('building tells how far it is, and keeps under an id that tells the title', async () => {
  const { session, worker, onKept, state } = await startChoosing();
  const building = session.build();
  worker.progress({ phase: 'writing', done: 3, total: 9 });
  expect(state()).toMatchObject({ phase: 'building', progress: { done: 3, total: 9 } });
  await worker.settleAll();
  const kept = { format: 'folders' } as KeptDescription;
  const asked = await worker.answer('build', succeed(kept));
  expect(asked).toMatchObject({ id: 'cats-abcdef01', now: 5, options });
  expect(await building).toBe(kept);
  expect(onKept).toHaveBeenCalledTimes(1);
  expect(state()).toMatchObject({ phase: 'done', kept });
});

test('a preview that is still being made is called off before building begins', async () => {
  const { session, worker, wait } = await startChoosing();
  session.choose(seeded(2));
  await wait();
  void session.build();
  await worker.settleAll();
  expect(worker.seen.slice(-2)).toEqual(['cancel', 'build']);
});

test('building that is stopped or fails keeps the choices for another try', async () => {
  const { session, worker, onKept, state } = await startChoosing();
  void session.build();
  await worker.settleAll();
  session.stop();
  expect(state().isStopping).toBe(true);
  await worker.settleAll();
  expect(state()).toMatchObject({ phase: 'choosing', options, failure: cancelled });
  const again = session.build();
  await worker.settleAll();
  await worker.answer('build', fail({ code: 'import/no-room', values: { needed: 9, free: 1 } }));
  expect(await again).toBeNull();
  expect(state()).toMatchObject({ phase: 'choosing', options, failure: { code: 'import/no-room' } });
  expect(onKept).not.toHaveBeenCalled();
});

test('what comes late about an earlier source is not shown, and its worker is let go', async () => {
  const { session, worker, state } = start();
  session.look(source);
  session.look(source);
  await worker.settleAll();
  expect(worker.disposed).toBe(1);
  expect(state().phase).toBe('looking');
  session.reset();
  await worker.settleAll();
  expect(worker.disposed).toBe(2);
  expect(state()).toMatchObject({ phase: 'idle', failure: null });
});
