import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

const saved = (page: Page) => page.getByText('Saved in this browser');
const openName = (page: Page, name: string) => page.getByRole('banner').getByRole('button', { name, exact: true });

async function rename(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Shift+F2');
  await page.getByRole('textbox', { name: 'Name of the design' }).fill(name);
  await page.keyboard.press('Enter');
}

async function openDesignMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Designs' }).click();
  await expect(page.getByRole('menu', { name: 'Designs' })).toBeVisible();
}

/** Only the download and the upload can be followed from here; the pickers of the system cannot. */
async function withoutFilePickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { showOpenFilePicker: undefined, showSaveFilePicker: undefined });
  });
}

test('a reload keeps the work, even right after the edit', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.select(designer.layers('Tanh').first());
  await page.keyboard.press('Delete');
  await expect(designer.layers()).toHaveCount(13);
  await page.reload();
  await expect(designer.layers()).toHaveCount(13);
});

test('a new visit in the same browser finds the design where it was left', async ({ page, context }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await rename(page, 'Left alone');
  await expect(saved(page)).toBeVisible();
  await page.close();
  const next = await context.newPage();
  await next.goto('/');
  await expect(openName(next, 'Left alone')).toBeVisible();
});

test('several designs stand side by side, are switched between, duplicated and deleted', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.openTemplate('Tiny ResNet');
  await expect(openName(page, 'Tiny ResNet')).toBeVisible();
  await rename(page, 'Mine');
  await openDesignMenu(page);
  await page.getByRole('menuitem', { name: 'Duplicate this design' }).click();
  await expect(openName(page, 'Mine 2')).toBeVisible();
  await openDesignMenu(page);
  await page.getByRole('menuitemradio', { name: /^LeNet-5/ }).click();
  await expect(openName(page, 'LeNet-5')).toBeVisible();
  await expect(designer.layers()).toHaveCount(14);

  await openDesignMenu(page);
  await page.getByRole('menuitem', { name: 'Delete this design' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(openName(page, 'Mine 2')).toBeVisible();
  await page.reload();
  await openDesignMenu(page);
  await expect(page.getByRole('menuitemradio')).toHaveCount(2);
  await expect(page.getByRole('menuitemradio', { name: /^LeNet-5/ })).toHaveCount(0);
});

test('deleting asks first, and Escape keeps the design', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await openDesignMenu(page);
  await page.getByRole('menuitem', { name: 'Delete this design' }).click();
  await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(openName(page, 'LeNet-5')).toBeVisible();
});

test('a design saved to a file opens again as it was, beside the others', async ({ page }) => {
  await withoutFilePickers(page);
  const designer = new DesignerPage(page);
  await designer.open();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+S')]);
  expect(download.suggestedFilename()).toBe('LeNet-5.shapeflow.json');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+O')]);
  await chooser.setFiles(await download.path());
  await expect(openName(page, 'LeNet-5 2')).toBeVisible();
  await expect(designer.layers()).toHaveCount(14);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('a file with a broken connection opens with a list of repairs', async ({ page }) => {
  await withoutFilePickers(page);
  const designer = new DesignerPage(page);
  await designer.open();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+S')]);
  const text = await readFile(await download.path(), 'utf8');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+O')]);
  const buffer = Buffer.from(text.replace('"target": "softmax_1"', '"target": "nowhere"'));
  await chooser.setFiles({ name: 'broken.json', mimeType: 'application/json', buffer });
  const dialog = page.getByRole('alertdialog', { name: 'Opened with repairs' });
  await expect(dialog.getByRole('listitem')).toHaveText([/leads nowhere/]);
  await dialog.getByRole('button', { name: 'All right' }).click();
  await expect(dialog).toHaveCount(0);
});

test('a file that is not a design is refused with its reason, and nothing changes', async ({ page }) => {
  await withoutFilePickers(page);
  const designer = new DesignerPage(page);
  await designer.open();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+O')]);
  await chooser.setFiles({ name: 'letter.json', mimeType: 'application/json', buffer: Buffer.from('Dear Sir') });
  const dialog = page.getByRole('alertdialog', { name: 'This file cannot be opened' });
  await expect(dialog).toContainText('is not JSON');
  await page.keyboard.press('Escape');
  await expect(openName(page, 'LeNet-5')).toBeVisible();
});

test('a file dropped on the page opens as a design', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const file = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    const design = { format: 'shapeflow', version: 1, layers: {}, name: 'Dropped', nodes: {}, edges: {}, training: {} };
    transfer.items.add(new File([JSON.stringify(design)], 'dropped.json', { type: 'application/json' }));
    return transfer;
  });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: file });
  await expect(page.getByText('Drop the file to open it as a design')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: file });
  await expect(openName(page, 'Dropped')).toBeVisible();
});

