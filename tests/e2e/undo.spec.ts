import { expect, test } from './fixtures';
import { centre, DesignerPage } from './designer-page';

/** Every layer's name with its place on the canvas, and every edge: the whole of what is drawn. */
async function picture(designer: DesignerPage): Promise<readonly string[]> {
  const layers = await designer
    .layers()
    .evaluateAll((nodes) =>
      nodes.map((node) => `${node.getAttribute('aria-label') ?? ''} @ ${(node as HTMLElement).style.transform}`),
    );
  const edges = await designer.edges().evaluateAll((all) => all.map((edge) => edge.getAttribute('aria-label') ?? ''));
  return [...layers, ...edges];
}

test('every gesture is one step: back to the start and forth to the end', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.startEmpty();
  await page.getByRole('button', { name: 'Zoom out' }).click();
  const gestures: (() => Promise<void>)[] = [
    () => page.getByRole('main').getByRole('button', { name: 'Add an Input layer' }).click(),
    () => designer.paletteItem('Conv2D').click(),
    () => designer.paletteItem('ReLU').click(),
    () => designer.paletteItem('MaxPool2D').click(),
    async () => {
      await designer.select(designer.layers('Conv2D'));
      await designer.set('Filters', '8');
    },
    async () => {
      const field = designer.inspector().getByRole('textbox', { name: 'Name' });
      await field.pressSequentially('first');
    },
    async () => {
      const at = await centre(designer.layers('MaxPool2D'));
      await designer.drag({ x: at.x, y: at.y - 10 }, { x: at.x + 200, y: at.y - 120 });
    },
    async () => {
      const from = await centre(designer.layers('Input'));
      const to = await centre(designer.layers('first'));
      await designer.dragFromPalette('Dropout', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    },
    async () => {
      await designer.select(designer.layers('ReLU'));
      await designer.canvas().focus();
      await page.keyboard.press('Delete');
    },
    async () => {
      await designer.select(designer.layers('Dropout'));
      await designer.canvas().focus();
      await page.keyboard.press('Control+D');
    },
    async () => {
      await page.keyboard.press('Control+ArrowRight');
      await page.keyboard.press('Control+ArrowRight');
    },
    () => page.getByRole('button', { name: 'Arrange the layers' }).click(),
  ];

  const undo = page.getByRole('button', { name: 'Undo' });
  const redo = page.getByRole('button', { name: 'Redo' });
  const pictures = [await picture(designer)];
  for (const gesture of gestures) {
    const before = pictures.at(-1);
    await gesture();
    await expect.poll(() => picture(designer)).not.toEqual(before);
    pictures.push(await picture(designer));
  }

  for (const expected of pictures.slice(0, -1).reverse()) {
    await undo.click();
    await expect.poll(() => picture(designer)).toEqual(expected);
  }
  await expect(undo).toBeDisabled();
  await expect(page.getByRole('heading', { name: 'Start your network' })).toBeVisible();

  for (const expected of pictures.slice(1)) {
    await redo.click();
    await expect.poll(() => picture(designer)).toEqual(expected);
  }
  await expect(redo).toBeDisabled();
});

test('typing a number is one step, from entering the field to leaving it', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.select(designer.layers('Conv2D').first());
  const field = designer.inspector().getByRole('spinbutton', { name: 'Filters' });
  await field.press('Control+A');
  await field.pressSequentially('123');
  await expect(designer.layers('Conv2D').first()).toHaveAccessibleName(/Filters 123/);
  await designer.undo();
  await expect(field).toHaveValue('6');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});
