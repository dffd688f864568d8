import type { Locator, Page } from '@playwright/test';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

const input = (page: Page) => page.getByRole('region', { name: 'Input', exact: true });
const boxOf = async (element: Locator) => element.evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);

test('the sheet to draw on is seen whole, stays under the pen, and takes a stroke back', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await new DesignerPage(page).open();
  await page.keyboard.press('Alt+Shift+6');
  await expect(input(page).getByText(/^The network says/)).toBeVisible();
  await page.getByRole('button', { name: 'Lessons' }).click();
  await page.getByRole('button', { name: /^Follow a .*: Begin$/ }).click();
  await input(page).getByRole('radio', { name: 'Drawing' }).check();
  const sheet = input(page).getByRole('application', { name: /drawing/i });
  await expect(sheet).toBeInViewport({ ratio: 1 });
  await expect(page.getByText('No input yet')).toBeVisible();

  const before = await boxOf(sheet);
  const [left, top] = [before.x + before.width / 3, before.y + before.height / 3];
  await page.mouse.move(left, top);
  await page.mouse.down();
  await page.mouse.move(left + 30, top + 10, { steps: 4 });
  await expect(input(page).getByText(/^The network says/)).toBeVisible();
  expect(await boxOf(sheet)).toEqual(before);
  await page.mouse.up();
  await sheet.click({ position: { x: 20, y: 20 } });
  expect(await boxOf(sheet)).toEqual(before);

  const undo = input(page).getByRole('button', { name: 'Undo the last stroke' });
  await sheet.press('Control+z');
  await expect(page.getByText('No input yet')).toHaveCount(0);
  await undo.click();
  await expect(page.getByText('No input yet')).toBeVisible();
  await expect(undo).toBeDisabled();
});

test('a data set of another shape is named with both shapes and fitted by one click; without an input Compare says so', async ({
  page,
}) => {
  await new DesignerPage(page).open();
  await page.getByRole('tab', { name: 'Training' }).click();
  await page.getByRole('combobox', { name: 'Data set' }).selectOption('House / person / tree');
  await page.keyboard.press('Alt+Shift+6');
  const says = page.getByText(
    'The data set “House / person / tree” has 64\u00a0×\u00a064 colour pictures; this network takes 28',
  );
  await expect(says).toBeVisible();
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.getByText('No input yet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use “MNIST”' })).toBeVisible();
  await page.getByRole('button', { name: 'Fit the design to it' }).click();
  await expect(input(page).getByRole('radio', { name: 'Sample' })).toBeChecked();
  await expect(says).toHaveCount(0);
});
