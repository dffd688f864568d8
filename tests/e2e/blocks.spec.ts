import type { Locator } from '@playwright/test';
import { DesignerPage } from './designer-page';
import { openTraining, setSmallRun, testAccuracy } from './training-page';
import { expect, test } from './fixtures';

/** Tiny ResNet's first residual block. */
const BLOCK = ['conv2d_2', 'batch_norm_2', 'relu_2', 'conv2d_3', 'batch_norm_3', 'add_1', 'relu_3'];

class BlocksPage extends DesignerPage {
  node(id: string): Locator {
    return this.canvas().locator(`.react-flow__node[data-id="${id}"]`);
  }

  async selectAll(ids: readonly string[]): Promise<void> {
    for (const [index, id] of ids.entries()) {
      await this.node(id).click({ position: { x: 20, y: 8 }, modifiers: index === 0 ? [] : ['Shift'] });
    }
    await expect(this.inspector().getByRole('heading', { name: `${ids.length} layers` })).toBeVisible();
  }

  /** Groups the first residual block of Tiny ResNet under the name. */
  async groupResidual(name: string): Promise<void> {
    await this.open();
    await this.openTemplate('Tiny ResNet');
    await expect(this.node('relu_7')).toBeVisible();
    await this.selectAll(BLOCK);
    await this.page.keyboard.press('Control+g');
    const field = this.canvas().getByRole('textbox');
    await field.fill(name);
    await field.press('Enter');
    await expect(this.layers(new RegExp(`^${name}, block`))).toHaveCount(1);
  }

  repeat(): Locator {
    return this.inspector().getByRole('spinbutton', { name: 'Times in a row' });
  }

  params(): Locator {
    const figures = this.inspector().getByRole('region', { name: 'Figures' });
    return figures
      .locator('div')
      .filter({ hasText: /^Parameters/ })
      .locator('dd')
      .first();
  }

  path(): Locator {
    return this.page.getByRole('navigation', { name: 'Where you are in the design' });
  }
}

test('layers become a block that is named, repeated, edited once for all, and ungrouped', async ({ page }) => {
  const designer = new BlocksPage(page);
  await designer.groupResidual('Residual');
  await expect(designer.node('conv2d_2')).toHaveCount(0);
  // Two convolutions of 3·3·8·8 and two normalizations of 4·8.
  await expect(designer.params()).toHaveText('1,216');

  await designer.repeat().fill('3');
  await expect(designer.layers(/^Residual, block, 3 times in a row/)).toHaveCount(1);
  await expect(designer.params()).toHaveText('3,648');

  await designer.node('block_1').dblclick({ position: { x: 30, y: 8 } });
  await expect(designer.path()).toHaveText(/Tiny ResNet\s*Residual/);
  await expect(designer.node('input_1')).toHaveCount(0);
  await designer.node('conv2d_2').click({ position: { x: 30, y: 8 } });
  await designer.set('Kernel, height', '5');

  await designer.path().getByRole('button', { name: 'Tiny ResNet' }).click();
  await expect(designer.path()).toHaveCount(0);
  await expect(designer.params()).toHaveText('6,720');
  await designer.undo();
  await expect(designer.params()).toHaveText('3,648');

  await page.keyboard.press('Control+Shift+g');
  await expect(designer.layers(/, block,/)).toHaveCount(0);
  await expect(designer.layers('Add')).toHaveCount(5);
  await designer.undo();
  await expect(designer.layers(/^Residual, block, 3 times in a row/)).toHaveCount(1);
});

test('a block is kept over a reload, and its code is a function', async ({ page }) => {
  const designer = new BlocksPage(page);
  await designer.groupResidual('Residual');
  await designer.repeat().fill('2');
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  await page.reload();
  await expect(designer.layers(/^Residual, block, 2 times in a row/)).toHaveCount(1);
  await page.keyboard.press('Alt+Shift+4');
  const code = page.getByRole('code').first();
  await expect(code).toContainText('residual(input: tf.SymbolicTensor, name: string)', { timeout: 30_000 });
});

