import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

const strip = (page: Page) => page.getByRole('listbox', { name: 'Layers, in the order of computation' });
const grid = (page: Page) => page.getByRole('listbox', { name: /^(Maps|Values) of / });

async function download(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return readFileSync(await (await coming).path(), 'utf8');
}

test('the nine samples that excite a unit most are found, named, looked at and taken away', async ({ page }) => {
  await new DesignerPage(page).open();
  await page.keyboard.press('Alt+Shift+6');
  await strip(page).getByRole('option', { name: 'Conv2D, 10 × 10 × 16' }).click();
  await grid(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Top nine' }).click();

  await page.getByLabel('Among which samples').selectOption('test samples');
  await page.getByLabel('How many').selectOption('first 1,000');
  await page.getByRole('button', { name: 'Find the best nine' }).click();
  await expect(page.getByText('Best of 1,000 test samples.')).toBeVisible();
  const best = page.getByRole('list', { name: 'What excites unit 0 of Conv2D most' }).getByRole('button');
  await expect(best).toHaveCount(9);
  await expect(best.first()).toHaveAccessibleName(/^1\. Sample \d+ of the test set, class \d: activation /);
  const names = await best.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  const values = names.map((name) => Number(/activation (\S+)$/.exec(name)?.[1]?.replace('−', '-')));
  expect(values).toEqual([...values].sort((a, b) => b - a));

  const number = /Sample (\d+)/.exec(names[4] ?? '')?.[1] ?? '';
  await best.nth(4).click();
  await expect(page.getByRole('spinbutton', { name: 'Number', exact: true })).toHaveValue(number);

  await page.getByRole('textbox', { name: 'What it answers to' }).fill('left edge: dark to bright');
  const badge = page.getByText('1 named unit: 0 “left edge: dark to bright”');
  await expect(badge).toHaveCount(1);
  const designer = new DesignerPage(page);
  await expect(designer.canvas().getByText('unit 0: left edge: dark to bright', { exact: true })).toBeVisible();
  const noted = designer.layers(/^Conv2D, .*1 named unit: 0 “left edge: dark to bright”/);
  await expect(noted).toHaveClass(/selected/);
  const sheet = await download(page, 'Sheet of all units…');
  expect(sheet.match(/<section>/g)).toHaveLength(16);
  expect(sheet.match(/<figure>/g)).toHaveLength(16 * 9);
  expect(sheet).toContain('<span class="note">left edge: dark to bright</span>');
  expect(sheet).toContain('Gone through: 1,000 samples');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(badge).toHaveCount(0);
  await expect(designer.canvas().locator('.react-flow__node.selected')).toHaveCount(1);
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await page.getByRole('option', { name: 'Tanh, 10 × 10 × 16' }).click();
  await designer.select(noted);
  await page.getByRole('tab', { name: 'Problems', exact: true }).click();
  await page.getByRole('button', { name: 'unit 0: left edge: dark to bright' }).click();
  await expect(page.getByRole('textbox', { name: 'What it answers to' })).toHaveValue('left edge: dark to bright');

  // Nothing is open to look inside, and another layer was looked at last.
  await page.getByRole('option', { name: 'Tanh, 10 × 10 × 16' }).click();
  await page.getByRole('tab', { name: 'Problems', exact: true }).click();
  await page.reload();
  await designer.select(noted);
  await page.getByRole('button', { name: 'unit 0: left edge: dark to bright' }).click();
  await expect(strip(page).getByRole('option', { name: 'Conv2D, 10 × 10 × 16' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(grid(page).getByRole('option', { selected: true })).toHaveAccessibleName(/left edge: dark to bright/);
});
