import type { Page } from '@playwright/test';
import { faultsOf } from './axe';
import { DesignerPage } from './designer-page';
import { dropFiles } from './drop-files';
import { expect, test } from './fixtures';
import { colourZip } from './picture-files';
import { openTraining } from './training-page';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Data sets' });
const keep = (page: Page) => dialog(page).getByRole('button', { name: 'Keep this data set' });
const settings = (page: Page) => page.getByRole('region', { name: 'Settings' });

/** What axe finds in the dialog, in both themes. */
async function expectNoFaults(page: Page, view: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    expect.soft(await faultsOf(page, 'dialog'), `${view}, ${theme}`).toEqual([]);
  }
}

test('a zip of pictures with broken files in it is previewed, kept over a reload, trained on and deleted', async ({
  page,
}) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await dropFiles(page, colourZip(20));
  await expect(dialog(page).getByRole('heading', { name: 'What was found' })).toBeFocused();
  await dialog(page).getByRole('button', { name: '28 × 28' }).click();
  const preview = dialog(page).getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('28 × 28 colour pictures');
  await expect(preview.getByRole('list', { name: 'Samples as they will be kept' }).getByRole('listitem')).toHaveCount(
    2,
  );
  await expect(preview).toContainText('The classes are about equally frequent.');
  await expectNoFaults(page, 'preview');
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Red and blue');
  await keep(page).click();
  await expect(dialog(page).getByText('“Red and blue” is kept.')).toBeVisible();
  const left = dialog(page).getByRole('listitem').filter({ hasText: 'no picture that this browser can read' });
  await expect(left).toHaveText([/blue\/cut-off\.png/, /red\/broken\.png/]);
  await dialog(page).getByRole('button', { name: 'Back to the list' }).click();
  await expect(dialog(page).getByRole('heading', { name: 'Red and blue' })).toBeVisible();
  await expectNoFaults(page, 'list');

  const training = await openTraining(page);
  await expect(settings(page).getByLabel('Data set', { exact: true }).locator('option:checked')).toHaveText(
    'Red and blue',
  );
  await settings(page).getByRole('button', { name: 'Fit the design to it' }).click();
  await training.choose('Backend', 'wasm');
  await training.set('Batch size', '8');
  await training.button('Train').click();
  await expect(training.run.getByRole('button', { name: /Test accuracy/ })).toBeVisible({ timeout: 30_000 });
  await training.view('Test samples');
  await expect(page.getByRole('list', { name: 'Test pictures' }).getByRole('button').first()).toHaveAccessibleName(
    /truth (red|blue), predicted (red|blue)/,
  );

  await settings(page).getByRole('button', { name: 'Manage…' }).click();
  await dialog(page).getByRole('button', { name: 'Delete Red and blue' }).click();
  const ask = dialog(page).getByRole('alertdialog', { name: 'Delete “Red and blue”?' });
  await expect(ask).toContainText('Designs made for it: “LeNet-5”');
  await expect(ask).toContainText('1 run used it');
  await ask.getByRole('button', { name: 'Delete it' }).click();
  await expect(dialog(page).getByText('“Red and blue” is deleted.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(settings(page)).toContainText('This design is for “red and blue”, which is not in this browser.');
});

test('what is neither a design nor data is refused by name, with what can be dropped', async ({ page }) => {
  await new DesignerPage(page).open();
  await dropFiles(page, { name: 'diary.txt', bytes: Buffer.from('Dear diary') });
  const notice = page.getByRole('region', { name: 'Notices' });
  await expect(notice).toContainText('diary.txt: neither a design nor data that can be read here.');
  await expect(notice).toContainText('folders or zips of pictures, CSV, NumPy, IDX and CIFAR files');
});

test('a table of numbers to predict is kept as rows, and a new name and another tab are in step', async ({
  page,
  context,
}) => {
  await new DesignerPage(page).open();
  const rows = Array.from({ length: 40 }, (_, row) => `${row},${row % 7},${(row * 2.5 + 0.5).toFixed(2)}`);
  await dropFiles(page, { name: 'prices.csv', bytes: Buffer.from(`size,rooms,price\n${rows.join('\n')}\n`) });
  await dialog(page).getByLabel('What is learned').selectOption('Numbers (regression)');
  await expect(dialog(page).getByRole('region', { name: 'Preview' })).toContainText('rows of 2 numbers');
  await dialog(page).getByRole('checkbox', { name: 'Use it for the open design' }).uncheck();
  await keep(page).click();
  await dialog(page).getByRole('button', { name: 'Back to the list' }).click();
  const other = await context.newPage();
  await other.goto('/');
  await other.getByRole('tab', { name: 'Training', exact: true }).click();
  const choice = settings(other).getByLabel('Data set', { exact: true });
  await expect(choice.locator('option', { hasText: 'prices' })).toHaveCount(1);
  await dialog(page).getByRole('button', { name: 'Rename prices' }).click();
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('House prices');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Renamed to “House prices”.')).toBeVisible();
  await expect(dialog(page).getByText('rows of 2 numbers; 33 training and 7 test samples, 1 number')).toBeVisible();
  await expect(choice.locator('option', { hasText: 'House prices' })).toHaveCount(1);
});
