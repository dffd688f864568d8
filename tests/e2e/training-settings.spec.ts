import { expect, test } from './fixtures';
import { openTraining } from './training-page';

test('settings are changed, told in the heading of their group, and go back to their defaults', async ({ page }) => {
  const training = await openTraining(page);
  const settings = page.getByRole('region', { name: 'Settings' });
  await training.choose('Optimizer', 'lion');
  await training.set('Weight decay', '0.01');
  await expect(settings.getByRole('textbox', { name: 'β₂', exact: true })).toHaveValue('0.99');
  await settings.getByText('Learning-rate schedule', { exact: true }).click();
  await training.choose('Schedule', 'cosine');
  await expect(
    settings.getByRole('img', { name: /^The first step takes 0.001, the highest rate is 0.001/ }),
  ).toBeVisible();
  await settings.getByText('Gradients', { exact: true }).click();
  await training.set('Batches per step', '4');
  await expect(settings.getByText('Each step averages 64 × 4 = 256 samples.')).toBeVisible();
  await settings.getByRole('button', { name: 'Weight decay: back to the default 0' }).click();
  await expect(settings.getByRole('textbox', { name: 'Weight decay', exact: true })).toHaveValue('0');
  await settings.getByRole('button', { name: 'Optimizer: all back to the defaults' }).click();
  await expect(settings.getByLabel('Optimizer', { exact: true })).toHaveValue('adam');
  await page.reload();
  // The panel is open again, with the groups that were, and the settings are kept.
  await expect(settings.getByLabel('Schedule', { exact: true })).toHaveValue('cosine');
});

test('losses are compared from the settings: cross-entropy goes further than squared error, told in numbers', async ({
  page,
}) => {
  await openTraining(page);
  await page.getByRole('button', { name: 'Compare losses…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Losses compared' });
  const slider = dialog.getByRole('slider', { name: 'Prediction p' });
  await expect(slider).toBeFocused();
  await slider.fill('0.02');
  // By hand: −ln 0.02, and σ(logit 0.02 + 0.98) = 0.0516.
  const row = dialog.getByRole('row', { name: /Binary cross-entropy/ });
  await expect(row).toContainText('3.9120');
  await expect(row).toContainText('0.0516');
  await expect(dialog.getByRole('status')).toContainText(
    'Over θ the step of Binary cross-entropy is 26 times as long as that of Squared error.',
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a frozen layer shows it on the canvas and to screen readers, and undo thaws it', async ({ page }) => {
  await page.goto('/');
  const layer = page
    .getByRole('group', { name: /^Conv2D, Filters 6/ })
    .or(page.locator('[aria-label^="Conv2D, Filters 6"]'));
  await layer.first().click();
  await page.getByRole('checkbox', { name: 'Frozen' }).check();
  await expect(page.locator('[aria-label^="Conv2D, Filters 6"][aria-label*="frozen"]')).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('checkbox', { name: 'Frozen' })).not.toBeChecked();
});
