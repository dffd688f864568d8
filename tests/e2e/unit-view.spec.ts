import type { Page } from '@playwright/test';
import { faultsOf } from './axe';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

/** An empty design with two 3 × 3 convolutions on 28 × 28, made from the palette. */
async function stackConvolutions(designer: DesignerPage, padding: 'same' | 'valid'): Promise<void> {
  await designer.open();
  await designer.startEmpty();
  for (const title of ['Input', 'Conv2D', 'Conv2D']) await designer.paletteItem(title).press('Enter');
  await expect(designer.edges()).toHaveCount(2);
  for (const index of [0, 1]) {
    await designer.select(designer.layers('Conv2D').nth(index));
    await designer.inspector().getByRole('combobox', { name: 'Padding' }).selectOption(padding);
  }
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'What a cell sees of the picture' });
const units = (page: Page) => dialog(page).getByRole('application', { name: /^Cells of / });
const sizes = (page: Page) => dialog(page).locator('tbody tr td:nth-of-type(1)');

async function choose(page: Page, row: string, column: string): Promise<void> {
  await dialog(page).getByRole('spinbutton', { name: 'Row' }).fill(row);
  await dialog(page).getByRole('spinbutton', { name: 'Column' }).fill(column);
}

test('two stacked 3 × 3 convolutions see 5 × 5 of a real digit, growing layer by layer', async ({ page }) => {
  const designer = new DesignerPage(page);
  await stackConvolutions(designer, 'valid');
  await designer.inspector().getByRole('button', { name: 'Show what a cell sees' }).click();
  await expect(dialog(page)).toContainText('MNIST, test picture 0: 7');
  await choose(page, '3', '4');
  await expect(dialog(page).getByRole('status')).toHaveText(
    'Cell (3, 4) of conv2d_2 sees rows 3–7 and columns 4–8, 5 × 5 pixels.',
  );
  await expect(sizes(page)).toHaveText(['1 × 1', '3 × 3', '5 × 5']);

  await dialog(page).getByRole('slider', { name: 'Layer' }).press('ArrowLeft');
  await expect(sizes(page)).toHaveText(['1 × 1', '3 × 3']);
  await expect(units(page)).toHaveAccessibleName('Cells of conv2d_1, 26 × 26');
});

test('pointing at a unit shows its pixels, and the border where its window hangs over the edge', async ({ page }) => {
  const designer = new DesignerPage(page);
  await stackConvolutions(designer, 'same');
  await page.keyboard.press('Alt+Shift+U');
  const box = await units(page).boundingBox();
  if (box === null) throw new Error('no units');
  await page.mouse.move(box.x + 4, box.y + 4);
  await expect(dialog(page).getByRole('status')).toHaveText(
    'Cell (0, 0) of conv2d_2 sees rows 0–2 and columns 0–2, 3 × 3 pixels; of its 5 × 5 field, ' +
      '2 rows lie beyond the upper edge, 2 columns lie beyond the left edge.',
  );
  await page.mouse.move(box.x + box.width / 2 + 1, box.y + box.height / 2 + 1);
  await expect(dialog(page).getByRole('status')).toHaveText(/^Cell \(14, 14\) .* 5 × 5 pixels\.$/);
});

test('the keyboard alone opens the view, walks over the units and leaves it again', async ({ page }) => {
  const designer = new DesignerPage(page);
  await stackConvolutions(designer, 'same');
  await designer.canvas().focus();
  await page.keyboard.press('Alt+Shift+U');
  await expect(units(page)).toBeFocused();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('End');
  await expect(dialog(page).getByRole('status')).toContainText('Cell (0, 27)');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('status')).toHaveText(
    'Cell (1, 26) of conv2d_2 sees rows 0–3 and columns 24–27, 4 × 4 pixels; of its 5 × 5 field, ' +
      '1 row lies beyond the upper edge, 1 column lies beyond the right edge.',
  );
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(designer.canvas()).toBeFocused();
});

test('a design without a data set of its shape shows a picture that is called generated', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.openTemplate('VGG-16');
  await page.keyboard.press('Alt+Shift+U');
  await expect(dialog(page)).toContainText('A generated picture');
  await choose(page, '3', '3');
  await expect(dialog(page).getByRole('status')).toContainText('Cell (3, 3) of max_pool2d_5 sees');
  await expect(sizes(page).last()).toHaveText('212 × 212');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('finds no fault in the view of a unit and in the explained figures', async ({ page }) => {
      const designer = new DesignerPage(page);
      await designer.open();
      await designer.select(designer.layers('Conv2D').nth(1));
      await designer.inspector().getByText('Numbers, explained').click();
      await designer.inspector().getByText('How it is counted').click();
      for (const figure of ['Parameters', 'Memory, training', 'Receptive field'])
        await designer
          .inspector()
          .locator('summary', { hasText: new RegExp(`^${figure}`) })
          .click();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Alt+Shift+U');
      await expect(dialog(page)).toContainText('MNIST');
      expect(await faultsOf(page)).toEqual([]);
    });
  });
}
