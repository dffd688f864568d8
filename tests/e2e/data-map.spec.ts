import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { faultsOf } from './axe';
import { centre, DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

const layer = (page: Page, name: string) =>
  page.getByRole('listbox', { name: 'Layers, in the order of computation' }).getByRole('option', { name });
const map = (page: Page, name: string) => page.getByRole('application', { name, exact: true });

async function download(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return readFileSync(await (await coming).path(), 'utf8');
}

/** Two fingers, one each side of a place, that go from so many pixels beside it to so many. */
async function pinch(page: Page, { x, y }: { x: number; y: number }, [from, to]: readonly [number, number]) {
  const touch = await page.context().newCDPSession(page);
  const fingers = (beside: number) => [
    { x: x - beside, y, id: 0 },
    { x: x + beside, y, id: 1 },
  ];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(from) });
  for (const beside of [from + (to - from) / 3, from + ((to - from) * 2) / 3, to]) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(beside) });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('all samples are laid out as a map that goes along from layer to layer, is zoomed, walked, and taken away', async ({
  page,
}) => {
  await new DesignerPage(page).open();
  await page.keyboard.press('Alt+Shift+6');
  await layer(page, 'Conv2D, 10 × 10 × 16').click();
  await page.getByRole('tab', { name: 'Map of the data' }).click();
  await page.getByLabel('Method').selectOption('PCA');
  await page.getByLabel('How many').first().selectOption('the first 200');
  await page.getByRole('button', { name: 'Make the map' }).click();
  await expect(page.getByText(/^Trustworthiness 0\.\d{3}$/)).toBeVisible();
  const convolved = map(page, 'PCA of Conv2D (10 × 10 × 16), 200 samples');
  await expect(convolved).toBeVisible();
  // Before the notices of saved files lie over it.
  await pinch(page, await centre(convolved), [20, 60]);
  await expect(page.getByText('3×', { exact: true })).toBeVisible();
  await pinch(page, await centre(convolved), [60, 40]);
  await expect(page.getByText('2×', { exact: true })).toBeVisible();
  const before = await download(page, 'CSV');

  await layer(page, 'Tanh, 10 × 10 × 16').click();
  await expect(map(page, 'PCA of Tanh (10 × 10 × 16), 200 samples')).toBeVisible();
  await layer(page, 'Conv2D, 10 × 10 × 16').click();
  await expect(convolved).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make anew' })).toBeVisible();
  expect(await download(page, 'CSV')).toBe(before);

  await convolved.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText(/^Sample 0 of the test set: class 7$/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('spinbutton', { name: 'Number', exact: true })).toHaveValue('0');
  // From near, it is the part that is seen which is taken away as a picture; all numbers stay those of the whole.
  await page.keyboard.press('+');
  await convolved.hover();
  await page.mouse.wheel(0, -400);
  await expect(page.getByText('2.6×')).toBeVisible();
  expect(await download(page, 'SVG')).toMatch(/A part of the map, 2\.6 times enlarged, with \d+ of 200 samples/);
  await convolved.press('0');
  await expect(page.getByRole('button', { name: 'Show the whole map' })).toBeDisabled();
  expect(await download(page, 'SVG')).not.toContain('A part of the map');
  const rows = before.trim().split(/\r?\n/);
  expect(rows).toHaveLength(201);
  expect(rows[1]).toMatch(/^0,7,-?[\d.e-]+,-?[\d.e-]+$/);

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await faultsOf(page, '[role=tabpanel]:has([role=application])'), colorScheme).toEqual([]);
  }
});
