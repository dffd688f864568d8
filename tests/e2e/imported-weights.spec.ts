import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures';
import { DesignerPage } from './designer-page';
import { dropFiles } from './drop-files';
import { openTraining, setSmallRun, testAccuracy, type TrainingPage } from './training-page';

async function openDesignMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Designs' }).click();
  await expect(page.getByRole('menu', { name: 'Designs' })).toBeVisible();
}

async function saveAsTfjs(page: Page, weightsHint: RegExp): Promise<Buffer> {
  await page.keyboard.press('Alt+Shift+X');
  const dialog = page.getByRole('dialog', { name: 'Save as…' });
  await dialog.getByRole('radio', { name: /TensorFlow\.js/ }).check();
  await expect(dialog.getByRole('checkbox', { name: weightsHint })).toBeChecked();
  const save = dialog.getByRole('button', { name: 'Save', exact: true });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  return readFileSync(await download.path());
}

/** Trains LeNet-5 for a moment, saves it as another tool's file and opens that one as a fresh design. */
async function reopenTrained(page: Page): Promise<{ readonly training: TrainingPage; readonly accuracy: number }> {
  const training = await openTraining(page);
  await setSmallRun(training, { share: '6' });
  await training.button('Train').click();
  const accuracy = await testAccuracy(training);
  const bytes = await saveAsTfjs(page, /With weights.*of the last training/);
  await page.reload();
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  await dropFiles(page, { name: 'digits.zip', bytes });
  const report = page.getByRole('alertdialog', { name: 'The file was opened' });
  await expect(report).toContainText('Weights: 10 tensors, 247 kB.');
  await report.getByRole('button', { name: 'All right' }).click();
  await expect(page.getByText('All 10 tensors of the file, 247 kB.')).toBeVisible();
  return { training, accuracy };
}

async function weightFiles(download: Download): Promise<readonly string[]> {
  const files = Object.keys(unzipSync(readFileSync(await download.path())));
  return files.filter((name) => name.includes('/weights/'));
}

test('weights trained elsewhere are tested without training, tried on digits, and trained further', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const { training, accuracy } = await reopenTrained(page);
  expect(accuracy).toBeGreaterThan(60);
  await training.view('Test digits');
  await page.getByRole('button', { name: 'Test the imported weights' }).last().click();
  expect(await testAccuracy(training)).toBe(accuracy);
  await expect(training.run).toContainText('Imported weights, not trained further');
  await training.view('Draw a digit');
  await expect(page.getByRole('slider').first()).toBeVisible();

  await setSmallRun(training, { share: '1' });
  await training.set('Learning rate', '0.000001');
  await training.button('Train').click();
  await expect(training.run).toContainText('Finished', { timeout: 45_000 });
  expect(Math.abs((await testAccuracy(training)) - accuracy)).toBeLessThan(3);
});

test('imported weights go into a project and along with a copy, and a change that they do not fit is told and undone', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const { training } = await reopenTrained(page);
  const designer = new DesignerPage(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+Shift+S')]);
  expect(await weightFiles(download)).not.toEqual([]);
  await expect(page.getByText(/with the weights that came with the design\.$/)).toBeVisible();

  await designer.select(designer.layers(/^Dense, Units 120/));
  await designer.set('Units', '99');
  await expect(page.getByText(/^6 of the file’s 10 tensors still fit/)).toBeVisible();
  await expect(page.getByText('Without fitting weights, these start anew: dense_1, dense_2.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Test the imported weights' })).toHaveCount(0);
  await designer.undo();
  await expect(page.getByText('All 10 tensors of the file, 247 kB.')).toBeVisible();

  await openDesignMenu(page);
  await page.getByRole('menuitem', { name: 'Duplicate this design' }).click();
  await expect(page.getByText('All 10 tensors of the file, 247 kB.')).toBeVisible();
  await page.getByRole('button', { name: 'Drop the imported weights' }).click();
  await expect(training.button(/^Train( again)?$/)).toBeVisible();
  await expect(page.getByText('All 10 tensors of the file, 247 kB.')).toHaveCount(0);
});

test('without room in the browser the weights are there for this visit, and that is said', async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
      if (this.name === 'weights') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  const designer = new DesignerPage(page);
  await designer.open();
  await dropFiles(page, ...['model.json', 'group1-shard1of2.bin', 'group1-shard2of2.bin'].map(tfjsFixture));
  await page.getByRole('alertdialog').getByRole('button', { name: 'All right' }).click();
  await expect(page.getByText(/The browser has no room to keep the weights/)).toBeVisible();
  await page.getByRole('tab', { name: 'Training', exact: true }).click();
  await expect(page.getByText(/^All 4 tensors of the file/)).toBeVisible();
});

test('an edit made right before a file is dropped is kept with its design', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.select(designer.layers(/^Dense, Units 120/));
  await designer.set('Units', '77');
  await dropFiles(page, ...['model.json', 'group1-shard1of2.bin', 'group1-shard2of2.bin'].map(tfjsFixture));
  await page.getByRole('alertdialog').getByRole('button', { name: 'All right' }).click();
  await expect(designer.layers()).toHaveCount(6);
  await openDesignMenu(page);
  await page.getByRole('menuitemradio', { name: /^LeNet-5/ }).click();
  await expect(designer.layers(/^Dense, Units 77/)).toHaveCount(1);
});

function tfjsFixture(name: string) {
  return { name, bytes: readFileSync(`${__dirname}/../fixtures/models/tfjs/${name}`) };
}
