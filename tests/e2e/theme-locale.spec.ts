import type { Page } from '@playwright/test';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

const root = (page: Page) => page.locator('html');

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^(Appearance and language|Giao diện và ngôn ngữ)$/ }).click();
  await page.getByRole('menuitemradio', { name: item, exact: true }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('the theme follows the system until one is chosen, and the choice is there before the first paint', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await new DesignerPage(page).open();
  await expect(root(page)).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root(page)).toHaveAttribute('data-theme', 'light');
  await choose(page, 'Dark');
  await expect(root(page)).toHaveAttribute('data-theme', 'dark');
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('body')).toBeAttached();
  expect(await root(page).getAttribute('data-theme')).toBe('dark');
});

test('the language changes at once, everywhere, and stays', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.select(designer.layers().first());
  await page.keyboard.press('Escape');
  await expect(page.getByText('Nothing selected.')).toHaveCount(1);
  await choose(page, 'Tiếng Việt');
  await expect(root(page)).toHaveAttribute('lang', 'vi');
  await expect(page.getByText('Nothing selected.')).toHaveCount(0);
  await expect(page.getByText('Đã lưu trong trình duyệt này')).toBeVisible();
  await expect(
    page.getByRole('complementary', { name: 'Các lớp' }).getByRole('button', { name: 'Đầu vào', exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Huấn luyện' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Huấn luyện' })).toBeVisible();
  await choose(page, 'English');
  await expect(page.getByRole('tab', { name: 'Training' })).toBeVisible();
  await expect(root(page)).toHaveAttribute('lang', 'en');
});

test.describe('in a Vietnamese browser', () => {
  test.use({ locale: 'vi-VN' });

  test('the first visit is in Vietnamese', async ({ page }) => {
    await page.goto('/');
    await expect(root(page)).toHaveAttribute('lang', 'vi');
    await expect(page.getByText('Đã lưu trong trình duyệt này')).toBeVisible();
  });
});

test('menus open, move and close by keyboard, and give the focus back', async ({ page }) => {
  await new DesignerPage(page).open();
  const button = page.getByRole('button', { name: 'Designs' });
  await button.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'New empty design' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'New from a template' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitemradio', { name: /^LeNet-5/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(button).toBeFocused();
});
