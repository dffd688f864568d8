import { expect, test } from './fixtures';
import { DesignerPage } from './designer-page';

test('a template is found and opened in a new design by the keyboard alone, with its figures', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await page.keyboard.press('Alt+Shift+G');
  const gallery = page.getByRole('dialog', { name: 'New from a template' });
  await expect(gallery.getByRole('searchbox')).toBeFocused();
  await expect(gallery.getByRole('listitem')).toHaveCount(31);

  await page.keyboard.type('resnet 50');
  await expect(gallery.getByRole('status')).toHaveText('2 templates');
  await page.keyboard.press('ArrowDown');
  const card = gallery.getByRole('button', { name: 'ResNet-50', exact: true });
  await expect(card).toBeFocused();
  await expect(card).toHaveAccessibleDescription(/25,610,152 parameters 25,557,032 of them trained 4,089,184,256 MACs/);
  await page.keyboard.press('ArrowRight');
  await expect(gallery.getByRole('button', { name: 'ResNet-50 (Keras)' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');

  await expect(gallery).toHaveCount(0);
  await expect(page.getByRole('banner').getByRole('button', { name: 'ResNet-50', exact: true })).toBeVisible();
  await expect(designer.inspector()).toContainText('25,557,032');
  await page.getByRole('button', { name: 'Designs' }).click();
  await expect(page.getByRole('menuitemradio', { name: /^LeNet-5/ })).toBeVisible();
});

test('the gallery shows one task at a time, and names the paper without asking for it', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await page.keyboard.press('Alt+Shift+G');
  const gallery = page.getByRole('dialog', { name: 'New from a template' });
  const segmentation = gallery.getByRole('button', { name: 'Segmentation' });
  await segmentation.click();
  await expect(segmentation).toHaveAttribute('aria-pressed', 'true');
  await expect(gallery.getByRole('listitem')).toHaveCount(2);
  const unet = gallery.getByRole('listitem').filter({ hasText: 'U-Net' }).first();
  await expect(unet).toContainText('2015');
  await expect(unet).toContainText('Ronneberger, Fischer & Brox');
  const paper = unet.getByRole('link', { name: /^Read the paper: U-Net/ });
  await expect(paper).toHaveAttribute('href', 'https://arxiv.org/abs/1505.04597');
  await expect(paper).toHaveAttribute('rel', 'noreferrer');

  await gallery.getByRole('searchbox').fill('nothing like it');
  await expect(gallery.getByText('No template has all these words.')).toBeVisible();
});
