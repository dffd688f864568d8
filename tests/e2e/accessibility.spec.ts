import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { LAYERS } from '@/lib/layers/registry';
import { blockMessages } from '@/lib/messages/blocks';
import { importMessages } from '@/lib/messages/imports';
import { inspectorEnglish } from '@/lib/messages/inspector-english';
import { inspectorVietnamese } from '@/lib/messages/inspector-vietnamese';
import { lossExplorerMessages } from '@/lib/messages/loss-explorer';
import { rateRangeMessages } from '@/lib/messages/rate-range';
import { rewriteMessages } from '@/lib/messages/rewrites';
import { saveAsMessages } from '@/lib/messages/save-as';
import { templateMessages } from '@/lib/messages/templates';
import { trainingSettingsMessages } from '@/lib/messages/training-settings';
import { uiEnglish } from '@/lib/messages/ui-english';
import { uiVietnamese } from '@/lib/messages/ui-vietnamese';
import { unitViewMessages } from '@/lib/messages/unit-view';
import { workingsMessages } from '@/lib/messages/workings';
import { faultsOf } from './axe';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';
import { openTraining, setSmallRun, testAccuracy } from './training-page';

const isOutput = { 'en-US': inspectorEnglish.isOutput, 'vi-VN': inspectorVietnamese.isOutput } as const;
const WORDS = { 'en-US': uiEnglish, 'vi-VN': uiVietnamese } as const;

const PART = {
  dialog: 'dialog',
  bottom: 'section:has(> div > [role=tablist])',
  inspector: 'aside:last-of-type',
} as const;
type Part = keyof typeof PART;

async function expectNoFault(page: Page, view: string, part?: Part): Promise<void> {
  expect.soft(await faultsOf(page, part && PART[part]), view).toEqual([]);
}

const selectedTab = (page: Page) => page.getByRole('tablist').first().getByRole('tab', { selected: true });

async function openPanel(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  await expect(selectedTab(page)).toContainText(name);
  await expect(page.getByRole('tabpanel').first()).toContainText(/\S/);
}

/** Near its corner: drawn small, a layer is as high as a line. */
async function selectNode(node: Locator): Promise<void> {
  await node.click({ position: { x: 10, y: 5 } });
  await expect(node).toHaveClass(/selected/);
}

async function openTemplate(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+Shift+G');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
}

