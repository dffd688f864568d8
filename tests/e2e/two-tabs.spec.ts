import type { Page } from '@playwright/test';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

const LOOKING_ON = 'This design is open in another tab';
const saved = (page: Page) => page.getByText('Saved in this browser');
const readOnly = (page: Page) => page.getByText('Read only', { exact: true });
const openName = (page: Page, name: string) => page.getByRole('banner').getByRole('button', { name, exact: true });

async function rename(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Shift+F2');
  await page.getByRole('textbox', { name: 'Name of the design' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(openName(page, name)).toBeVisible();
}

async function openSecond(page: Page): Promise<Page> {
  await new DesignerPage(page).open();
  const second = await page.context().newPage();
  await second.goto('/');
  await expect(second.getByRole('status').getByText(LOOKING_ON)).toBeVisible();
  return second;
}

test('the second tab is told, sees the changes of the first, and cannot change anything', async ({ page }) => {
  const second = await openSecond(page);
  await expect(readOnly(second)).toBeVisible();
  await expect(second.getByRole('button', { name: 'LeNet-5', exact: true })).toBeDisabled();
  const looking = new DesignerPage(second);
  await looking
    .layers('Tanh')
    .first()
    .click({ position: { x: 60, y: 12 } });
  await second.keyboard.press('Delete');
  await expect(looking.layers()).toHaveCount(14);

  await page.bringToFront();
  const editing = new DesignerPage(page);
  await editing.select(editing.layers('Tanh').first());
  await page.keyboard.press('Delete');
  await expect(editing.layers()).toHaveCount(13);
  await expect(looking.layers()).toHaveCount(13);
  await page.reload();
  await expect(editing.layers()).toHaveCount(13);
});

test('when the first tab closes, the second one can write', async ({ page }) => {
  const second = await openSecond(page);
  await page.close();
  await expect(saved(second)).toBeVisible();
  await expect(second.getByText(LOOKING_ON)).toHaveCount(0);
  await rename(second, 'Inherited');
  await second.reload();
  await expect(openName(second, 'Inherited')).toBeVisible();
});

test('the second tab takes over with what the first one has just changed, and the first is told', async ({ page }) => {
  const second = await openSecond(page);
  await rename(page, 'Fresh');
  await second.getByRole('button', { name: 'Edit here instead' }).click();
  await expect(saved(second)).toBeVisible();
  await expect(openName(second, 'Fresh')).toBeVisible();
  await expect(readOnly(page)).toBeVisible();
  await expect(page.getByText('Another tab now edits this design')).toBeVisible();
  await rename(second, 'Taken');
  await expect(page.getByRole('banner').getByText('Taken')).toBeVisible();
});

test('two designs are edited in two tabs at once', async ({ page }) => {
  const second = await openSecond(page);
  await new DesignerPage(second).openTemplate('Tiny ResNet');
  await expect(saved(second)).toBeVisible();
  await rename(page, 'In the first');
  await rename(second, 'In the second');
  await second.reload();
  await expect(openName(second, 'In the second')).toBeVisible();
  await page.reload();
  await expect(openName(page, 'In the first')).toBeVisible();
});

test('a tab that reloads keeps its own design and its right to write', async ({ page }) => {
  await new DesignerPage(page).open();
  for (let time = 0; time < 3; time++) {
    await page.reload();
    await expect(saved(page)).toBeVisible();
    await expect(page.getByText(LOOKING_ON)).toHaveCount(0);
  }
});
