import { expect, test } from './fixtures';
import { DesignerPage } from './designer-page';

test('a family folds up, and is so after a reload', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const heading = page.getByRole('button', { name: /^Activation, \d+ layers$/ });
  await expect(designer.paletteItem('GELU')).toBeVisible();
  await heading.click();
  await expect(heading).toHaveAttribute('aria-expanded', 'false');
  await expect(designer.paletteItem('GELU')).toHaveCount(0);
  await page.reload();
  await expect(heading).toHaveAttribute('aria-expanded', 'false');
  await expect(designer.paletteItem('Conv2D')).toBeVisible();
  await heading.click();
  await expect(designer.paletteItem('GELU')).toBeVisible();
});

test('all families fold up at once, and then fit without scrolling at 1024 × 700', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  const designer = new DesignerPage(page);
  await designer.open();
  await page.getByRole('button', { name: 'Close all families' }).click();
  const list = page.getByRole('complementary', { name: 'Layers' }).getByRole('heading').last();
  await expect(list).toBeInViewport();
  await expect(designer.paletteItem('Conv2D')).toHaveCount(0);
  await page.getByRole('button', { name: 'Open all families' }).click();
  await expect(designer.paletteItem('Conv2D')).toBeVisible();
});

test('what is folded up is still found, also by another name, which is told', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await page.getByRole('button', { name: 'Close all families' }).click();
  const search = page.getByRole('searchbox', { name: 'Search layers' });
  await search.fill('swish');
  await expect(page.getByRole('button', { name: 'SiLU swish' })).toBeVisible();
  await search.fill('FC');
  await search.press('Enter');
  await expect(designer.layers('Dense')).toHaveCount(4);
  await search.press('Escape');
  await expect(designer.paletteItem('Dense')).toHaveCount(0);
});

test('the arrow keys go through the list as through a tree', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await page.getByRole('searchbox', { name: 'Search layers' }).press('ArrowDown');
  await expect(designer.paletteItem('Input')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const convolution = page.getByRole('button', { name: /^Convolution, \d+ layers$/ });
  await expect(convolution).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(designer.paletteItem('Conv2D')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(convolution).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(convolution).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /^Pooling, \d+ layers$/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(convolution).toHaveAttribute('aria-expanded', 'true');
});
