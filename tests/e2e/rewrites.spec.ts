import { faultsOf } from './axe';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

test.describe('rewriting layers', () => {
  test('shows what two 3 × 3 in place of a 5 × 5 change in LeNet-5, does it, and takes it back', async ({ page }) => {
    const designer = new DesignerPage(page);
    await designer.open();
    await designer.select(designer.layers('Conv2D').nth(1));
    await designer.inspector().getByRole('button', { name: 'Rewrite layers…' }).click();

    const dialog = page.getByRole('dialog', { name: 'Rewrite layers' });
    await expect(dialog.getByRole('radio', { name: /Stack of 3 × 3/ })).toBeChecked();
    const totals = dialog.getByRole('table', { name: 'The whole network' });
    await expect(totals.getByRole('row', { name: /^Parameters/ })).toHaveText(/61,706\s*62,490\s*\+784 \(\+1\.3\s%\)/);
    const places = dialog.getByRole('table', { name: 'Each place' });
    await expect(places.getByRole('row', { name: /^conv2d_2/ })).toHaveText(/2,416 → 3,200.*14 × 14.*10 × 10 × 16/);
    await expect(dialog.getByText('What each cell sees of the picture stays the same.')).toBeVisible();
    await expect(designer.layers()).toHaveCount(14);

    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(designer.layers()).toHaveCount(16);
    await expect(designer.layers('Conv2D')).toHaveCount(3);
    await expect(designer.layers('Tanh')).toHaveCount(5);

    await designer.undo();
    await expect(designer.layers()).toHaveCount(14);
    await expect(designer.layers('Conv2D')).toHaveCount(2);
  });

  test('does it everywhere from the keyboard, with an activation of choice', async ({ page }) => {
    const designer = new DesignerPage(page);
    await designer.open();
    await page.keyboard.press('Alt+Shift+R');
    const dialog = page.getByRole('dialog', { name: 'Rewrite layers' });
    await dialog.getByRole('radio', { name: /Another activation everywhere/ }).check();
    await dialog.getByRole('combobox', { name: 'Activation' }).selectOption({ label: 'LeakyReLU' });
    await expect(dialog.getByRole('row', { name: /^Parameters/ })).toContainText('unchanged');
    await dialog.getByRole('button', { name: 'Apply' }).press('Enter');
    await expect(designer.layers('LeakyReLU')).toHaveCount(4);
    await expect(designer.layers('Tanh')).toHaveCount(0);
  });

  test('is offered where a hint calls for it, and says which shapes change', async ({ page }) => {
    const designer = new DesignerPage(page);
    await designer.open();
    await designer.openTemplate('VGG-16');
    await designer.openPanel('Problems');
    const hint = designer.problem(/102,764,544 of the network’s 138,357,544/);
    await hint.getByRole('button', { name: /Global average pooling/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Rewrite layers' });
    await expect(dialog.getByRole('row', { name: /^Parameters/ })).toHaveText(
      /138,357,544\s*37,694,248\s*−100,663,296 \(−72\.8\s%\)/,
    );
    await expect(dialog.getByRole('row', { name: /^Output/ }).first()).toContainText('unchanged');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(hint).toHaveCount(0);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no fault that axe finds in the dialog, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const designer = new DesignerPage(page);
      await designer.open();
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Alt+Shift+R');
      const dialog = page.getByRole('dialog', { name: 'Rewrite layers' });
      for (const kind of [/Stack of 3 × 3/, /Without pooling/, /Another activation/]) {
        await dialog.getByRole('radio', { name: kind }).check();
        expect(await faultsOf(page, 'dialog')).toEqual([]);
      }
    });
  }
});

test.describe('a hint', () => {
  test('can be silenced for its layer and for the design, stays so after a reload, and comes back', async ({
    page,
  }) => {
    const designer = new DesignerPage(page);
    await designer.open();
    await designer.openTemplate('MNIST with sigmoid');
    await designer.openPanel('Problems');
    const saturating = designer.problem(/4 saturating activations/);
    const dropped = designer.problem(/the last row and the last column of 11 × 11/);
    await expect(saturating).toHaveCount(1);

    await saturating.getByRole('button', { name: 'Do not show this…' }).click();
    await page.getByRole('menuitem', { name: 'Not for this layer' }).click();
    await expect(saturating).toHaveCount(0);
    await dropped.getByRole('button', { name: 'Do not show this…' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Not in this design' }).press('Enter');
    await expect(page.getByText('2 rules are not shown')).toBeVisible();

    await expect(page.getByText('Saved in this browser')).toBeVisible();
    await page.reload();
    await expect(designer.layers().first()).toBeVisible();
    await designer.openPanel('Problems');
    await page.getByText('2 rules are not shown').click();
    await expect(page.getByText('Many saturating activations in a row')).toBeVisible();
    await page.getByRole('button', { name: /^Show again: Sigmoid/ }).click();
    await expect(saturating).toHaveCount(1);
    await expect(page.getByText('1 rule is not shown')).toBeVisible();
    await designer.undo();
    await expect(saturating).toHaveCount(0);
  });

  test('has no fault that axe finds, with what is silenced in the open', async ({ page }) => {
    const designer = new DesignerPage(page);
    await designer.open();
    await designer.openTemplate('MNIST with sigmoid');
    await designer.openPanel('Problems');
    const saturating = designer.problem(/4 saturating activations/);
    await saturating.getByRole('button', { name: 'Do not show this…' }).click();
    await page.getByRole('menuitem', { name: 'Not in this design' }).click();
    await page.getByText('1 rule is not shown').click();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('leaves an empty design without errors', async ({ page }) => {
    const designer = new DesignerPage(page);
    await designer.open();
    await designer.startEmpty();
    await designer.openPanel('Problems');
    await expect(designer.problems()).toHaveCount(1);
    await expect(designer.problem(/There is nothing here yet/)).toHaveCount(1);
    await expect(page.getByText(/\d+ error/)).toHaveCount(0);
  });
});
