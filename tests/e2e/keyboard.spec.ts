import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { DesignerPage } from './designer-page';

/** Presses Tab, as often as it takes, until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key does not lead there');
}

async function addFromPalette(designer: DesignerPage, query: string): Promise<void> {
  const { page } = designer;
  const count = await designer.layers().count();
  await tabTo(page, page.getByRole('searchbox', { name: 'Search layers' }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(query);
  await page.keyboard.press('Enter');
  await expect(designer.layers()).toHaveCount(count + 1);
}

/** From the canvas into the selected layer's settings: one value per field, in the order of the Tab key. */
async function edit(designer: DesignerPage, values: Readonly<Record<string, string>>): Promise<void> {
  const { page } = designer;
  await page.keyboard.press('Enter');
  for (const [field, value] of Object.entries(values)) {
    const control = designer.inspector().getByLabel(field, { exact: true });
    await tabTo(page, control);
    await page.keyboard.type(value);
  }
  await page.keyboard.press('Escape');
  await expect(designer.canvas()).toBeFocused();
}

test('LeNet-5 is built from an empty canvas with the keyboard alone', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.startEmpty();

  await addFromPalette(designer, 'input');
  for (const query of [
    'conv',
    'tanh',
    'avgpool',
    'conv',
    'tanh',
    'avgpool',
    'flatten',
    'dense',
    'tanh',
    'dense',
    'tanh',
  ]) {
    await addFromPalette(designer, query);
  }
  await addFromPalette(designer, 'dense');
  await expect(designer.edges()).toHaveCount(12);

  // The last layer is added by itself and then connected.
  await tabTo(page, designer.canvas());
  await page.keyboard.press('Escape');
  await addFromPalette(designer, 'softmax');
  await expect(designer.edges()).toHaveCount(12);
  await tabTo(page, designer.canvas());
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Connect Dense to…' })).toBeVisible();
  await page.keyboard.type('soft');
  await page.keyboard.press('Enter');
  await expect(designer.edges()).toHaveCount(13);
  await expect(designer.canvas()).toBeFocused();

  // Back to the first convolution, then down the chain.
  await edit(designer, { Units: '10' });
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowUp');
  await edit(designer, { Units: '84' });
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowUp');
  await edit(designer, { Units: '120' });
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowUp');
  await edit(designer, { Filters: '16', 'Kernel, height': '5' });
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
  await edit(designer, { Filters: '6', 'Kernel, height': '5', Padding: 'Keep' });

  await page.keyboard.press('Escape');
  await expect(designer.inspector()).toContainText(/Parameters\s*61,706/);
});

test('selected layers are moved by Control and the arrow keys, in one step while the key is held', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await tabTo(page, designer.canvas());
  await page.keyboard.press('ArrowDown');
  const layer = designer.layers('Input');
  const before = await layer.boundingBox();
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('Control+ArrowLeft');
  await expect.poll(async () => (await layer.boundingBox())?.x).toBeLessThan((before?.x ?? 0) - 20);
  await page.keyboard.press('Control+Z');
  await expect.poll(async () => (await layer.boundingBox())?.x).toBe(before?.x);
});

test('what is selected and what is done is said to screen readers', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await tabTo(page, designer.canvas());
  await page.keyboard.press('ArrowDown');
  const said = page.locator('[aria-live=polite]');
  await expect(said.filter({ hasText: 'Input, Shape 28 × 28 × 1, output 28 × 28 × 1' })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(said.filter({ hasText: 'Conv2D, Filters 6, Kernel 5 × 5, Padding same' })).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowDown');
  await expect(said.filter({ hasText: '2 layers selected.' })).toHaveCount(1);
});

test('a layer is renamed in place with F2; Escape keeps the old name', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await tabTo(page, designer.canvas());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await page.keyboard.type('digits');
  await page.keyboard.press('Enter');
  await expect(designer.layers('digits')).toHaveCount(1);
  await expect(designer.canvas()).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('other');
  await page.keyboard.press('Escape');
  await expect(designer.layers('digits')).toHaveCount(1);
  await expect(designer.canvas()).toBeFocused();
});
