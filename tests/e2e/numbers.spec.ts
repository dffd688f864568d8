import type { Locator } from '@playwright/test';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

const figure = (designer: DesignerPage, name: string): Locator =>
  designer
    .inspector()
    .locator('details')
    .filter({ has: designer.page.locator('summary', { hasText: new RegExp(`^${name}`) }) })
    .last();

async function openNumbers(designer: DesignerPage): Promise<void> {
  await designer.inspector().getByText('Numbers, explained').click();
  await expect(designer.inspector().getByText('How it is counted')).toBeVisible();
}

test('every figure of a layer opens to its formula with the numbers filled in, by keyboard, and can be copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.select(designer.layers('Conv2D').nth(1));
  await openNumbers(designer);
  const params = figure(designer, 'Parameters');
  await params.locator('summary').press('Enter');
  await expect(params).toContainText('(5·5·6 + 1)·16 = 2,416');
  await expect(params).toContainText('Source');
  await params.getByRole('button', { name: 'Copy: Parameters' }).press('Enter');
  await expect(page.getByText('The figures are copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Parameters: 2,416\n {2}\(5·5·6 \+ 1\)·16 = 2,416\n {2}Source: /,
  );
  const field = figure(designer, 'Receptive field');
  await field.locator('summary').press('Enter');
  await expect(field).toContainText('6 + (5 − 1)·2 = 14 px');
});

test('the ways of counting are stated, can be switched, and hold for the next layer', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await openNumbers(designer);
  const inspector = designer.inspector();
  await expect(inspector).toContainText('multiply-accumulates (MACs); biases count as parameters, not as work');
  await inspector.getByText('How it is counted').click();
  await inspector.getByRole('combobox', { name: 'Work in' }).selectOption('flops');
  await expect(figure(designer, 'FLOPs per sample')).toContainText('833,040');
  await inspector.getByRole('combobox', { name: 'Biases' }).selectOption('never');
  await expect(figure(designer, 'Parameters')).toContainText('61,470');

  await designer.select(designer.layers('Conv2D').nth(0));
  const work = figure(designer, 'FLOPs per sample');
  await work.locator('summary').click();
  await expect(work).toContainText('2·28·28·6·5·5·1 = 235,200');
});

test('several layers have a line for each, and a chain its own receptive field', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer
    .layers()
    .nth(1)
    .click({ position: { x: 60, y: 12 } });
  for (const index of [2, 3, 4])
    await designer
      .layers()
      .nth(index)
      .click({ position: { x: 60, y: 12 }, modifiers: ['Shift'] });
  await expect(designer.inspector()).toContainText('4 layers selected');
  await openNumbers(designer);
  const params = figure(designer, 'Parameters');
  await params.locator('summary').click();
  await expect(params).toContainText('conv2d_1');
  await expect(params).toContainText('(5·5·1 + 1)·6 = 156');
  await expect(params).toContainText('together');
  await expect(params).toContainText('2,572');
  const field = figure(designer, 'Receptive field');
  await field.locator('summary').click();
  await expect(field).toContainText('1 + (5 − 1)·1 + (2 − 1)·1 + (5 − 1)·2 = 14 px');
});
