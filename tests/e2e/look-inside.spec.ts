import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { decodeNpy, readNpyHeader } from '@/lib/datasets/import/formats/npy';
import { faultsOf } from './axe';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';
import { openTraining, setSmallRun, testAccuracy } from './training-page';

const strip = (page: Page) => page.getByRole('listbox', { name: 'Layers, in the order of computation' });
const grid = (page: Page) => page.getByRole('listbox', { name: /^(Maps|Values) of / });
const lessons = (page: Page) => page.getByRole('region', { name: 'Lessons' });
const unitPane = (page: Page) => page.getByRole('region', { name: 'The chosen unit' });
const input = (page: Page) => page.getByRole('region', { name: 'Input', exact: true });
const layer = (page: Page, name: string) => strip(page).getByRole('option', { name });
const next = (page: Page) => lessons(page).getByRole('button', { name: 'Next', exact: true });

const picture = (element: Locator): Promise<string> =>
  element
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

async function saved(page: Page, item: string): Promise<Buffer> {
  await unitPane(page).getByRole('button', { name: 'Save…' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return readFileSync(await (await coming).path());
}

/** Presses a key until the step is done, so many times at most; between two, what was pressed is seen. */
async function pressUntilDone(page: Page, key: string, most: number): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await next(page).isVisible()) return;
    const before = await picture(unitPane(page));
    await page.keyboard.press(key);
    await expect.poll(() => picture(unitPane(page))).not.toBe(before);
  }
  await expect(next(page)).toBeVisible();
}

test('a network just trained is looked into: a lesson on a spot, its best nine, why, a frozen camera, and files', async ({
  page,
}) => {
  const training = await openTraining(page);
  await setSmallRun(training);
  await training.button('Train').click();
  await testAccuracy(training);
  await page.keyboard.press('Alt+Shift+6');
  await expect(page.getByText('Trained', { exact: true })).toBeVisible();

  // The lesson goes by what is really chosen and seen.
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await lessons(page).getByRole('button', { name: 'Follow a face (or digit): Begin' }).click();
  await expect(lessons(page).getByRole('status')).toContainText('Done: A network that has learned.');
  await page.keyboard.press('Enter');
  await expect(lessons(page).getByRole('status')).toContainText('To do: Maps deep inside.');
  await layer(page, 'Tanh, 10 × 10 × 16').click();
  await next(page).click();
  await grid(page).focus();
  await page.keyboard.press('Home');
  await expect(unitPane(page).locator('canvas').first()).toBeVisible();
  await pressUntilDone(page, 'ArrowRight', 15);
  expect(await faultsOf(page, 'section[aria-label=Lessons]')).toEqual([]);
  await next(page).click();
  await input(page).getByRole('application').focus();
  await pressUntilDone(page, 'ArrowRight', 8);
  await expect(lessons(page).getByRole('status')).toContainText(/The input went \d px right, the spot \d+ px right/);
  await lessons(page)
    .getByRole('button', { name: /^Leave the lesson/ })
    .click();
  await expect(
    lessons(page).getByRole('button', { name: 'Follow a face (or digit): Go on at step 4 of 7' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await expect(lessons(page)).toHaveCount(0);

  await input(page).getByRole('button', { name: 'Back to where it was' }).click();
  await unitPane(page).getByRole('tab', { name: 'Top nine' }).click();
  await unitPane(page).getByLabel('How many').selectOption({ index: 0 });
  await unitPane(page).getByRole('button', { name: 'Find the best nine' }).click();
  const best = unitPane(page).getByRole('button', { name: /^\d\. Sample \d+ of the / });
  await expect(best).toHaveCount(9);
  const number = /Sample (\d+)/.exec((await best.first().getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await best.first().click();
  await expect(input(page).getByRole('spinbutton', { name: 'Number' })).toHaveValue(number);

  await page.getByRole('tab', { name: 'Why', exact: true }).click();
  await page.getByLabel('Method', { exact: true }).selectOption('Grad-CAM');
  await expect(page.getByRole('img', { name: /^Grad-CAM for .*, laid over/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Maps', exact: true }).click();

  await unitPane(page).getByRole('tab', { name: 'Unit', exact: true }).click();
  await input(page).getByRole('radio', { name: 'Camera' }).check();
  await input(page).getByRole('button', { name: 'Switch the camera on' }).click();
  const moving = await picture(unitPane(page));
  await expect.poll(() => picture(unitPane(page))).not.toBe(moving);
  await input(page).getByRole('button', { name: 'Freeze' }).click();
  await expect(page.getByText('updates/s')).toHaveCount(0);

  const strongest = await unitPane(page).getByRole('status').textContent();
  const [, row, column, value] = /^Row (\d+), column (\d+): (\S+) \(the cell/.exec(strongest ?? '') ?? [];
  const bytes = new Uint8Array(await saved(page, 'Activations of this unit (.npy)'));
  const header = readNpyHeader(bytes);
  expect(header.shape).toEqual([10, 10]);
  const values = decodeNpy(header, bytes.subarray(header.offset));
  expect(values[10 * Number(row) + Number(column)]).toBeCloseTo(Number(value?.replace('−', '-')), 2);
  expect(values[10 * Number(row) + Number(column)]).toBe(Math.max(...values));
  const png = await saved(page, 'Picture (PNG)');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});

test('no camera, no weights, no place and two thousand maps are each said and lived with', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'));
  });
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.layers('Conv2D').nth(1).click();
  await designer.set('Filters', '2048');
  await page.getByRole('tab', { name: 'Look inside' }).click();
  await expect(page.getByText('Not trained: start values')).toBeVisible();
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await lessons(page).getByRole('button', { name: 'What the filters learned: Begin' }).click();
  await expect(lessons(page).getByRole('status')).toContainText('what is open now has start values');
  await lessons(page).getByRole('button', { name: 'Skip' }).click();

  await layer(page, 'Conv2D, 10 × 10 × 2048').click();
  await expect(page.getByText('2,048 units')).toBeVisible();
  await grid(page).focus();
  await page.keyboard.press('End');
  await expect(grid(page).getByRole('option', { selected: true })).toHaveText(/^Unit 2047, from [-−]?\d/);

  await layer(page, 'Softmax, 10').click();
  await grid(page).focus();
  await page.keyboard.press('Home');
  await expect(unitPane(page).getByRole('status')).toContainText('It sees the whole picture.');

  await input(page).getByRole('radio', { name: 'Camera' }).check();
  await input(page).getByRole('button', { name: 'Switch the camera on' }).click();
  await expect(
    input(page)
      .getByRole('status')
      .filter({ hasText: /camera/i }),
  ).toContainText(/No camera/i);
});
