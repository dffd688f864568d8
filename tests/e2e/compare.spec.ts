import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { faultsOf } from './axe';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

/** The comparison as a person uses it. */
class ComparePage extends DesignerPage {
  async compare(...names: readonly string[]): Promise<void> {
    await this.page.keyboard.press('Alt+Shift+C');
    await expect(this.column(2)).toBeVisible();
    for (const [index, name] of names.entries()) {
      const list = this.column(index + 1);
      if ((await list.count()) === 0) await this.panel().getByLabel('Add a design…').selectOption({ label: name });
      else if ((await chosenLabel(list)) !== name) await list.selectOption({ label: name });
    }
    await expect(this.panel().getByRole('table').first()).toBeVisible();
  }

  panel(): Locator {
    return this.page.getByRole('main', { name: 'Comparison' });
  }

  column(place: number): Locator {
    return this.panel().getByLabel(`Design ${place}`, { exact: true });
  }

  ratios(): Locator {
    return this.panel().getByRole('region', { name: 'Overview' }).getByRole('list').first();
  }

  async showLayers(): Promise<void> {
    await this.panel().getByRole('tab', { name: 'Layer by layer' }).click();
    await expect(this.panel().getByRole('table', { name: 'Layer by layer' })).toBeVisible();
  }

  rows(text: string | RegExp): Locator {
    return this.panel().getByRole('row').filter({ hasText: text });
  }

  async save(kind: string): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.panel().getByRole('button', { name: kind, exact: true }).click();
    return download;
  }
}

function chosenLabel(list: Locator): Promise<string> {
  return list.evaluate((select) =>
    select instanceof HTMLSelectElement ? (select.selectedOptions[0]?.label ?? '') : '',
  );
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

async function expectNoFault(page: Page, view: string): Promise<void> {
  expect.soft(await faultsOf(page), view).toEqual([]);
}

test('AlexNet beside VGG-16: ratios, totals and aligned layers', async ({ page }) => {
  const designer = new ComparePage(page);
  await designer.open();
  await designer.compare('AlexNet', 'VGG-16');
  await expect(designer.ratios()).toHaveText('VGG-16 has 2.27 × AlexNet’s parameters and 21 × its MACs.');
  await expect(designer.rows('Parameters').first()).toContainText('60,965,224138,357,544+77,392,320× 2.27');
  await expect(designer.panel()).toContainText('torchvision, VGG16_Weights.IMAGENET1K_V1');
  await designer.showLayers();
  const dense = designer.rows('102,764,544');
  await expect(dense).toContainText('37,752,832');
  await expect(dense).toContainText('+65,011,712');
  await expect(designer.rows('Kernel: 11 × 11 → 3 × 3')).toHaveCount(1);
  await expect(designer.panel().getByText('8 rows without a difference')).toHaveCount(0);
  await designer.panel().getByRole('button', { name: 'Show them' }).first().click();
  await expect(designer.rows('16,781,312').first()).toBeVisible();
});

test('the comparison follows while the open design is edited beside it, and rows stay where they are', async ({
  page,
}) => {
  const designer = new ComparePage(page);
  await designer.open();
  await designer.compare('LeNet-5 (open)', 'MNIST with sigmoid');
  await designer.showLayers();
  await designer.panel().getByRole('checkbox', { name: 'Fold rows' }).uncheck();
  await designer.panel().getByRole('button', { name: 'Select Conv2D (conv2d_2)' }).click();
  await expect(designer.rows('2,416')).toHaveCount(1);
  const before = await designer.rows('').count();
  await designer.set('Filters', '32');
  await expect(designer.rows('4,832')).toHaveCount(1);
  expect(await designer.rows('').count()).toBe(before);
  await designer.undo();
  await expect(designer.rows('4,832')).toHaveCount(0);
  await expect(designer.rows('2,416')).toHaveCount(1);
});

test('a design kept in the browser is compared without being opened', async ({ page }) => {
  const designer = new ComparePage(page);
  await designer.open();
  await designer.openTemplate('Tiny ResNet');
  await designer.compare();
  await expect(designer.ratios()).toHaveText(/^LeNet-5 has .* × Tiny ResNet’s parameters and .* its MACs\.$/);
});

test('the comparison is saved as Markdown, CSV, SVG and PNG', async ({ page }) => {
  const designer = new ComparePage(page);
  await designer.open();
  await designer.compare('AlexNet', 'VGG-16');

  const markdown = await designer.save('Markdown');
  expect(markdown.suggestedFilename()).toBe('compare-alexnet-vgg-16.md');
  const text = (await contentOf(markdown)).toString('utf8');
  expect(text).toContain('# Comparison: AlexNet, VGG-16');
  expect(text).toContain('- VGG-16 has 2.27 × AlexNet’s parameters and 21 × its MACs.');
  expect(text).toContain('| MACs per sample | 724,406,816 | 15,470,264,320 (+14,745,857,504, × 21) |');

  const csv = (await contentOf(await designer.save('CSV'))).toString('utf8');
  expect(csv).toContain('Parameters,60965224,138357544\r\n');

  const svg = (await contentOf(await designer.save('SVG'))).toString('utf8');
  const faults = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    return [...parsed.querySelectorAll('parsererror, [href], image, style')].map(({ nodeName }) => nodeName);
  }, svg);
  expect(faults).toEqual([]);
  expect(svg).toContain('VGG-16 has 2.27 × AlexNet’s parameters');

  const png = await contentOf(await designer.save('PNG'));
  expect(png.subarray(0, 8)).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
  // Width and height, of the header that every PNG begins with: twice the picture's own.
  const width = Number(/width="(\d+)"/.exec(svg)?.[1]);
  expect(png.readUInt32BE(16)).toBe(2 * width);
});

