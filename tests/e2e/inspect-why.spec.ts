import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

const strip = (page: Page) => page.getByRole('listbox', { name: 'Layers, in the order of computation' });

/** How many different colours a picture on the page has. */
function coloursOf(page: Page, name: string | RegExp): Promise<number> {
  return page.getByRole('img', { name }).evaluate((canvas: HTMLCanvasElement) => {
    const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    return new Set(new Uint32Array(Uint8Array.from(data).buffer)).size;
  });
}

/** What a file of the menu of the figures holds. */
async function saved(page: Page, entry: string, part: Page | Locator = page): Promise<string> {
  await part.getByRole('button', { name: 'Save…' }).first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: entry }).click(),
  ]);
  return readFile(await download.path(), 'latin1');
}

test('a class is explained by every method, its echo shows in the layers before it, and a picture is made for it', async ({
  page,
}) => {
  await new DesignerPage(page).open();
  await page.keyboard.press('Alt+Shift+6');
  await strip(page).getByRole('option', { name: 'Conv2D, 10 × 10 × 16' }).click();
  await page.getByRole('tab', { name: 'Why', exact: true }).click();
  await expect(page.getByText('No unit is chosen').first()).toBeVisible();
  await page.getByLabel('Unit asked about').selectOption('The class the network names');

  const methods = ['Gradient × input', 'Gradient', 'Guided backpropagation', 'Deconvolution', 'Grad-CAM', 'Occlusion'];
  for (const method of methods) {
    await page.getByLabel('Method', { exact: true }).selectOption(method);
    await expect(page.getByRole('img', { name: new RegExp(`^${method} for Softmax, \\d, laid over`) })).toBeVisible();
    if (method === 'Grad-CAM') await expect(page.getByText('The maps of MaxPool2D were weighed.')).toBeVisible();
    else expect(await coloursOf(page, new RegExp(`^${method} for Softmax, \\d$`)), method).toBeGreaterThan(20);
  }
  await expect(page.getByText(/^Its score before the softmax: /)).toBeVisible();

  const svg = await saved(page, 'Picture (SVG)');
  expect(svg.match(/<image /g)).toHaveLength(3);
  expect(svg).toMatch(/Occlusion for Softmax, \d/);
  expect(svg).toMatch(/Patch of 5 .+ 5 pixels, stride 2, covered with black \(0\)/);
  expect(svg).toMatch(/The colours go from .+ Most positive at row/);
  expect(svg).toContain('Weights: Not trained: start values');
  expect(svg).toMatch(/Input: test sample \d+/);
  // The header of a .npy file says what shape it holds.
  expect(await saved(page, 'The numbers (.npy)')).toContain("'shape': (28, 28, 1)");

  await page.getByLabel('Method', { exact: true }).selectOption('Guided backpropagation');
  await expect(page.getByText('No ReLU lies between: this is the same as the gradient.')).toBeVisible();
  await page.getByRole('button', { name: 'Freeze the origin' }).click();
  await expect(page.getByRole('region', { name: 'Echo in Conv2D' })).toBeVisible();
  await strip(page).getByRole('option', { name: 'MaxPool2D, 5 × 5 × 16' }).click();
  const echo = page.getByRole('region', { name: 'Echo in MaxPool2D' });
  await expect(echo.getByRole('group', { name: '16 maps of MaxPool2D, coloured by the echo' })).toBeVisible();
  const echoSvg = await saved(page, 'Picture (SVG)', echo);
  expect(echoSvg).toMatch(/Guided backpropagation, echo of Softmax, \d in MaxPool2D/);
  expect(echoSvg.match(/<image /g)).toHaveLength(1);
  expect(await saved(page, 'The numbers (.npy)', echo)).toContain("'shape': (5, 5, 16)");
  await echo
    .getByRole('button', { name: /^Unit \d+: / })
    .first()
    .click();
  await expect(page.getByLabel('Unit asked about').locator('option:checked')).toHaveText(/^Frozen: Softmax, \d$/);

  await page.getByRole('tab', { name: 'Made picture' }).click();
  await page.getByText('Values', { exact: true }).click();
  await page.getByLabel('Steps', { exact: true }).fill('20');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('Done after 20 steps')).toBeVisible();
  const made = page.getByRole('region', { name: /^Made for Softmax, \d$/ });
  await expect(made.getByText(/Answer to a black picture: \S+\. The present input’s answer: \S+\.$/)).toBeVisible();
  await expect(made.getByText('More than the present input gives.')).toBeVisible();
  expect(await coloursOf(page, /^Picture made for Softmax, \d: Preset 3: smooth, seed 1$/)).toBeGreaterThan(20);
  await page.getByRole('button', { name: 'All four presets' }).click();
  await expect(made.getByText('Done after 20 steps')).toHaveCount(5);
  await made.getByRole('button', { name: 'Save all…' }).click();
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'The numbers (.npy)' }).click(),
  ]);
  expect(await readFile(await sheet.path(), 'latin1')).toContain("'shape': (5, 28, 28, 1)");
  expect(sheet.suggestedFilename()).toContain('softmax');
  await page.getByLabel('Steps', { exact: true }).fill('5000');
  await page.getByLabel('Steps', { exact: true }).blur();
  await expect(page.getByText('From 1 to 2,000; 2,000 is taken.')).toBeVisible();
  await page.getByRole('button', { name: 'Another seed' }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText(/^Stopped after \d+ steps$/)).toBeVisible();

  // Another network has no such origin, whatever its units are called.
  await new DesignerPage(page).openTemplate('LSTM for text');
  await expect(page.getByLabel('Unit asked about').locator('option:checked')).toHaveText('The unit chosen in the maps');
  await page.getByLabel('Unit asked about').selectOption({ index: 1 });
  await expect(page.getByText(/^The input is words, given by their numbers\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Freeze the unit and show its echo in Embedding' }).click();
  await expect(page.getByRole('tab', { name: 'Why', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(
    page.getByLabel('Method', { exact: true }).getByRole('option', { name: /^Grad-CAM \(not for words/ }),
  ).toBeDisabled();
});
