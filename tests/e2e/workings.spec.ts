import { faultsOf } from './axe';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

test('a convolution is worked out number by number, with the mouse and with the keyboard', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.select(designer.layers('Conv2D').nth(1));
  await designer.inspector().getByRole('button', { name: 'Show how it computes' }).click();
  const dialog = page.getByRole('dialog', { name: 'How Conv2D computes' });
  const working = dialog.getByRole('region', { name: 'The number at (1, 1, 1)' });
  await expect(working).toContainText('=');
  // A window of ones over a kernel of its own: 5 × 5 without a border.
  const first = dialog.getByRole('group', { name: /^Input/ }).getByRole('textbox', { name: 'Number at (1, 1, 1)' });
  const before = await working.innerText();
  await first.fill('9');
  await expect(working).not.toHaveText(before);
  await expect(working).toContainText('9 · 1');

  const results = dialog.getByRole('group', { name: /^Output/ });
  await results.getByRole('button', { name: /^\(1, 1, 1\)/ }).focus();
  await page.keyboard.press('ArrowDown');
  const second = await results.getByRole('button', { pressed: true }).getAttribute('aria-label');
  expect(second).toMatch(/^\(\d, \d, \d\): /);
  expect(await faultsOf(page, 'dialog')).toEqual([]);
});

test('max pooling over 4 × 4 gives 2, 4, 3 and 5', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.select(designer.layers('MaxPool2D').first());
  await page.keyboard.press('Alt+Shift+H');
  const dialog = page.getByRole('dialog', { name: 'How MaxPool2D computes' });
  await expect(dialog.getByRole('group', { name: /^Output/ }).getByRole('button')).toHaveText(['2', '4', '3', '5']);
  await expect(dialog).toContainText('max(2, 0, 1, 1) = 2');
  await dialog.getByRole('button', { name: 'Next number' }).click();
  await expect(dialog).toContainText('max(4, 1, 2, 1) = 4');
});

test('softmax goes on to the cross-entropy and its slope', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.select(designer.layers('Softmax').first());
  await page.keyboard.press('Alt+Shift+H');
  const loss = page.getByRole('region', { name: 'Cross-entropy' });
  // Scores 2, −1, 1 and 0: e² / (e² + e⁻¹ + e + 1) = 0.644, and −ln 0.644 = 0.44.
  await expect(loss).toContainText('−ln(0.644) = 0.44');
  await expect(loss).toContainText('class 1: 0.644 − 1 = −0.356');
  await loss.getByRole('combobox', { name: 'True class' }).selectOption('class 2');
  await expect(loss).toContainText('−ln(0.032) = 3.44');
});
