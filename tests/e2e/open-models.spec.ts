import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { faultsOf } from './axe';
import { expect, test } from './fixtures';
import { DesignerPage } from './designer-page';
import { dropFiles, type Dropped } from './drop-files';

const FOLDER = path.resolve(__dirname, '../fixtures/models');

function fixture(name: string): Dropped {
  return { name: path.basename(name), bytes: readFileSync(path.join(FOLDER, name)) };
}

function report(page: Page): Locator {
  return page.getByRole('alertdialog', { name: 'The file was opened' });
}

async function closeReport(page: Page): Promise<void> {
  await report(page).getByRole('button', { name: 'All right' }).click();
  await expect(report(page)).toHaveCount(0);
}

test('a Keras 3 JSON opens with a report of what is kept without being understood', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await dropFiles(page, fixture('keras-3-functional.json'));
  await expect(report(page)).toContainText('Keras 3 JSON');
  await expect(report(page).getByRole('listitem').filter({ hasText: 'Swirl' })).toHaveText(
    '“swirl” (Swirl): there is no such layer here.',
  );
  await closeReport(page);
  await expect(designer.layers()).toHaveCount(14);
  await expect(designer.layers('swirl')).toHaveCount(1);
});

test('a TensorFlow.js model opens with the files of its weights, and is saved with them again', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const names = ['model.json', 'group1-shard1of2.bin', 'group1-shard2of2.bin'];
  await dropFiles(page, ...names.map((name) => fixture(`tfjs/${name}`)));
  await expect(report(page)).toContainText('Weights: 4 tensors, 476 B.');
  await closeReport(page);
  await expect(designer.layers()).toHaveCount(6);
  await page.keyboard.press('Alt+Shift+X');
  const dialog = page.getByRole('dialog', { name: 'Save as…' });
  await dialog.getByRole('radio', { name: /TensorFlow\.js/ }).check();
  await expect(dialog.getByRole('checkbox', { name: /With weights/ })).toBeChecked();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('digits.zip');
  await dropFiles(page, { name: 'digits.zip', bytes: readFileSync(await download.path()) });
  await expect(report(page)).toContainText('Weights: 4 tensors, 476 B.');
});

test('a .keras file and an .h5 file open with their weights, read by the library that comes with the page', async ({
  page,
}) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await dropFiles(page, fixture('small.keras'));
  await expect(report(page)).toContainText('.keras file of Keras 3.6.0');
  await expect(report(page)).toContainText('Weights: 4 tensors, 528 B.');
  await closeReport(page);
  await expect(designer.layers()).toHaveCount(7);
  await dropFiles(page, fixture('small.h5'));
  await expect(report(page)).toContainText('Weights: 7 tensors, 596 B.');
  await closeReport(page);
  await expect(designer.layers()).toHaveCount(8);
});

test('a zip file made to do harm is refused in one line, and nothing changes', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const bytes = Buffer.from(zipSync({ 'config.json': new Uint8Array(1e8) }));
  await dropFiles(page, { name: 'bomb.keras', bytes });
  const dialog = page.getByRole('alertdialog', { name: 'This file cannot be opened' });
  await expect(dialog).toContainText('unpacks to far more than a model has');
  await page.keyboard.press('Escape');
  await expect(designer.layers()).toHaveCount(14);
});

test('a design saved as .keras opens again as it was', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await page.keyboard.press('Alt+Shift+X');
  const dialog = page.getByRole('dialog', { name: 'Save as…' });
  await dialog.getByRole('radio', { name: /\.keras/ }).check();
  await expect(dialog.getByRole('listitem')).toHaveText([/weights and the design has none yet/]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('LeNet-5.keras');
  await dropFiles(page, { name: 'LeNet-5.keras', bytes: readFileSync(await download.path()) });
  await expect(report(page)).toContainText('61,706 parameters');
  await expect(report(page)).toContainText('Everything in the file has its place here.');
  await closeReport(page);
  await page.getByRole('tab', { name: 'Training', exact: true }).click();
  const goesOn = page.getByRole('checkbox', { name: 'Start from the imported weights' });
  await expect(goesOn).toBeChecked();
  await expect(page.getByText('All 10 tensors of the file, 247 kB.')).toBeVisible();
  await page.getByRole('button', { name: 'Drop the imported weights' }).click();
  await expect(goesOn).toHaveCount(0);
});

test('the dialog that saves for other tools is operable by keyboard and without faults that a tool can find', async ({
  page,
}) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await page.keyboard.press('Alt+Shift+X');
  const dialog = page.getByRole('dialog', { name: 'Save as…' });
  await expect(dialog.getByRole('radio', { name: /Keras 3 \(\.json\)/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('radio', { name: /Keras 2/ })).toBeChecked();
  expect(await faultsOf(page, 'dialog')).toEqual([]);
});

test('a design with mistakes can be saved in our own format only', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await dropFiles(page, fixture('keras-3-functional.json'));
  await closeReport(page);
  await page.keyboard.press('Alt+Shift+X');
  const dialog = page.getByRole('dialog', { name: 'Save as…' });
  const save = dialog.getByRole('button', { name: 'Save', exact: true });
  await expect(save).toBeDisabled();
  await dialog.getByRole('radio', { name: /Shapeflow/ }).check();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('swirling.shapeflow.json');
});
