import type { Page } from '@playwright/test';
import { decodeNpy, readNpyHeader } from '@/lib/datasets/import/formats/npy';
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { openTraining, setSmallRun, testAccuracy } from './training-page';

const pairs = (page: Page) => page.getByRole('listbox', { name: /^Units of / });
const choice = (page: Page) => page.getByRole('combobox', { name: 'B is', exact: true });
const unit = (page: Page) => pairs(page).getByRole('option', { selected: true });

test('a trained network is set beside itself with another input, before its training and after an epoch, until the run is deleted', async ({
  page,
}) => {
  const training = await openTraining(page);
  await setSmallRun(training, { share: '2', epochs: '2' });
  await training.set('Keep every … epochs', '1');
  // The run's data comes when Compare has been seen beside a run of which nothing is kept.
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/datasets/**', (route) => released.then(() => route.continue()));
  await training.button('Train').click();
  await page.keyboard.press('Alt+Shift+6');
  await page.getByRole('tab', { name: 'Compare', exact: true }).click();
  await expect(choice(page)).toBeVisible();
  release();
  await page.getByRole('tab', { name: 'Training', exact: true }).click();
  await testAccuracy(training);
  await page.keyboard.press('Alt+Shift+6');

  // The first two test samples of MNIST: a seven and a two.
  await expect(pairs(page)).toContainText('A: sample 0');
  await expect(pairs(page)).toContainText('B: sample 1');
  await page.getByRole('button', { name: 'Keep A’s input for B' }).click();
  await expect(pairs(page)).toContainText('no difference at all');

  await choice(page).selectOption('itself before training');
  await expect(pairs(page)).toContainText(/B: before training.*correlation −?0\.\d+/);
  await page.getByRole('option', { name: 'Softmax, 10' }).click();
  await page.getByRole('listbox', { name: /^Units of Softmax/ }).focus();
  await page.keyboard.press('End');
  await expect(unit(page)).toHaveText(/^9: A \S+, B \S+, A − B \S+$/);
  const [a, b, difference] = numbers(await unit(page).textContent());
  expect(difference).toBeCloseTo((a ?? 0) - (b ?? 0), 2);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Take away' }).click();
  await page.getByRole('menuitem', { name: 'Difference A − B of the layer (.npy)' }).click();
  const bytes = new Uint8Array(readFileSync(await (await saved).path()));
  const header = readNpyHeader(bytes);
  const values = decodeNpy(header, bytes.subarray(header.offset));
  expect(header.shape).toEqual([10]);
  // Two rows of probabilities: what one class has more, others have less.
  expect(Array.from(values, Number).reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 4);
  expect(values[9]).toBeCloseTo(difference ?? Number.NaN, 3);

  // What is kept of the last epoch is what was trained, bit for bit; what is kept of the first is not.
  await choice(page).selectOption('LeNet-5 #1');
  await expect(pairs(page)).toContainText('B: LeNet-5 #1, epoch 1');
  await expect(pairs(page)).not.toContainText('no difference at all');
  await page.getByRole('combobox', { name: 'after', exact: true }).selectOption('epoch 2');
  await expect(pairs(page)).toContainText('no difference at all');
  await expect(pairs(page)).toContainText('A: LeNet-5 #1, epoch 2');

  // Weights that a person took are named after their epoch, not after what the run came to.
  await page.getByRole('tab', { name: 'Training', exact: true }).click();
  await page.getByRole('button', { name: 'Test the weights “Epoch 1”' }).click();
  await page.keyboard.press('Alt+Shift+6');
  await expect(pairs(page)).toContainText('A: LeNet-5 #1, epoch 1');
  await expect(pairs(page)).not.toContainText('no difference at all');

  await page.getByRole('tab', { name: 'Runs', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Show LeNet-5 #1' }).check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.keyboard.press('Alt+Shift+6');
  await page.getByRole('tab', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This run is gone' })).toBeVisible();
  await choice(page).selectOption('another input, same weights');
  await expect(pairs(page)).toContainText('B: sample 0');
});

function numbers(text: string | null): readonly number[] {
  return [...(text ?? '').replaceAll('−', '-').matchAll(/(?:A|B) (-?[\d.]+(?:E-?\d+)?)/g)].map(([, digits]) =>
    Number(digits),
  );
}
