import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { faultsOf } from './axe';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

async function openDialog(page: Page): Promise<Locator> {
  await page.keyboard.press('Alt+Shift+I');
  const dialog = page.getByRole('dialog', { name: 'Save a picture' });
  await expect(dialog.getByRole('img', { name: /^Preview/ })).toBeVisible();
  return dialog;
}

async function save(page: Page, dialog: Locator): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  return download;
}

/** Width, height and the number of different colours of a PNG, as the browser reads it. */
async function pixelsOf(page: Page, png: Buffer) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const colours = new Set(new Uint32Array(data.buffer));
    return { width: bitmap.width, height: bitmap.height, colours: colours.size };
  }, png.toString('base64'));
}

test('the canvas is saved as an SVG file named after the design', async ({ page }) => {
  await new DesignerPage(page).open();
  const dialog = await openDialog(page);
  const download = await save(page, dialog);
  expect(download.suggestedFilename()).toBe('LeNet-5.svg');
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  for (const text of ['Conv2D', 'Softmax', '28 × 28 × 6']) expect(svg).toContain(text);
  await expect(dialog).toHaveCount(0);
});

test('a figure is saved as PNG at twice the size that its preview tells', async ({ page }) => {
  await new DesignerPage(page).open();
  const dialog = await openDialog(page);
  await dialog.getByRole('radio', { name: /A figure for a publication/ }).check();
  await dialog.getByRole('combobox', { name: 'File' }).selectOption('png-1');
  const preview = dialog.getByRole('img', { name: /^Preview/ });
  await expect(dialog.getByRole('combobox', { name: 'Scale' })).toBeVisible();
  await expect(preview).not.toHaveAttribute('width', '781');
  const [width, height] = [Number(await preview.getAttribute('width')), Number(await preview.getAttribute('height'))];
  await dialog.getByRole('combobox', { name: 'File' }).selectOption('png-2');
  const download = await save(page, dialog);
  expect(download.suggestedFilename()).toBe('LeNet-5 figure.png');
  const pixels = await pixelsOf(page, await readFile(await download.path()));
  expect([pixels.width, pixels.height]).toEqual([2 * width, 2 * height]);
  expect(pixels.colours).toBeGreaterThan(50);
});

test('the dialog can be used with a screen reader, in both kinds', async ({ page }) => {
  await new DesignerPage(page).open();
  const dialog = await openDialog(page);
  for (const kind of [/The canvas/, /A figure/]) {
    await dialog.getByRole('radio', { name: kind }).check();
    expect(await faultsOf(page, 'dialog')).toEqual([]);
  }
});

test('the dialog for other tools leads to pictures', async ({ page }) => {
  await new DesignerPage(page).open();
  await page.keyboard.press('Alt+Shift+X');
  await page.getByRole('button', { name: /picture or a figure/ }).click();
  await expect(page.getByRole('dialog', { name: 'Save a picture' })).toBeVisible();
});
