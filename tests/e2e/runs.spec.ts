import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { saveDocument } from '@/lib/document/save';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { dropFiles } from './drop-files';
import { expect, test } from './fixtures';
import { openTraining, setSmallRun, testAccuracy } from './training-page';

// Real training takes what it takes, and on a busy machine that is much.
test.describe.configure({ timeout: 180_000 });

/** LeNet-5 with every tanh a ReLU, dropped on the page as a file. */
async function openWithRelu(page: Page): Promise<void> {
  const design = saveDocument(buildLenet5()).replaceAll('"tanh"', '"relu"');
  await dropFiles(page, { name: 'relu.shapeflow.json', bytes: Buffer.from(design) });
  await expect(page.locator('.react-flow__node', { hasText: 'ReLU' })).toHaveCount(4);
}

function list(page: Page): Locator {
  return page.getByRole('region', { name: 'All runs' });
}

async function expectNoFault(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('two runs are laid over each other and told apart by what differs, in both themes without a fault', async ({
  page,
}) => {
  const training = await openTraining(page);
  await setSmallRun(training, { share: '2' });
  await training.button('Train').click();
  await testAccuracy(training);
  await openWithRelu(page);
  await setSmallRun(training, { share: '2' });
  await training.button('Train again').click();
  await expect(training.button('Train again')).toBeHidden();
  await testAccuracy(training);
  await training.view('Runs');
  await expect(list(page).getByRole('row')).toHaveCount(3);

  await test.step('the chart names the difference, the table counts it', async () => {
    await list(page).getByRole('checkbox', { name: 'Show all listed' }).check();
    const legend = page.getByRole('table', { name: /^Lines/ });
    await expect(legend.getByText('Tanh → ReLU (4×)', { exact: true }).first()).toBeVisible();
    await expect(legend.getByText('baseline: Tanh', { exact: true })).toBeVisible();
    const chart = page.getByRole('slider', { name: /^Training loss by epoch of 2 runs/ });
    await chart.focus();
    await page.keyboard.press('Home');
    await expect(chart).toHaveAttribute('aria-valuetext', /^epoch 0\.00; .*Tanh → ReLU \(4×\): 2\.\d+/);
    await expectNoFault(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNoFault(page);
    await training.view('Values');
    const row = page.getByRole('row', { name: /^Tanh → ReLU/ });
    await expect(row).toContainText(/[+−]\d\.\d{4}/);
    await expect(row).toContainText(/[+−]\d+\.\d\d pp/);
    await expectNoFault(page);
  });
});
