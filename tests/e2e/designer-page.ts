import { expect, type Locator, type Page } from '@playwright/test';

/** A point on the page, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The designer as a person uses it: everything by role and label. */
export class DesignerPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.layers().first()).toBeVisible();
    await expect(this.page.getByText('Saved in this browser')).toBeVisible();
  }

  async startEmpty(): Promise<void> {
    await this.page.keyboard.press('Alt+Shift+N');
    await expect(this.page.getByRole('heading', { name: 'Start your network' })).toBeVisible();
  }

  async openTemplate(name: string): Promise<void> {
    await this.page.keyboard.press('Alt+Shift+G');
    await this.page.getByRole('dialog').getByRole('button', { name }).first().click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
    await expect(this.layers().first()).toBeVisible();
  }

  canvas(): Locator {
    return this.page.getByRole('application', { name: 'Design canvas' });
  }

  /** Layers on the canvas, in the order in which they were added. */
  layers(name: string | RegExp = /./): Locator {
    const pattern = typeof name === 'string' ? new RegExp(`^${name}(,|$)`) : name;
    return this.canvas().getByRole('group', { name: pattern }).and(this.page.locator('.react-flow__node'));
  }

  edges(): Locator {
    return this.canvas().getByRole('group', { name: /^Connection from / });
  }

  paletteItem(title: string): Locator {
    return this.page.getByRole('complementary', { name: 'Layers' }).getByRole('button', { name: title, exact: true });
  }

  inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Properties' });
  }

  async select(layer: Locator): Promise<void> {
    await layer.click({ position: { x: 60, y: 12 } });
    await expect(this.inspector().getByRole('textbox', { name: 'Name' })).toBeVisible();
  }

  async set(field: string, value: string): Promise<void> {
    await this.inspector().getByRole('spinbutton', { name: field, exact: true }).fill(value);
  }

  async openPanel(name: 'Problems' | 'Summary'): Promise<void> {
    const tab = this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  problems(): Locator {
    return this.page.getByRole('list', { name: 'Problems' }).getByRole('listitem');
  }

  problem(text: string | RegExp): Locator {
    return this.problems().filter({ hasText: text });
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo' }).click();
  }

  /** Presses at one point and lets go at another, by way of some points between, as a hand does. */
  async drag(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
  }

  async dragFromPalette(title: string, to: Point): Promise<void> {
    const item = this.paletteItem(title);
    await item.scrollIntoViewIfNeeded();
    await this.drag(await centre(item), to);
  }

  /** Joins two layers with the mouse, from the round handle below the first to the middle of the second. */
  async connect(source: Locator, target: Locator): Promise<void> {
    await this.drag(await centre(source.getByRole('img', { name: /^Output of / })), await centre(target));
  }
}

export async function centre(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('the element is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
