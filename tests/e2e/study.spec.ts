import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './axe';
import { expect, test } from './fixtures';

async function chooseWasm(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Training', exact: true }).click();
  await page.getByRole('region', { name: 'Settings' }).getByLabel('Backend', { exact: true }).selectOption('wasm');
}

async function openStudies(page: Page): Promise<void> {
  const panels = page.getByRole('tablist', { name: 'Problems, summary, training' });
  const runs = panels.getByRole('tab', { name: 'Runs', exact: true });
  if ((await runs.getAttribute('aria-selected')) !== 'true') await runs.click();
  await page.getByRole('tab', { name: 'Studies', exact: true }).click();
}

interface Plan {
  readonly epochs: string;
  readonly seeds: string;
  readonly share: string;
}

/** The lecture's preset, ready to be queued. */
async function planPreset(page: Page, { epochs, seeds, share }: Plan): Promise<Locator> {
  await page.getByRole('button', { name: 'New study' }).click();
  const form = page.getByRole('dialog', { name: 'New study' });
  await form.getByLabel('Base').selectOption({ label: 'The lecture’s network for MNIST' });
  await form.getByRole('button', { name: 'The lecture’s four variants' }).click();
  await form.getByLabel('Epochs', { exact: true }).fill(epochs);
  await form.getByLabel('Seeds', { exact: true }).fill(seeds);
  await form.getByLabel('Share of data, %').fill(share);
  return form;
}

/** Mean validation losses of the table, by variant. */
async function lossesOf(page: Page): Promise<ReadonlyMap<string, number>> {
  const table = page.getByRole('region', { name: 'Results' }).getByRole('table', { name: /^Mean ±/ });
  const names = await table.getByRole('columnheader').allInnerTexts();
  const at = names.findIndex((name) => name.trim() === 'Validation loss') - 1;
  const rows = await table.locator('tbody tr').all();
  const losses = rows.map(async (row): Promise<readonly [string, number]> => {
    const name = (await row.getByRole('rowheader').innerText()).trim();
    return [name.slice(0, 2), Number.parseFloat(await row.getByRole('cell').nth(at).innerText())];
  });
  return new Map(await Promise.all(losses));
}

test("the lecture's four variants: curves over each other, a table, a report, and ReLU ahead of the sigmoid", async ({
  page,
}) => {
  // Eight runs, each with its test on 10,000 digits.
  test.slow();
  await page.goto('/');
  await chooseWasm(page);
  await openStudies(page);
  const form = await planPreset(page, { epochs: '2', seeds: '2', share: '1' });
  expect(await faultsOf(page, '[role=dialog]')).toEqual([]);
  await form.getByRole('button', { name: 'Add to the queue' }).click();
  const queue = page.getByRole('region', { name: 'Queue' });
  await expect(queue).toContainText('Nothing is queued.', { timeout: 120_000 });

  const results = page.getByRole('region', { name: 'Results' });
  await expect(results).toContainText('8 of 8 runs are over');
  const chart = results.getByRole('slider', { name: /^Loss per epoch of V1 Sigmoid, V2 ReLU, V3 .*, V4 / });
  await chart.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(chart).toHaveAttribute('aria-valuetext', /^epoch 2; V1 Sigmoid: \d\.\d{4} ± .*; V2 ReLU: \d/);
  const losses = await lossesOf(page);
  expect(losses.get('V2') ?? Number.NaN).toBeLessThan(losses.get('V1') ?? Number.NaN);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await faultsOf(page, 'section[aria-label=Results]')).toEqual([]);
  }

  const coming = page.waitForEvent('download');
  await results.getByRole('button', { name: 'Report: Markdown' }).click();
  const report = await readFile(await (await coming).path(), 'utf8');
  const row = report.split('\n').find((line) => line.startsWith('| V2 ReLU | 2 |')) ?? '';
  expect(row).toContain((losses.get('V2') ?? 0).toFixed(4));
  expect(report.match(/data:image\/svg\+xml,/g)).toHaveLength(4);
  expect(report).toContain('MNIST: 540 training, 60 validation and 10,000 test samples');
});

test('two runs that are queued over a reload both come to their end, the first from its checkpoint', async ({
  page,
}) => {
  await page.goto('/');
  await chooseWasm(page);
  await openStudies(page);
  const form = await planPreset(page, { epochs: '9', seeds: '1', share: '5' });
  await form.getByRole('button', { name: /^Remove “V4/ }).click();
  await form.getByRole('button', { name: /^Remove “V3/ }).click();
  await form.getByRole('button', { name: 'Add to the queue' }).click();
  const queue = page.getByRole('region', { name: 'Queue' });
  await expect(queue).toContainText(/V1 Sigmoid, seed 1Running, epoch [1-9] of 9/, { timeout: 60_000 });
  await page.reload();
  // Nobody opens the panel: the queue goes on by itself.
  await expect(page.getByRole('button', { name: 'Stop' }).first()).toBeVisible();
  await openStudies(page);
  await expect(queue).toContainText('Nothing is queued.', { timeout: 60_000 });
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results).toContainText('2 of 2 runs are over');
  await expect(results.getByRole('row', { name: /V1 Sigmoid.* 1 of 1/ })).toBeVisible();
  await expect(results.getByRole('row', { name: /V2 ReLU.* 1 of 1/ })).toBeVisible();
});