test('copied layers can be pasted into another design', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.select(designer.layers('Conv2D').first());
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await expect(page.getByText('14 layers copied')).toBeVisible();
  await designer.startEmpty();
  await page.keyboard.press('Control+V');
  await expect(designer.layers()).toHaveCount(14);
  await expect(designer.edges()).toHaveCount(13);
});

test('a kept design that was damaged is kept aside, and the others open', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.openTemplate('Tiny ResNet');
  await expect(saved(page)).toBeVisible();
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('shapeflow');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('the database cannot be opened'));
    });
    const designs = database.transaction('designs', 'readwrite').objectStore('designs');
    const all = await new Promise<readonly { name: string; file: string }[]>((resolve) => {
      const request = designs.getAll();
      request.onsuccess = () => resolve(request.result as { name: string; file: string }[]);
    });
    for (const design of all)
      if (design.name === 'Tiny ResNet') designs.put({ ...design, file: design.file.slice(0, 99) });
    database.close();
  });
  await page.reload();
  const dialog = page.getByRole('alertdialog', { name: 'A kept design cannot be opened' });
  await expect(dialog).toContainText('Tiny ResNet');
  await dialog.getByRole('button', { name: 'All right' }).click();
  await expect(openName(page, 'LeNet-5')).toBeVisible();
  await expect(designer.layers()).toHaveCount(14);
});

test('where the browser bars storage, the page works and says what to do', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('barred', 'SecurityError');
    };
  });
  await page.goto('/');
  await expect(page.getByText('Not saved')).toBeVisible();
  await expect(page.getByRole('status').getByText(/Save the design to a file before you leave/)).toBeVisible();
  await expect(new DesignerPage(page).layers()).toHaveCount(14);
});

test('panels are resized by keyboard and mouse and remembered', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const splitter = page.getByRole('separator', { name: 'Width of the layer list' });
  const before = Number(await splitter.getAttribute('aria-valuenow'));
  await splitter.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(splitter).toHaveAttribute('aria-valuenow', String(before + 32));
  const box = await splitter.boundingBox();
  if (box === null) throw new Error('the splitter is not on the page');
  await designer.drag({ x: box.x, y: 300 }, { x: box.x + 20, y: 300 });
  await expect(splitter).toHaveAttribute('aria-valuenow', String(before + 52));
  await page.reload();
  await expect(splitter).toHaveAttribute('aria-valuenow', String(before + 52));
  const palette = page.getByRole('complementary', { name: 'Layers' });
  // The list and the line beside it.
  expect((await palette.boundingBox())?.width).toBe(before + 52 + 1);
});

test('the lower panel takes the whole window and gives it back, by key, button and double click, and it is remembered', async ({
  page,
}) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const panel = page.getByRole('tabpanel', { name: 'Summary' });
  const button = page.getByRole('button', { name: 'Give the panel the whole window, or not' });
  await page.keyboard.press('Alt+Shift+2');
  await page.keyboard.press('Alt+Shift+0');
  await expect(designer.canvas()).toBeHidden();
  await expect(designer.inspector()).toBeHidden();
  await page.reload();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const box = await panel.boundingBox();
  expect([box?.x, box?.width, (box?.y ?? 0) + (box?.height ?? 0)]).toEqual([0, width, height]);

  await page.keyboard.press('Escape');
  await expect(designer.layers()).toHaveCount(14);
  await expect(designer.canvas()).toBeVisible();
  await page.getByRole('separator', { name: /lower panel/i }).dblclick();
  await expect(designer.canvas()).toBeHidden();
  await button.click();
  await expect(designer.canvas()).toBeVisible();
});

test('the lower panel opens, closes and stays as it was left', async ({ page }) => {
  await new DesignerPage(page).open();
  const tab = page.getByRole('tab', { name: 'Summary' });
  await tab.click();
  await expect(page.getByRole('tabpanel', { name: 'Summary' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('tabpanel', { name: 'Summary' })).toBeVisible();
  await tab.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'Problems' })).toBeFocused();
  await page.getByRole('button', { name: 'Close the panel' }).click();
  await expect(page.getByRole('tabpanel')).toHaveCount(0);
});

for (const size of [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
]) {
  test(`nothing scrolls sideways or off the page at ${size.width} × ${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await new DesignerPage(page).open();
    for (const name of ['Summary', 'Training', 'Problems']) {
      await page.getByRole('tab', { name }).click();
      const overflow = await page.evaluate(() => ({
        across: document.documentElement.scrollWidth - window.innerWidth,
        down: document.documentElement.scrollHeight - window.innerHeight,
      }));
      expect(overflow).toEqual({ across: 0, down: 0 });
    }
    const train = await page.getByRole('banner').getByRole('button', { name: 'Train' }).boundingBox();
    expect((train?.x ?? Infinity) + (train?.width ?? 0)).toBeLessThanOrEqual(size.width);
  });
}
