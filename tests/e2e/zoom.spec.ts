import { centre, DesignerPage } from './designer-page';
import { expect, test } from './fixtures';

/** React Flow and d3-zoom run on our own stand-ins for two of d3's packages: these are the ways in which the view moves. */
test('the view is moved and magnified by wheel, mouse and buttons, and brought back', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const first = designer.layers().first();
  const controls = page.getByRole('toolbar', { name: 'View' });
  const widthOf = async () => (await first.boundingBox())?.width ?? 0;
  const start = await first.boundingBox();
  const startWidth = start?.width ?? 0;

  const middle = await centre(first);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.wheel(0, -200);
  await expect.poll(widthOf).toBeGreaterThan(startWidth * 1.1);
  const zoomed = await centre(first);
  expect(Math.hypot(zoomed.x - middle.x, zoomed.y - middle.y)).toBeLessThan(3);

  await controls.getByRole('button', { name: 'Fit the design into view' }).click();
  await expect.poll(() => first.boundingBox()).toEqual(start);

  await controls.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(widthOf).toBeCloseTo(startWidth * 1.2, 0);
  await controls.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(widthOf).toBeCloseTo(startWidth, 0);

  const pane = await designer.canvas().boundingBox();
  const empty = { x: (pane?.x ?? 0) + 30, y: (pane?.y ?? 0) + 30 };
  const before = await centre(first);
  await designer.drag(empty, { x: empty.x + 80, y: empty.y + 50 });
  await expect.poll(async () => (await centre(first)).x - before.x).toBeCloseTo(80, 0);
  expect((await centre(first)).y - before.y).toBeCloseTo(50, 0);
});

test('a design in view stays in view when the window gets smaller, unless the view was moved', async ({ page }) => {
  const designer = new DesignerPage(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await designer.open();
  const isAllInView = async () => {
    const pane = await designer.canvas().boundingBox();
    const boxes = await designer.layers().evaluateAll((layers) => layers.map((layer) => layer.getBoundingClientRect()));
    const right = (pane?.x ?? 0) + (pane?.width ?? 0);
    const bottom = (pane?.y ?? 0) + (pane?.height ?? 0);
    return boxes.every((box) => box.right <= right && box.bottom <= bottom);
  };
  const pane = await designer.canvas().boundingBox();
  const empty = { x: (pane?.x ?? 0) + 20, y: (pane?.y ?? 0) + 200 };
  // A press that moves nothing.
  await page.mouse.click(empty.x, empty.y);
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect.poll(isAllInView).toBe(true);

  await designer.drag(empty, { x: empty.x + 40, y: empty.y });
  const moved = await centre(designer.layers().first());
  await page.setViewportSize({ width: 900, height: 600 });
  await expect.poll(isAllInView).toBe(false);
  expect(await centre(designer.layers().first())).toEqual(moved);
});

test('a view on its way stops where someone takes hold of it', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  const pane = await designer.canvas().boundingBox();
  await page.mouse.move((pane?.x ?? 0) + 30, (pane?.y ?? 0) + 30);
  await page.mouse.wheel(0, -600);
  await page.getByRole('button', { name: 'Fit the design into view' }).click();
  await designer.drag({ x: (pane?.x ?? 0) + 30, y: (pane?.y ?? 0) + 30 }, { x: (pane?.x ?? 0) + 90, y: 200 });
  const left = await designer.layers().first().boundingBox();
  // Two frames later it stands where it was left.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await designer.layers().first().boundingBox()).toEqual(left);
});
