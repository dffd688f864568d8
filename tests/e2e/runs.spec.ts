import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { DocumentFile } from '@/lib/document/document';
import { saveDocument } from '@/lib/document/save';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { writeRuns } from '@/lib/runs/files/run-file';
import type { KeptRun } from '@/lib/runs/run-record';
import { makeRun } from '../unit/runs/make-run';
import { faultsOf } from './axe';
import { expect, test } from './fixtures';
import { openTraining, setSmallRun, testAccuracy, type TrainingPage } from './training-page';

function list(page: Page): Locator {
  return page.getByRole('region', { name: 'All runs' });
}

/** A run's cells, as its row reads. */
async function figures(row: Locator): Promise<readonly string[]> {
  const cells = await row.getByRole('cell').allInnerTexts();
  // Test score, loss, validation loss, validation score, epochs, parameters: not what a clock says.
  return cells.slice(4, 10);
}

async function importRuns(page: Page, bytes: Buffer): Promise<void> {
  const file = { name: 'runs.json', mimeType: 'application/json', buffer: bytes };
  await page.locator('input[type=file][accept*=json]').last().setInputFiles(file);
}

/** LeNet-5 as it is, and with every tanh a ReLU: its losses are half as high. */
function twoRuns(): readonly KeptRun[] {
  const tanh = makeRun();
  const document = JSON.parse(saveDocument(buildLenet5()).replaceAll('"tanh"', '"relu"')) as DocumentFile;
  const { losses } = tanh.curves;
  const curves = { ...tanh.curves, losses: losses.map((loss) => loss / 2) };
  const last = tanh.record.last && { ...tanh.record.last, loss: tanh.record.last.loss / 2 };
  const record = { ...tanh.record, id: 'run-2', name: 'Second', createdAt: tanh.record.createdAt + 1, last };
  return [tanh, { ...tanh, record, document, curves }];
}

/** One real run of a second, and the list of runs that it stands in. */
async function trainOne(page: Page): Promise<TrainingPage> {
  // Real training takes what it takes, and on a busy machine that is much.
  test.slow();
  const training = await openTraining(page);
  await setSmallRun(training, { share: '1' });
  await training.button('Train').click();
  await testAccuracy(training);
  await training.view('Runs');
  await expect(list(page).getByRole('row')).toHaveCount(2);
  return training;
}

test('two runs are laid over each other, told apart by what differs, and compared by value', async ({ page }) => {
  await page.goto('/');
  const panels = page.getByRole('tablist', { name: 'Problems, summary, training' });
  await panels.getByRole('tab', { name: 'Runs', exact: true }).click();
  await expect(page.getByText('No runs yet')).toBeVisible();
  // Both are chosen when they are read in.
  await importRuns(page, Buffer.from(writeRuns(twoRuns())));

  const legend = page.getByRole('table', { name: /^Lines/ });
  await expect(legend.getByText('Tanh → ReLU (4×)', { exact: true }).first()).toBeVisible();
  await expect(legend.getByText('baseline: Tanh', { exact: true })).toBeVisible();
  await page.getByRole('slider', { name: 'Smoothing' }).fill('0');
  const chart = page.getByRole('slider', { name: /^Training loss by epoch of 2 runs/ });
  await chart.focus();
  await page.keyboard.press('Home');
  await expect(chart).toHaveAttribute('aria-valuetext', /^epoch 0\.00; .*Tanh → ReLU \(4×\): 1\.1500/);
  await page.keyboard.press('End');
  await expect(chart).toHaveAttribute('aria-valuetext', /^epoch 2\.00; .*Tanh → ReLU \(4×\): 0\.0500/);
  await expectNoFault(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoFault(page);

  await page.getByRole('tab', { name: 'Values', exact: true }).click();
  await expect(page.getByRole('row', { name: /^Tanh → ReLU/ })).toContainText('0.1250');
  await expect(page.getByRole('row', { name: /^Tanh → ReLU/ })).toContainText('−0.1250');
  await page.getByRole('tab', { name: 'Parallel coordinates', exact: true }).click();
  await page.getByRole('spinbutton', { name: 'Loss, to', exact: true }).fill('-1');
  await expect(page.getByText('0 of 2 runs lie in the chosen ranges.')).toBeVisible();
});

async function expectNoFault(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'All runs' }).locator('xpath=ancestor::*[@role="tabpanel"][1]');
  const id = await panel.getAttribute('id');
  expect(await faultsOf(page, `[id="${id}"]`)).toEqual([]);
}

test('name, tag and note outlive a reload, and a deleted run comes back with all of it, by Undo and from its file', async ({
  page,
}) => {
  await trainOne(page);
  await list(page)
    .getByRole('button', { name: /Rename/ })
    .click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('First try');
  await page.keyboard.press('Enter');
  await list(page).getByRole('button', { name: 'Tags of First try' }).click();
  await page.keyboard.type('lecture, activation');
  await page.keyboard.press('Enter');
  await list(page).getByRole('button', { name: 'Note on First try' }).click();
  await page.keyboard.type('learns');
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('row', { name: 'First try' })).toContainText('learns');
  await page.reload();
  const row = list(page).getByRole('row', { name: 'First try' });
  await expect(row).toContainText('lecture, activation');
  const before = await figures(row);

  await list(page).getByRole('checkbox', { name: 'Show First try' }).check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(row).toContainText('learns');
  // Its checkpoints too: its weights can be opened.
  await page.getByRole('button', { name: 'Open design' }).click();
  await expect(page.getByRole('menuitem', { name: /^With its last weights/ })).toBeVisible();
  await page.keyboard.press('Escape');

  const chosen = page.getByRole('group', { name: 'With the chosen runs' });
  await chosen.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^JSON/ }).click(),
  ]);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row).toHaveCount(0);
  await importRuns(page, await readFile(await download.path()));
  await expect(row).toContainText('learns');
  expect(await figures(row)).toEqual(before);
});

test('run again, a design gives the same numbers', async ({ page }) => {
  await trainOne(page);
  await list(page)
    .getByRole('checkbox', { name: /^Show LeNet/ })
    .check();
  const before = await figures(list(page).getByRole('row').nth(1));
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(list(page).getByRole('row')).toHaveCount(3);
  const again = list(page).getByRole('row').nth(1);
  await expect(again).toContainText('finished', { timeout: 45_000 });
  expect(await figures(again)).toEqual(before);
});