test('a block is shown in place, with room made for it, and edited there', async ({ page }) => {
  const designer = new BlocksPage(page);
  await designer.groupResidual('Residual');
  await designer.node('block_1').click({ position: { x: 30, y: 8 } });
  await page.keyboard.press('Alt+Shift+e');
  await expect(page.locator('[data-block-frame]')).toHaveCount(1);
  await expect(designer.node('conv2d_2')).toBeVisible();
  await expect(designer.node('block_input_1')).toBeVisible();
  // Its way in and its two ways out meet the frame.
  await expect(designer.canvas().locator('.react-flow__edge[aria-label*="Residual"]')).toHaveCount(3);
  const [frame, below] = await Promise.all([
    designer.node('block_1').boundingBox(),
    designer.node('conv2d_4').boundingBox(),
  ]);
  expect(below?.y).toBeGreaterThan((frame?.y ?? 0) + (frame?.height ?? 0));
  await page.keyboard.press('Alt+0');
  await designer.node('relu_2').click({ position: { x: 20, y: 8 } });
  await page.keyboard.press('Delete');
  await expect(designer.node('relu_2')).toHaveCount(0);
  await designer.undo();
  await designer
    .node('block_1')
    .locator('[data-frame-head]')
    .click({ position: { x: 40, y: 12 } });
  await page.keyboard.press('Alt+Shift+e');
  await expect(page.locator('[data-block-frame]')).toHaveCount(0);
  await page.keyboard.press('Alt+0');
  await expect(designer.node('conv2d_4')).toBeVisible();
});

test('the keyboard alone groups, opens, leaves and expands', async ({ page }) => {
  const designer = new BlocksPage(page);
  await designer.groupResidual('Residual');
  await designer.canvas().focus();
  await page.keyboard.press('Enter');
  await expect(designer.path()).toBeVisible();
  await expect(page.getByText('Inside the block Residual, 7 layers')).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(designer.path()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(designer.path()).toHaveCount(0);
  await expect(page.getByText('Back in Tiny ResNet')).toBeAttached();
  await page.keyboard.press('Alt+Shift+e');
  await expect(page.locator('[data-block-frame]')).toHaveCount(1);
});

test('what cannot be a block says why', async ({ page }) => {
  const designer = new BlocksPage(page);
  await designer.open();
  await designer.openTemplate('Tiny ResNet');
  await expect(designer.node('relu_7')).toBeVisible();
  await designer.selectAll(['relu_1', 'conv2d_2']);
  await page.keyboard.press('Control+g');
  await expect(page.getByText(/A block has one output, but .* lead out of the selection/)).toBeVisible();
});

test('a block of the design is used once more from the palette, and its copy can be made independent', async ({
  page,
}) => {
  const designer = new BlocksPage(page);
  await designer.groupResidual('Residual');
  await designer.node('block_1').click({ position: { x: 30, y: 8 } });
  await page.getByRole('region', { name: 'This design’s blocks' }).getByRole('button', { name: 'Residual' }).click();
  await expect(designer.layers(/^Residual, block/)).toHaveCount(2);
  await expect(designer.inspector().getByText('Used 2 times; a change inside changes all')).toBeVisible();
  await designer.inspector().getByRole('button', { name: 'Make an independent copy' }).click();
  await expect(designer.layers(/^Residual \(own\), block/)).toHaveCount(1);
  await expect(designer.inspector().getByText('Used once in the design')).toBeVisible();
});

test('a design with a repeated block trains, and gets better than guessing', async ({ page }) => {
  const designer = new BlocksPage(page);
  await designer.groupResidual('Residual');
  await designer.repeat().fill('2');
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  const training = await openTraining(page);
  await expect(designer.layers(/^Residual, block, 2 times in a row/)).toHaveCount(1);
  await setSmallRun(training, { share: '2' });
  await training.button('Train').click();
  expect(await testAccuracy(training)).toBeGreaterThan(15);
});
