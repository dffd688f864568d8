import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { decodeNpy, readNpyHeader } from '@/lib/datasets/import/formats/npy';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

const strip = (page: Page) => page.getByRole('listbox', { name: 'Layers, in the order of computation' });
const grid = (page: Page) => page.getByRole('listbox', { name: /^(Maps|Values) of / });
const unitPane = (page: Page) => page.getByRole('tabpanel', { name: /^(Unit|Filter)$/ });
const map = (page: Page) => page.getByRole('application', { name: /^Map of unit/ });

async function chooseUnit(page: Page, layer: string, unit: number): Promise<void> {
  await strip(page).getByRole('option', { name: layer }).first().click();
  await grid(page).focus();
  for (let at = 0; at <= unit; at += 1) {
    await page.keyboard.press('ArrowRight');
    await expect(grid(page).getByRole('option', { selected: true })).toHaveText(new RegExp(`^Unit ${at},`));
  }
}

async function saved(page: Page, item: string) {
  await unitPane(page).getByRole('button', { name: 'Save…' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return readFileSync(await (await coming).path());
}

/** The tensor of a .npy file, read by the reader of data sets. */
async function savedArray(page: Page, item: string) {
  const bytes = new Uint8Array(await saved(page, item));
  const header = readNpyHeader(bytes);
  return { shape: header.shape, values: decodeNpy(header, bytes.subarray(header.offset)) };
}

const number = (text: string | null | undefined) => Number((text ?? '').replace('−', '-'));

test('a unit is seen on the picture, and its filter, what feeds it and the network’s own sum agree', async ({
  page,
}) => {
  await new DesignerPage(page).open();
  await page.keyboard.press('Alt+Shift+6');
  await expect(grid(page)).toBeVisible();
  await chooseUnit(page, 'Conv2D, 10 × 10 × 16', 2);

  await expect(map(page)).toHaveAccessibleName('Map of unit 2 of Conv2D, 10 × 10 cells');
  await expect(unitPane(page).getByText('(the cell that is excited most)')).toBeVisible();
  await map(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  // A 5 × 5 window behind a 2 × 2 pooling of 5 × 5 windows: 14 pixels, 2 to the next; the first layer has a border of 2.
  const status = unitPane(page).getByRole('status').filter({ hasText: /^Row / });
  await expect(status).toContainText('sees rows 16–27 and columns 0–11');
  await expect(status).toContainText('of its 14 × 14 field, 2 rows lie beyond the lower edge');
  const shown = number(/^Row 9, column 0: (\S+)\./.exec((await status.textContent()) ?? '')?.[1]);

  const activations = await savedArray(page, 'Activations of this unit (.npy)');
  expect(activations.shape).toEqual([10, 10]);
  expect(activations.values[90]).toBeCloseTo(shown, 3);
  const svg = (await saved(page, 'Picture (SVG)')).toString();
  expect(svg.match(/<image /g)).toHaveLength(3);

  await page.getByRole('tab', { name: 'Filter', exact: true }).click();
  const together = unitPane(page).getByText(/^Together .* at row 9, column 0, before any activation function$/);
  const [, value] = /: (\S+), at row/.exec((await together.textContent()) ?? '') ?? [];
  expect(number(value)).toBeCloseTo(activations.values[90] ?? Number.NaN, 3);
  const filter = await savedArray(page, 'Filter of this unit (.npy)');
  expect(filter.shape).toEqual([5, 5, 6]);
  const weights = page.getByRole('application', { name: 'Weights: 5 × 5 for each of 6 inputs' });
  await weights.focus();
  await page.keyboard.press('End');
  const weight = await unitPane(page)
    .getByText(/^Row 4, column 4, channel 5: /)
    .textContent();
  expect(number(weight?.split(': ')[1])).toBeCloseTo(filter.values.at(-1) ?? Number.NaN, 3);

  const feeds = unitPane(page).getByRole('region', { name: 'What feeds it' }).getByRole('listitem');
  await expect(feeds).toHaveCount(6);
  const strongest = /^Unit (\d)/.exec((await feeds.first().innerText()).trim())?.[1] ?? '';
  await feeds.first().getByRole('button').click();
  await expect(strip(page).getByRole('option', { selected: true })).toHaveAccessibleName('MaxPool2D, 14 × 14 × 6');
  await expect(unitPane(page)).toContainText(
    `MaxPool2D has no weights that make its maps: the filter behind this unit is unit ${strongest} of Conv2D.`,
  );
  await expect(unitPane(page).getByText(/^(Answers most to|No single pattern)/)).toBeVisible();
});
