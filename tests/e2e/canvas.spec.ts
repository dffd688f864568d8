import { expect, test } from './fixtures';
import { centre, DesignerPage, type Point } from './designer-page';

/** LeNet-5 without its activations, in three columns; the activations are dropped onto edges afterwards. */
const GRID: readonly (readonly [title: string, column: number, row: number])[] = [
  ['Input', 0, 0],
  ['Conv2D', 0, 1],
  ['MaxPool2D', 0, 2],
  ['Conv2D', 1, 0],
  ['MaxPool2D', 1, 1],
  ['Flatten', 1, 2],
  ['Dense', 2, 0],
  ['Dense', 2, 1],
  ['Dense', 2, 2],
  ['Softmax', 2, 3],
];

test('LeNet-5 is built from an empty canvas by dragging', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.startEmpty();
  for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect(designer.canvas()).toContainText('58 %');

  const frame = await designer.canvas().boundingBox();
  if (frame === null) throw new Error('no canvas');
  const place = (column: number, row: number): Point => ({
    x: frame.x + 120 + column * 220,
    y: frame.y + 60 + row * 90,
  });
  for (const [title, column, row] of GRID) await designer.dragFromPalette(title, place(column, row));
  await expect(designer.layers()).toHaveCount(GRID.length);

  for (let index = 1; index < GRID.length; index += 1) {
    await designer.connect(designer.layers().nth(index - 1), designer.layers().nth(index));
    await expect(designer.edges()).toHaveCount(index);
  }
  // Onto the edges behind both convolutions and the first two dense layers.
  for (const index of [1, 3, 6, 7]) {
    const from = await centre(designer.layers().nth(index));
    const to = await centre(designer.layers().nth(index + 1));
    await designer.dragFromPalette('Tanh', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  }
  await expect(designer.layers('Tanh')).toHaveCount(4);
  await expect(designer.edges()).toHaveCount(13);

  await designer.select(designer.layers('Conv2D').nth(0));
  await designer.set('Filters', '6');
  await designer.set('Kernel, height', '5');
  await designer.inspector().getByRole('combobox', { name: 'Padding' }).selectOption('same');
  await designer.select(designer.layers('Conv2D').nth(1));
  await designer.set('Filters', '16');
  await designer.set('Kernel, height', '5');
  for (const [index, units] of ['120', '84', '10'].entries()) {
    await designer.select(designer.layers('Dense').nth(index));
    await designer.set('Units', units);
  }

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(designer.inspector()).toContainText(/Parameters\s*61,706/);
  await designer.openPanel('Problems');
  await expect(page.getByText('No problems').last()).toBeVisible();
});

test('a drag of several layers is one step back', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const first = designer.layers().nth(0);
  const second = designer.layers().nth(1);
  const before = [await centre(first), await centre(second)];
  await first.click({ position: { x: 60, y: 12 } });
  await second.click({ position: { x: 60, y: 12 }, modifiers: ['Shift'] });
  await expect(designer.inspector()).toContainText('2 layers selected');

  const grip = { x: (before[0]?.x ?? 0) + 20, y: (before[0]?.y ?? 0) - 20 };
  await designer.drag(grip, { x: grip.x - 48, y: grip.y + 24 });
  const moved = await centre(second);
  expect(moved.x).toBeLessThan((before[1]?.x ?? 0) - 30);

  await designer.undo();
  await expect.poll(() => centre(first)).toEqual(before[0]);
  await expect.poll(() => centre(second)).toEqual(before[1]);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a box drawn with Shift selects what it touches', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const first = await designer.layers().nth(0).boundingBox();
  const second = await designer.layers().nth(1).boundingBox();
  if (first === null || second === null) throw new Error('layers are not visible');
  await page.keyboard.down('Shift');
  await designer.drag({ x: first.x - 15, y: first.y - 10 }, { x: second.x + 40, y: second.y + 10 });
  await page.keyboard.up('Shift');
  await expect(designer.inspector()).toContainText('2 layers selected');
});

test('an impossible connection is refused with the reason', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const edges = await designer.edges().count();
  await designer.connect(designer.layers('Flatten'), designer.layers('Input'));
  await expect(page.getByText('Input takes no input: it is where the data comes in.')).toBeVisible();
  await designer.connect(designer.layers('Input'), designer.layers('Conv2D').first());
  await expect(page.getByText('Input is already connected to Conv2D.')).toBeVisible();
  await expect(designer.edges()).toHaveCount(edges);
});

test('a loose layer let go on an edge is put between its layers', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const edges = await designer.edges().count();
  const softmax = await centre(designer.layers('Softmax'));
  await designer.dragFromPalette('Dropout', { x: softmax.x, y: softmax.y + 120 });
  await expect(designer.layers('Dropout')).toHaveCount(1);
  await expect(designer.edges()).toHaveCount(edges);

  const flatten = await centre(designer.layers('Flatten'));
  const dense = await centre(designer.layers('Dense').first());
  await designer.drag(await centre(designer.layers('Dropout')), {
    x: (flatten.x + dense.x) / 2,
    y: (flatten.y + dense.y) / 2,
  });
  await expect(designer.edges()).toHaveCount(edges + 1);
  await expect(designer.canvas().getByRole('group', { name: 'Connection from Flatten to Dropout' })).toHaveCount(1);
  await expect(designer.canvas().getByRole('group', { name: 'Connection from Dropout to Dense' })).toHaveCount(1);
});

test('deleting a layer heals the chain, and an arranged design comes back in one step', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.select(designer.layers('Tanh').first());
  await designer.canvas().focus();
  await page.keyboard.press('Delete');
  await expect(designer.layers('Tanh')).toHaveCount(3);
  await expect(designer.canvas().getByRole('group', { name: 'Connection from Conv2D to MaxPool2D' })).toHaveCount(1);

  const before = await designer
    .layers()
    .evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).style.transform));
  const places = () =>
    designer.layers().evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).style.transform));
  await page.getByRole('button', { name: 'Arrange the layers' }).click();
  await expect.poll(places).not.toEqual(before);
  await designer.undo();
  await expect.poll(places).toEqual(before);
});

test('layers are copied, pasted and duplicated with the edges between them', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.layers('Flatten').click({ position: { x: 60, y: 12 } });
  await designer
    .layers('Dense')
    .first()
    .click({ position: { x: 60, y: 12 }, modifiers: ['Shift'] });
  await page.keyboard.press('Control+D');
  await expect(designer.layers('Flatten')).toHaveCount(2);
  await expect(designer.layers('Dense')).toHaveCount(4);
  await expect(designer.canvas().getByRole('group', { name: 'Connection from Flatten to Dense' })).toHaveCount(2);
  await designer.undo();
  await expect(designer.layers('Flatten')).toHaveCount(1);
});
