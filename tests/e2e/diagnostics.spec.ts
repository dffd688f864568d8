import { expect, test } from './fixtures';
import { centre, DesignerPage } from './designer-page';

interface Case {
  /** A sentence: what goes wrong. */
  readonly title: string;
  readonly template?: string;
  readonly spoil: (designer: DesignerPage) => Promise<void>;
  readonly problem: RegExp;
  readonly fix: string | RegExp;
  /** What the mended design shows. */
  readonly mended?: (designer: DesignerPage) => Promise<void>;
}

async function remove(designer: DesignerPage, name: string, index = 0): Promise<void> {
  await designer
    .layers(name)
    .nth(index)
    .click({ position: { x: 30, y: 10 } });
  await designer.canvas().focus();
  await designer.page.keyboard.press('Delete');
}

async function addAfter(designer: DesignerPage, name: string, title: string): Promise<void> {
  await designer.select(designer.layers(name).first());
  await designer.paletteItem(title).click();
}

async function connectByKey(designer: DesignerPage, from: string, to: string): Promise<void> {
  await designer.select(designer.layers(from).last());
  await designer.canvas().focus();
  await designer.page.keyboard.press('c');
  await designer.page.getByRole('combobox', { name: 'Search layers' }).fill(to);
  await designer.page.keyboard.press('Enter');
}

const CASES: readonly Case[] = [
  {
    title: 'a dense layer behind an image wants a Flatten layer',
    spoil: (designer) => remove(designer, 'Flatten'),
    problem: /The input is an image of 5 × 5 × 16, but the layer takes a vector/,
    fix: 'Insert Flatten',
    mended: (designer) => expect(designer.layers('Flatten')).toHaveCount(1),
  },
  {
    title: 'a kernel larger than its input is named with both sizes',
    async spoil(designer) {
      await designer.select(designer.layers('Conv2D').nth(1));
      await designer.set('Kernel, height', '40');
    },
    problem: /The window is 40 tall, but the input only 14/,
    fix: /^Set /,
  },
  {
    title: 'unequal shapes are added after a projection',
    template: 'ResNet',
    async spoil(designer) {
      await designer.page.keyboard.press('Escape');
      // The second block's shortcut: a 1 × 1 convolution and its normalization.
      await remove(designer, 'Conv2D, Filters 16, Kernel 1 × 1, Stride 2 × 2');
    },
    problem: /The inputs have the shapes .* but only equal shapes can be added/,
    fix: /^Insert a 1 × 1 projection \(16 filters\)$/,
    mended: (designer) => expect(designer.layers(/Conv2D, Filters 16, Kernel 1 × 1/)).toHaveCount(1),
  },
  {
    title: 'images of unequal sizes are not put together',
    async spoil(designer) {
      await addAfter(designer, 'MaxPool2D', 'Concatenate');
      await designer.connect(designer.layers('Tanh').first(), designer.layers('Concatenate'));
    },
    problem: /all sizes except the last must be equal/,
    fix: /^Insert/,
  },
  {
    title: 'an input of another shape than the data set is set to it',
    async spoil(designer) {
      await designer.select(designer.layers('Input'));
      await designer.set('Shape, width', '32');
    },
    problem: /The input is 28 × 32 × 1, but a sample of MNIST is 28 × 28 × 1/,
    fix: 'Set shape to 28 × 28 × 1',
  },
  {
    title: 'a network with another number of outputs than classes gets the right one',
    async spoil(designer) {
      await designer.select(designer.layers('Dense').last());
      await designer.set('Units', '12');
    },
    problem: /The network gives 12 values, but MNIST has 10 classes/,
    fix: 'Set units to 10',
  },
  {
    title: 'softmax in the middle is found',
    spoil: (designer) => addAfter(designer, 'Flatten', 'Softmax'),
    problem: /Softmax in the middle squeezes/,
    fix: 'Remove the layer',
    mended: (designer) => expect(designer.layers('Softmax')).toHaveCount(1),
  },
  {
    title: 'a layer without input is connected or removed',
    async spoil(designer) {
      await designer.page.keyboard.press('Escape');
      await designer.paletteItem('Dropout').click();
    },
    problem: /The layer has no input|Nothing takes this layer’s output/,
    fix: 'Remove the layer',
    mended: (designer) => expect(designer.layers('Dropout')).toHaveCount(0),
  },
  {
    title: 'half a filter is rounded',
    async spoil(designer) {
      await designer.select(designer.layers('Conv2D').first());
      await designer.set('Filters', '6.4');
    },
    problem: /6\.4 is not a whole number/,
    fix: 'Set filters to 6',
  },
  {
    title: 'a number out of range is brought back into it',
    async spoil(designer) {
      await designer.select(designer.layers('Conv2D').first());
      await designer.set('Filters', '0');
    },
    problem: /0 is outside 1 to 65,536/,
    fix: 'Set filters to 1',
  },
  {
    title: 'a cycle is drawn, named and cut',
    async spoil(designer) {
      await connectByKey(designer, 'Tanh', 'flatten');
    },
    problem: /lead in a circle/,
    fix: 'Remove the connection',
  },
];