test('everything goes by keyboard, and the focus comes back', async ({ page }) => {
  const designer = new ComparePage(page);
  await designer.open();
  await page.getByRole('button', { name: 'Designs', exact: true }).focus();
  await page.keyboard.press('Alt+Shift+C');
  await expect(designer.panel().locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(designer.panel().getByLabel('Batch size for memory')).toBeFocused();
  const tab = designer.panel().getByRole('tab', { name: 'Overview' });
  await tab.focus();
  await page.keyboard.press('ArrowRight');
  await expect(designer.panel().getByRole('table', { name: 'Layer by layer' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(designer.panel()).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Designs', exact: true })).toBeFocused();
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('combobox', { name: 'Commands' })).toBeFocused();
  await page.keyboard.type('compare');
  await page.keyboard.press('Enter');
  await expect(designer.panel()).toBeVisible();
});

test('columns can be added, removed and made the one to compare with', async ({ page }) => {
  const designer = new ComparePage(page);
  await designer.open();
  await designer.compare('VGG-11', 'VGG-13', 'VGG-16', 'VGG-19', 'AlexNet', 'LeNet-5');
  await expect(designer.ratios().getByRole('listitem')).toHaveCount(5);
  await expect(designer.panel().getByLabel('Add a design…')).toBeDisabled();
  await designer.panel().getByRole('button', { name: 'Compare the others with VGG-19' }).click();
  await expect(designer.ratios()).toContainText('VGG-16 has 0.96 × VGG-19’s parameters');
  await designer.panel().getByRole('button', { name: 'Take LeNet-5 out of the comparison' }).click();
  await expect(designer.ratios().getByRole('listitem')).toHaveCount(4);
  await designer.showLayers();
  const scroll = designer.panel().getByRole('region', { name: 'Layer by layer' });
  await scroll.evaluate((element) => element.scrollTo({ left: 4000, top: 600 }));
  await expect(designer.panel().getByRole('columnheader', { name: 'Row' })).toBeInViewport();
});

test('a design with errors is compared as far as it is known', async ({ page }) => {
  const designer = new ComparePage(page);
  await designer.open();
  await designer.select(designer.layers('Flatten'));
  await page.keyboard.press('Delete');
  await designer.compare('LeNet-5 (open)', 'LeNet-5');
  await expect(designer.ratios()).toContainText('is not known while faults stand');
  await expect(designer.panel().getByRole('img', { name: 'This design has errors' })).toBeVisible();
  await designer.showLayers();
  await expect(designer.rows('Flatten')).toContainText('no such layer');
  await expect(designer.rows('unknown')).not.toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });
    test.setTimeout(180_000);

    test('axe finds no fault', async ({ page }) => {
      const designer = new ComparePage(page);
      await designer.open();
      await designer.compare('AlexNet', 'VGG-16', 'Tiny ResNet');
      await expectNoFault(page, 'overview');
      await designer.panel().getByText('The same as a table').click();
      await expect(designer.panel().getByRole('table', { name: 'Parameters along the depth' })).toBeVisible();
      await expectNoFault(page, 'depth as a table');
      await designer.showLayers();
      await expectNoFault(page, 'layers');
    });
  });
}
