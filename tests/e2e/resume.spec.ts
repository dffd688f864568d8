import type { Page, Worker } from '@playwright/test';
import { buildChain } from '@/lib/document/templates/build-chain';
import { saveDocument } from '@/lib/document/save';
import { DesignerPage } from './designer-page';
import { dropFiles } from './drop-files';
import { expect, test } from './fixtures';
import { openTraining, setSmallRun, testAccuracy, trainingPage, waitForBatches } from './training-page';

interface Kept {
  readonly losses: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly status: string;
  readonly renderer: string | null;
}

/** The runs in the browser's storage, newest first: their losses and last weights. */
async function keptRuns(page: Page): Promise<readonly Kept[]> {
  // As one text: handing over tens of thousands of numbers one by one takes seconds.
  const text = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('shapeflow-runs');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const read = <T>(table: string, key?: string) =>
      new Promise<T>((resolve, reject) => {
        const store = database.transaction(table).objectStore(table);
        const asked: IDBRequest = key === undefined ? store.getAll() : store.get(key);
        asked.onsuccess = () => resolve(asked.result as T);
        asked.onerror = () => reject(asked.error);
      });
    interface Row {
      readonly record: {
        readonly id: string;
        readonly createdAt: number;
        readonly status: string;
        readonly machine: { readonly renderer: string | null };
      };
    }
    const rows = await read<readonly Row[]>('records');
    const runs = [...rows]
      .sort((a, b) => b.record.createdAt - a.record.createdAt)
      .map(async ({ record }) => {
        // A run that has only begun has neither.
        const kept = await read<{ readonly curves: { readonly losses: Float32Array } } | undefined>(
          'curves',
          record.id,
        );
        const head = await read<{ readonly last: { readonly at: number } } | undefined>('heads', record.id);
        const key = `${record.id}/${String(head?.last.at ?? 0).padStart(8, '0')}`;
        const weights = await read<readonly { readonly values: Float32Array }[] | undefined>('weights', key);
        return {
          losses: Array.from(kept?.curves.losses ?? []),
          weights: (weights ?? []).map(({ values }) => Array.from(values)),
          status: record.status,
          renderer: record.machine.renderer,
        };
      });
    const kept = await Promise.all(runs);
    database.close();
    return JSON.stringify(kept);
  });
  return JSON.parse(text) as readonly Kept[];
}

/** Ends the tab as the system does that has no memory left: nothing of it is asked or told. */
async function killTab(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const isGone = page.waitForEvent('crash');
  // There is nobody left to answer.
  session.send('Page.crash').catch(() => {});
  await isGone;
}

test('a tab killed in mid-epoch leaves a run that is resumed to the very weights of one never interrupted', async ({
  page,
}) => {
  test.slow();
  const training = await openTraining(page);
  await setSmallRun(training, { share: '10', epochs: '1' });
  await training.button('Train').click();
  await waitForBatches(training, 3);
  // What is paused is kept as it stands: here in the middle of the only epoch of 169 batches.
  await training.button('Pause').click();
  await expect(training.button('Resume')).toBeVisible();
  const kept = page.getByRole('list', { name: 'Kept of the run shown' });
  await expect(kept.getByText(/^Last: 0 epochs, [1-9]/)).toBeVisible();
  await killTab(page);

  const tab = await page.context().newPage();
  await tab.goto('/');
  const again = trainingPage(tab);
  await expect(tab.getByText(/This run was interrupted; its state after 0 epochs/)).toBeVisible();
  await expect(tab.getByText('No run yet')).toBeHidden();
  await tab.getByRole('button', { name: 'Resume this run' }).click();
  await testAccuracy(again);
  await expect.poll(async () => (await keptRuns(tab)).map(({ status }) => status)).toEqual(['finished']);

  await again.button('Train again').click();
  await expect.poll(async () => (await keptRuns(tab)).length).toBe(2);
  await expect
    .poll(async () => (await keptRuns(tab)).map(({ status }) => status), { timeout: 40_000 })
    .toEqual(['finished', 'finished']);
  const [straight, resumed] = await keptRuns(tab);
  expect(resumed?.losses).toHaveLength(169);
  expect(resumed?.weights).toHaveLength(10);
  expect(resumed?.losses).toEqual(straight?.losses);
  expect(resumed?.weights).toEqual(straight?.weights);

  await tab.reload();
  await expect(again.run.getByRole('button', { name: /Test accuracy/ })).toBeVisible();
  await again.view('Test digits');
  await expect(tab.getByRole('tabpanel', { name: 'Test digits' }).locator('canvas').first()).toBeVisible();
});

test('a run whose graphics card is taken away goes on by itself', async ({ page }) => {
  const training = await openTraining(page);
  // A processor imitates the graphics card here: the least network there is.
  const least = buildChain('Least', [
    ['input', { shape: [28, 28, 1] }],
    ['flatten'],
    ['dense', { units: 10 }],
    ['softmax'],
  ]);
  const { training: settings } = least;
  const optimizer = { ...settings.optimizer, name: 'sgd' } as const;
  const design = saveDocument({ ...least, training: { ...settings, optimizer } });
  await dropFiles(page, { name: 'least.shapeflow.json', bytes: Buffer.from(design) });
  await expect(new DesignerPage(page).layers()).toHaveCount(4);
  await setSmallRun(training, { share: '100' });
  // What it asks the worker first: which backends there are.
  await training.choose('Backend', 'webgl');
  const worker = await trainingWorker(page);
  await worker.evaluate(rememberContexts);
  await training.button('Train').click();
  await waitForBatches(training, 1);
  await worker.evaluate(loseContexts);
  await expect(page.getByText(/on WebGL as before\. It ends bit for bit as if nothing/)).toBeVisible();
  await waitForBatches(training, 1);
  await training.button('Stop').click();
  await expect.poll(async () => (await keptRuns(page))[0]).toMatchObject({ renderer: expect.stringMatching(/./) });
});

async function trainingWorker(page: Page): Promise<Worker> {
  const found: Worker[] = [];
  await expect
    .poll(async () => {
      for (const worker of page.workers()) {
        if ((await worker.evaluate(() => self.name)).startsWith('training-worker')) found.push(worker);
      }
      return found.length;
    })
    .toBeGreaterThan(0);
  const [worker] = found;
  if (worker === undefined) throw new Error('no worker trains');
  return worker;
}

/** Runs in a worker: every graphics context it makes from now on is kept at hand. */
function rememberContexts(): void {
  const contexts: WebGL2RenderingContext[] = [];
  const { getContext } = OffscreenCanvas.prototype;
  Object.assign(self, { contexts });
  Object.assign(OffscreenCanvas.prototype, {
    getContext(this: OffscreenCanvas, ...args: Parameters<typeof getContext>) {
      const context = getContext.apply(this, args);
      if (context instanceof WebGL2RenderingContext) contexts.push(context);
      return context;
    },
  });
}

function loseContexts(): void {
  const { contexts } = self as unknown as { readonly contexts: readonly WebGL2RenderingContext[] };
  for (const gl of contexts) gl.getExtension('WEBGL_lose_context')?.loseContext();
}
