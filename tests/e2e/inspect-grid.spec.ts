import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

const strip = (page: Page) => page.getByRole('listbox', { name: 'Layers, in the order of computation' });
const grid = (page: Page) => page.getByRole('listbox', { name: /^(Maps|Values) of / });
const unit = (page: Page) => grid(page).getByRole('option', { selected: true });
const pane = (page: Page) => page.getByRole('region', { name: 'The chosen unit' });

test.use({ colorScheme: 'dark' });

test('maps say their colours, are saved for paper with all that one must know, and are found again after a reload', async ({
  page,
}) => {
  await new DesignerPage(page).open();
  await page.keyboard.press('Alt+Shift+6');
  await strip(page).getByRole('option', { name: 'Conv2D, 10 × 10 × 16' }).click();
  await expect(page.getByRole('img', { name: /^Each map on its own scale: .*blue.*warm colours/ })).toBeVisible();
  await expect(pane(page)).toContainText('Pick one in the grid');

  await page.getByRole('tab', { name: 'Why', exact: true }).click();
  await expect(pane(page)).not.toContainText('Pick one in the grid');
  await pane(page).getByRole('button', { name: 'Show the maps' }).click();
  await strip(page).getByRole('option', { name: 'Softmax, 10' }).click();
  await expect(pane(page)).toContainText('Pick one in the list');
  await strip(page).getByRole('option', { name: 'Conv2D, 10 × 10 × 16' }).click();

  await page.getByRole('combobox', { name: 'Order' }).selectOption('by variance');
  await page.getByRole('combobox', { name: 'Colours', exact: true }).selectOption('viridis');
  await page
    .getByRole('combobox', { name: 'What the colours of a map are scaled to' })
    .selectOption('by the whole layer');
  await expect(
    page.getByRole('img', { name: /^All maps of the layer on one scale: from −?0\.\d+ \(dark\) to / }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Save the layer…' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Picture (SVG)' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^LeNet-5 conv2d_2 maps\.svg$/);
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).toMatch(/<rect [^>]*fill="#ffffff"/);
  expect(svg).not.toContain('#181b21');
  for (const fact of [
    '(layer 5 of 14)',
    'By variance',
    'All maps of the layer on one scale',
    'Input: test sample 0',
    'start values',
  ])
    expect(svg).toContain(fact);
  const numbers = [...svg.matchAll(/<text [^>]*font-size="10"[^>]*>(\d+)<\/text>/g)].map(([, number]) =>
    Number(number),
  );
  expect(numbers).toHaveLength(16);
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, at) => at));

  await grid(page).focus();
  for (const key of ['+', '+', '+', '+', '+', '+', 'End']) await page.keyboard.press(key);
  await expect(unit(page)).toHaveText(new RegExp(`^Unit ${numbers.at(-1)},`));
  await page.getByRole('tab', { name: 'Compare', exact: true }).click();
  const pairs = page.getByRole('listbox', { name: /^Units of / });
  await expect.poll(() => pairs.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);

  await page.reload();
  await expect(strip(page).getByRole('option', { selected: true })).toHaveAccessibleName('Conv2D, 10 × 10 × 16');
  await expect(unit(page)).toHaveText(new RegExp(`^Unit ${numbers.at(-1)},`));
  await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('variance');
  await expect(page.getByRole('combobox', { name: 'Colours', exact: true })).toHaveValue('viridis');
  await expect(page.getByRole('combobox', { name: 'What the colours of a map are scaled to' })).toHaveValue('layer');
});
