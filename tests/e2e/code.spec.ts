import { type Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** TypeScript reads three megabytes of declarations before its first answer: seconds on an idle machine. */
const CHECKED = { timeout: 90_000 };

test.beforeEach(() => test.setTimeout(180_000));

async function openCode(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('tab', { name: 'Code' }).click();
  await expect(page.getByText('0 type errors')).toBeVisible(CHECKED);
}

/** The lines of code on the screen; Monaco writes spaces as no-break spaces. */
async function shownCode(page: Page): Promise<string> {
  const lines = await page.locator('.view-line').allInnerTexts();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

const layer = (page: Page, title: string) => page.locator('.react-flow__node', { hasText: title });
const marked = (page: Page) => page.locator('.view-overlays .code-of-selection');

test('the code of the design is shown as it is edited, without a type error', async ({ page }) => {
  await openCode(page);
  expect(await shownCode(page)).toContain("import * as tf from '@tensorflow/tfjs';");
  await page.getByRole('tab', { name: 'src/train.ts' }).click();
  await expect.poll(() => shownCode(page)).toContain('epochOrder, splitSamples');
  await page.getByRole('tab', { name: 'src/model.ts' }).click();
  await layer(page, 'Softmax').click();
  await page.keyboard.press('Delete');
  await expect.poll(() => shownCode(page)).not.toContain('tf.layers.softmax');
  await expect(page.getByText('0 type errors')).toBeVisible(CHECKED);
});

test('selecting a layer marks its lines and brings them into view', async ({ page }) => {
  await openCode(page);
  await expect(marked(page)).toHaveCount(0);
  await layer(page, 'Softmax').click();
  await expect.poll(() => shownCode(page)).toContain('const softmax1');
  await expect(marked(page).first()).toBeVisible();
});

test('a click in the code selects the layer that the line comes from', async ({ page }) => {
  await openCode(page);
  await page.locator('.view-line', { hasText: /const\sinput1/ }).click();
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(1);
  await expect(page.locator('.react-flow__node.selected')).toContainText('Input');
  await expect(marked(page).first()).toBeVisible();
});

test('Tab leaves the editor', async ({ page }) => {
  await openCode(page);
  await page.locator('.view-line').first().click();
  const editor = page.getByRole('textbox', { name: /src\/model\.ts, read-only/ });
  await expect(editor).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
});

test('the editor follows the theme of the page', async ({ page }) => {
  await openCode(page);
  await expect(page.locator('.monaco-editor.vs-dark')).toHaveCount(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('.monaco-editor.vs-dark')).not.toHaveCount(0);
});

test('while the design has errors the last good code stays, with the way to the problems', async ({ page }) => {
  await openCode(page);
  await layer(page, 'Flatten').click();
  await page.keyboard.press('Delete');
  await expect(page.getByText(/The design has (an error|\d+ errors)/)).toBeVisible();
  await expect.poll(() => shownCode(page)).toContain('tf.layers.flatten');
  await expect(page.getByRole('button', { name: 'Download project' })).toBeDisabled();
  await page.getByRole('button', { name: 'Show problems' }).click();
  await expect(page.getByRole('tab', { name: /^Problems/ })).toHaveAttribute('aria-selected', 'true');
});

test('without the editor the code is there as plain text', async ({ page, faults }) => {
  await page.route('**/monaco/editor.js', (route) => route.abort());
  await page.goto('/');
  await page.getByRole('tab', { name: 'Code' }).click();
  await expect(page.getByText('The editor could not be loaded')).toBeVisible();
  await expect(page.locator('pre')).toContainText('export function createModel()');
  for (const fault of faults.splice(0)) expect(fault).toContain('ERR_FAILED');
});

test('a file is copied as it is', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCode(page);
  await page.getByRole('button', { name: 'Copy file' }).click();
  await expect(page.getByText('src/model.ts is copied.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^import \* as tf from '@tensorflow\/tfjs';\n[\s\S]*\n}\n$/);
});