for (const { title, template, spoil, problem, fix, mended } of CASES) {
  test(title, async ({ page }) => {
    const designer = new DesignerPage(page);
    await designer.open();
    if (template !== undefined) await designer.openTemplate(template);
    await spoil(designer);
    await designer.openPanel('Problems');
    const row = designer.problem(problem).first();
    await expect(row).toBeVisible();
    // A bad layer never makes a flood downstream.
    expect(await designer.problems().count()).toBeLessThanOrEqual(3);
    await expect(row.getByText(/^(Error|Warning)$/)).toBeAttached();

    await row.getByRole('button', { name: fix }).first().click();
    await expect(designer.problem(problem)).toHaveCount(0);
    await expect(designer.problems().getByText(/^(Error|Warning)$/)).toHaveCount(0);
    await mended?.(designer);

    await designer.undo();
    await expect(designer.problem(problem).first()).toBeVisible();
  });
}

test('a click on a problem selects its place and puts the focus on its field', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.select(designer.layers('Dense').last());
  await designer.set('Units', '0');
  await designer.openPanel('Problems');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(designer.inspector()).toContainText('Data set');

  await designer
    .problem(/0 is outside 1 to 65,536/)
    .getByRole('button', { name: /outside/ })
    .click();
  const field = designer.inspector().getByRole('spinbutton', { name: 'Units' });
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(designer.inspector().getByText(/0 is outside 1 to 65,536/)).toBeVisible();
  await designer.inspector().getByRole('button', { name: 'Set units to 1' }).click();
  await expect(field).toHaveValue('1');
});

test('a layer and an edge at fault are marked by more than colour', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await remove(designer, 'Flatten');
  const dense = designer.layers('Dense').first();
  await expect(dense.getByRole('img', { name: '1 error' })).toBeVisible();
  await expect(dense).toHaveAccessibleName(/1 problem$/);
  const edge = designer.canvas().getByRole('group', { name: 'Connection from MaxPool2D to Dense, with a problem' });
  await expect(edge).toContainText('⚠');
  await expect(designer.problems()).toHaveCount(0);
  const point = await centre(dense);
  await page.mouse.click(point.x, point.y);
  await expect(designer.inspector().getByRole('button', { name: 'Insert Flatten' })).toBeVisible();
});

test('a design in order says whether a data set was there to hold it against', async ({ page }) => {
  const designer = new DesignerPage(page);
  await designer.open();
  await designer.openPanel('Problems');
  const panel = page.getByRole('tabpanel').first();
  await expect(panel).toContainText('the network matches its data set');
  await designer.canvas().focus();
  await designer.inspector().getByRole('combobox', { name: 'Data set' }).selectOption('none');
  await expect(panel).toContainText('No data set is chosen to hold the network against.');
  await expect(panel).not.toContainText('matches its data set');
});
