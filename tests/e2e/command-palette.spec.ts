import type { Page } from '@playwright/test';
import { ACTION_IDS } from '@/lib/state/action';
import { uiEnglish } from '@/lib/messages/ui-english';
import { DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('combobox', { name: 'Commands' })).toBeFocused();
}

async function choose(page: Page, search: string, heading: string): Promise<void> {
  await openPalette(page);
  await page.getByRole('combobox', { name: 'Commands' }).fill(search);
  await page.getByRole('group', { name: heading }).getByRole('option').first().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('every action stands in the palette', async ({ page }) => {
  await new DesignerPage(page).open();
  await openPalette(page);
  const offered = await page.getByRole('option').allInnerTexts();
  const missing = ACTION_IDS.filter((id) => id !== 'command-palette').filter(
    (id) => !offered.some((text) => text.startsWith(uiEnglish.actions[id])),
  );
  expect(missing).toEqual([]);
});

test('adds a layer behind the selected one and goes to a layer, by keyboard alone', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await openPalette(page);
  await page.keyboard.type('add batch');
  await page.keyboard.press('Enter');
  await expect(designer.layers()).toHaveCount(15);
  await expect(designer.inspector().getByRole('textbox', { name: 'Name' })).toBeVisible();

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('dense_3');
  await page.keyboard.press('Enter');
  await expect(designer.inspector().getByRole('spinbutton', { name: 'Units' })).toHaveValue('10');
});

test('opens a template and switches back to the other design', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await choose(page, 'vgg-11', uiEnglish.commands.templates);
  await expect(page.getByRole('banner').getByRole('button', { name: 'VGG-11', exact: true })).toBeVisible();
  await choose(page, 'lenet', uiEnglish.commands.designs);
  await expect(designer.layers()).toHaveCount(14);
});

test('an action that cannot be done now is shown as such and does nothing', async ({ page }) => {
  await new DesignerPage(page).open();
  await openPalette(page);
  await page.getByRole('combobox', { name: 'Commands' }).fill('undo');
  await expect(page.getByRole('option', { name: /^Undo/ })).toBeDisabled();
});

test('Vietnamese is found without its diacritics', async ({ page }) => {
  await new DesignerPage(page).open();
  await choose(page, 'viet', uiEnglish.groups.appearance);
  await openPaletteIn(page, 'Các lệnh');
  await page.getByRole('combobox', { name: 'Các lệnh' }).fill('hoan tac');
  await expect(page.getByRole('option', { name: /^Hoàn tác/ })).toBeVisible();
});

async function openPaletteIn(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('combobox', { name: label })).toBeFocused();
}

test('Escape closes the palette and gives the focus back', async ({ page }) => {
  await new DesignerPage(page).open();
  const button = page.getByRole('button', { name: 'Search all commands' });
  await button.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Commands' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('the help lists the keys of the actions', async ({ page }) => {
  await new DesignerPage(page).open();
  await page.keyboard.press('Control+/');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog.getByText('Ctrl+Shift+Z')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('shortcuts rest while a field is being typed in', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.select(designer.layers('Conv2D').first());
  const name = designer.inspector().getByRole('textbox', { name: 'Name' });
  await name.fill('Stem');
  await name.press('Backspace');
  await name.press('Delete');
  await expect(designer.layers()).toHaveCount(14);
  await expect(name).toHaveValue('Ste');
});