async function dropFile(page: Page, file: string): Promise<void> {
  const dropped = await page.evaluateHandle(
    ({ name, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      return data;
    },
    { name: path.basename(file), text: readFileSync(file, 'utf8') },
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
}

/** Both themes and both languages, once each: contrast has nothing to do with the language. */
const LOOKS = [
  ['light', 'en-US'],
  ['dark', 'vi-VN'],
] as const;

for (const [colorScheme, locale] of LOOKS) {
  test.describe(`axe, ${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale });
    test.setTimeout(180_000);
    const words = WORDS[locale];

    test.beforeEach(async ({ page }) => {
      await page.goto('/');
      await expect(page.getByText(words.save.saved)).toBeVisible();
      await expect(page.locator('.react-flow__node').first()).toBeVisible();
    });

    test('finds no fault in the canvas, what is selected, and the panels of a design in order', async ({ page }) => {
      await expectNoFault(page, 'LeNet-5 as the page opens');
      await page
        .locator('.react-flow__node')
        .nth(1)
        .click({ position: { x: 60, y: 12 } });
      await expect(page.getByRole('complementary').getByRole('spinbutton').first()).toBeVisible();
      await expectNoFault(page, 'a layer selected', 'inspector');
      await page.getByRole('application').press('Control+A');
      await expectNoFault(page, 'everything selected');
      await openPanel(page, words.panels.summary);
      await expectNoFault(page, 'summary', 'bottom');
      await openPanel(page, words.panels.training);
      await expectNoFault(page, 'training before a run', 'bottom');
      await openPanel(page, words.panels.problems);
      await expectNoFault(page, 'no problems', 'bottom');
    });

    test('finds no fault where there are problems', async ({ page }) => {
      const flatten = page.locator('.react-flow__node', {
        hasText: LAYERS.flatten.text[locale === 'en-US' ? 'en' : 'vi'].title,
      });
      await flatten.click({ position: { x: 60, y: 12 } });
      await page.keyboard.press('Delete');
      await openPanel(page, words.panels.problems);
      await expect(page.getByRole('tabpanel').getByRole('listitem').first()).toBeVisible();
      await expectNoFault(page, 'problems', 'bottom');
      await page.getByRole('tabpanel').getByRole('listitem').first().getByRole('button').first().click();
      await expectNoFault(page, 'the place of a problem selected');
      await openPanel(page, words.panels.code);
      await expectNoFault(page, 'code of a design with errors', 'bottom');
    });

    test('finds no fault in the code', async ({ page }) => {
      await openPanel(page, words.panels.code);
      await expect(page.locator('.view-line').first()).toBeVisible({ timeout: 60_000 });
      await expectNoFault(page, 'code', 'bottom');
    });

    test('finds no fault in dialogs and menus', async ({ page }) => {
      for (const [keys, dialog] of [
        ['Control+K', words.commands.label],
        ['Alt+Shift+G', words.templates.title],
        ['Control+/', words.keyboard.title],
      ] as const) {
        await page.keyboard.press(keys);
        await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
        await expectNoFault(page, dialog, 'dialog');
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      for (const menu of [words.design.menu, words.design.settings]) {
        await page.getByRole('button', { name: menu, exact: true }).click();
        await expect(page.getByRole('menu')).toBeVisible();
        await expectNoFault(page, menu);
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('Alt+Shift+N');
      await expect(page.locator('.react-flow__node')).toHaveCount(0);
      await expectNoFault(page, 'an empty design');
    });
  });

  test.describe(`axe, ${colorScheme}`, () => {
    test.use({ colorScheme });
    test.setTimeout(180_000);

    test('finds no fault in what a run leaves behind', async ({ page }) => {
      const training = await openTraining(page);
      await setSmallRun(training, { share: '1' });
      await training.button('Train').click();
      await testAccuracy(training);
      for (const view of ['Curves', 'Test results', 'Test digits', 'Draw a digit']) {
        await training.view(view);
        await expectNoFault(page, `${view}, after a run`, 'bottom');
      }
    });
  });
}

/** A walk through everything one opens from a design. */
for (const [colorScheme, locale] of LOOKS) {
  const language = locale === 'en-US' ? 'en' : 'vi';

  test.describe(`axe, ${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale });
    test.setTimeout(240_000);

    test.beforeEach(async ({ page }) => {
      await page.goto('/');
      await expect(page.locator('.react-flow__node').first()).toBeVisible();
    });

    test('finds no fault in what explains and changes a layer, nor where files come and go', async ({ page }) => {
      await selectNode(page.locator('.react-flow__node').last());
      const inspector = page.getByRole('complementary').last();
      await inspector.evaluate((element) => element.querySelectorAll('details').forEach((part) => (part.open = true)));
      await expectNoFault(page, 'a layer with its figures explained', 'inspector');
      for (const [keys, dialog] of [
        ['Alt+Shift+H', workingsMessages[language].title(LAYERS.softmax.text[language].title)],
        ['Alt+Shift+R', rewriteMessages[language].title],
        ['Alt+Shift+X', saveAsMessages[language].title],
      ] as const) {
        await page.keyboard.press(keys);
        await expect(page.getByRole('dialog', { name: dialog })).toContainText(/\S/);
        await expectNoFault(page, dialog, 'dialog');
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await selectNode(page.locator('.react-flow__node').nth(3));
      await page.keyboard.press('Alt+Shift+U');
      await expect(page.getByRole('dialog', { name: unitViewMessages[language].title })).toContainText('MNIST');
      await expectNoFault(page, 'what a unit sees', 'dialog');
      await page.keyboard.press('Escape');
      await dropFile(page, path.resolve(__dirname, '../fixtures/models/keras-3-functional.json'));
      await expect(page.getByRole('alertdialog', { name: importMessages[language].title })).toContainText('Swirl');
      await expectNoFault(page, 'the report of an opened file', 'dialog');
      await page.keyboard.press('Escape');
      await expect(page.locator('.react-flow__node', { hasText: 'swirl' })).toBeVisible();
      await selectNode(page.locator('.react-flow__node', { hasText: 'swirl' }));
      await expectNoFault(page, 'a layer that is kept without being understood', 'inspector');
    });

    test('finds no fault in what explains the settings of training', async ({ page }) => {
      await openPanel(page, WORDS[locale].panels.training);
      const words = trainingSettingsMessages[language];
      for (const [button, dialog] of [
        [words.exploreLosses, lossExplorerMessages[language].title],
        [words.findRate, rateRangeMessages[language].title],
      ] as const) {
        await page.getByRole('button', { name: button }).click();
        await expect(page.getByRole('dialog', { name: dialog })).toContainText(/\S/);
        await expectNoFault(page, dialog, 'dialog');
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });

    test('finds no fault in blocks, comparisons and several outputs', async ({ page }) => {
      await openTemplate(page, 'ResNet-18');
      await selectNode(page.locator('.react-flow__node[data-id="block_1"]'));
      await expectNoFault(page, 'a block selected', 'inspector');
      await page.keyboard.press('Alt+Shift+E');
      await expect(page.locator('[data-block-frame]')).toHaveCount(1);
      await expectNoFault(page, 'a block in place');
      await page.keyboard.press('Alt+Shift+ArrowDown');
      await expect(page.getByRole('navigation', { name: blockMessages[language].path })).toBeVisible();
      await expectNoFault(page, 'inside a block');
      await page.keyboard.press('Alt+Shift+C');
      const comparison = page.getByRole('main', { name: WORDS[locale].regions.compare });
      await expect(comparison.getByRole('table').first()).toBeVisible();
      await expectNoFault(page, 'a comparison');
      await comparison.getByRole('tab').last().click();
      await expect(comparison.getByRole('table').first()).toBeVisible();
      await expectNoFault(page, 'a comparison, layer by layer');
      await page.keyboard.press('Alt+Shift+C');
      await openTemplate(page, templateMessages[language]['two-head'].title);
      await selectNode(page.locator('.react-flow__node').last());
      await expect(page.getByRole('checkbox', { name: isOutput[locale] })).toBeChecked();
      await expectNoFault(page, 'one of several outputs', 'inspector');
    });
  });
}

/** Where the focus is: the nearest region's name, and whether a ring around the focused element can be seen. */
function describeFocus(page: Page): Promise<{ region: string; isMarked: boolean; path: string }> {
  return page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const around = (element: Element | null): Element[] =>
      element === null ? [] : [element, ...around(element.parentElement)];
    const region = around(focused)
      .filter((element) => element.matches('header, aside, main, section[aria-label]'))
      .at(-1);
    const looks = [focused, ...focused.querySelectorAll('*')].slice(0, 3).concat(focused.parentElement ?? []);
    const isMarked = looks.some((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    const path = `${focused.tagName.toLowerCase()} “${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 30) ?? ''}”`;
    return { region: region?.getAttribute('aria-label') ?? '', isMarked, path };
  });
}

test('Tab reaches every region in the order in which one reads, and the focus can always be seen', async ({ page }) => {
  await new DesignerPage(page).open();
  const regions: string[] = [];
  const unmarked: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const { region, isMarked, path } = await describeFocus(page);
    if (path.startsWith('body')) break;
    if (!isMarked) unmarked.push(path);
    if (regions.at(-1) !== region) regions.push(region);
  }
  expect(unmarked).toEqual([]);
  const { header, palette, canvas, bottom, inspector } = uiEnglish.regions;
  expect(regions.filter((region) => region !== '')).toEqual([header, palette, canvas, bottom, inspector]);
});

test('Escape closes what is open and the focus goes back to where it was', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  for (const name of [uiEnglish.design.menu, uiEnglish.design.settings]) {
    const button = page.getByRole('button', { name, exact: true });
    await button.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(button).toBeFocused();
  }
  await designer.canvas().focus();
  for (const keys of ['Control+K', 'Alt+Shift+G', 'Control+/']) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(designer.canvas()).toBeFocused();
  }
});

