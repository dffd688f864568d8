import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

test('a panel whose code cannot be fetched says so, leaves the rest at work, and comes when asked again', async ({
  page,
  faults,
}) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await page.route('**/_next/static/chunks/**', (route) => route.abort());
  await page.getByRole('tab', { name: 'Summary' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Summary' });
  await expect(panel.getByRole('alert')).toContainText('This panel could not be loaded.');
  await expect(designer.layers()).toHaveCount(14);
  faults.length = 0;

  await page.unroute('**/_next/static/chunks/**');
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(designer.layers().first()).toBeVisible();
  await expect(panel.getByRole('table')).toBeVisible();
});

test('when the page itself breaks, it says so and still hands out the design', async ({ page, faults }) => {
  await page.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }));
  const designer = new DesignerPage(page);
  await designer.open();
  // The header asks for the names of months when the menu of designs opens: a browser without them breaks it.
  await page.evaluate(() => {
    Intl.DateTimeFormat = class {
      constructor() {
        throw new Error('no calendar here');
      }
    } as unknown as typeof Intl.DateTimeFormat;
  });
  await page.getByRole('button', { name: 'Designs' }).click();
  await expect(page.getByRole('heading', { name: 'Something in the page broke' })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the design' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('LeNet-5.shapeflow.json');
  faults.length = 0;
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(designer.layers()).toHaveCount(14);
});
