import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { DesignerPage } from './designer-page';
import { dropFiles } from './drop-files';
import { expect, test } from './fixtures';
import { colourZip, pngFile } from './picture-files';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Data sets' });

/** More than a browser tells of a folder at a time, which is a hundred entries. */
const RED = 130;
const BLUE = 20;

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
  for (const [name, count, colour] of [
    ['red', RED, [220, 40, 40]],
    ['blue', BLUE, [40, 40, 220]],
  ] as const) {
    await mkdir(path.join(folder, name));
    for (let index = 0; index < count; index += 1) {
      await writeFile(path.join(folder, name, `${index}.png`), pngFile(8, colour, index));
    }
  }
  await writeFile(path.join(folder, '.DS_Store'), 'hidden');
  return folder;
}

/** As the browser is told by the system: what is dropped is real folders and files. */
async function dropFolder(session: CDPSession, folder: string): Promise<void> {
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data });
  }
}

test('a folder of pictures is dropped or chosen, and read to its end', async ({ page }) => {
  const folder = await makeFolder();
  try {
    await new DesignerPage(page).open();
    await dropFolder(await page.context().newCDPSession(page), folder);
    const preview = dialog(page).getByRole('region', { name: 'Preview' });
    await expect(preview).toContainText('red: 108 training, 22 test');
    await expect(preview).toContainText('blue: 17 training, 3 test');
    await dialog(page).getByRole('button', { name: 'Back to the list' }).click();
    const choosing = page.waitForEvent('filechooser');
    await dialog(page).getByRole('button', { name: 'Choose a folder…' }).click();
    await (await choosing).setFiles(folder);
    await expect(preview).toContainText('red: 108 training, 22 test');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a data set too large for the room there is is refused with the figures, and nothing is lost', async ({
  page,
}) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await dropFiles(page, colourZip(20));
  await dialog(page).getByRole('button', { name: '28 × 28' }).click();
  await expect(dialog(page).getByRole('region', { name: 'Preview' })).toContainText('28 × 28 colour pictures');
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + 50_000 });
  await dialog(page).getByRole('button', { name: 'Keep this data set' }).click();
  const refusal = dialog(page).getByRole('alert').filter({ hasText: 'Nothing was kept.' });
  await expect(refusal).toHaveText(
    /There is not enough room: 9\d\.?\d*\skB are needed, and the browser has (4\d|50)\.?\d*\skB left for this page\. Nothing was kept\./,
  );
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await dialog(page).getByRole('button', { name: 'Keep this data set' }).click();
  await expect(dialog(page).getByText(/is kept\.$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(designer.layers()).toHaveCount(14);
});