test('the focus stays near when what has it goes: a silenced hint, a comparison', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.openTemplate('VGG-16');
  await designer.canvas().focus();
  await page.keyboard.press('Alt+Shift+C');
  await expect(page.getByRole('main', { name: uiEnglish.regions.compare }).getByRole('table').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(designer.canvas()).toBeFocused();

  await designer.openPanel('Problems');
  await designer.problems().first().getByRole('button', { name: 'Do not show this…' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Not in this design' }).press('Enter');
  await expect(designer.problems()).toHaveCount(0);
  await expect(page.getByRole('tabpanel').first()).toBeFocused();
});

test('a dialog keeps the focus while it is open', async ({ page }) => {
  await new DesignerPage(page).open();
  await page.keyboard.press('Alt+Shift+G');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    const isInside = await dialog.evaluate((element) => element.contains(document.activeElement));
    // The browser's own controls come between the last and the first element of a modal dialog.
    expect(isInside || (await page.evaluate(() => document.activeElement === document.body))).toBe(true);
  }
});

// 200 % of 1280 × 1024 leaves 640 × 512 pixels to lay out in.
for (const [what, size] of [
  ['a small window', { width: 1024, height: 700 }],
  ['200 % zoom', { width: 640, height: 512 }],
] as const) {
  test(`in ${what} nothing lies beyond the sides of the page and everything can be reached`, async ({ page }) => {
    await page.setViewportSize(size);
    await new DesignerPage(page).open();
    for (const panel of ['Problems', 'Summary', 'Training']) {
      await openPanel(page, panel);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, panel).toBeLessThanOrEqual(0);
      const train = await page
        .getByRole('banner')
        .or(page.locator('header'))
        .first()
        .getByRole('button', { name: 'Train', exact: true })
        .boundingBox();
      expect((train?.x ?? Infinity) + (train?.width ?? 0), 'the Train button').toBeLessThanOrEqual(size.width);
    }
  });
}
