import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { batchesDone, openTraining, setLongRun, setSmallRun, testAccuracy, waitForBatches } from './training-page';

// Real training takes what it takes, and on a busy machine that is much.
test.describe.configure({ timeout: 120_000 });

/** The text of the loss chart's current value and its picture's description. */
function lossChart(page: Page) {
  return page.getByRole('figure').filter({ hasText: 'Loss' });
}

async function currentLoss(page: Page): Promise<number> {
  return Number.parseFloat(/\d+\.\d+/.exec(await lossChart(page).innerText())?.[0] ?? '');
}

test('one epoch on a small share of MNIST: the curves move, and the network reads unseen digits', async ({ page }) => {
  const training = await openTraining(page);
  // Long enough to be seen on its way.
  await setSmallRun(training, { share: '20' });
  await training.button('Train').click();
  await waitForBatches(training);
  const early = await currentLoss(page);
  await expect.poll(() => currentLoss(page), { timeout: 30_000 }).toBeLessThan(early);
  expect(await testAccuracy(training)).toBeGreaterThan(50);
  await expect(lossChart(page).getByRole('img')).toHaveAccessibleName(/Loss over 338 batches: from \d/);
  await page.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('row', { name: /^1 / })).toContainText('%');
});

test('the same seed gives the same run', async ({ page }) => {
  const training = await openTraining(page);
  await setSmallRun(training, { share: '1' });
  await training.button('Train').click();
  const first = await testAccuracy(training);
  const loss = await currentLoss(page);
  await training.button('Train again').click();
  expect(await testAccuracy(training)).toBe(first);
  expect(await currentLoss(page)).toBe(loss);
});

test('the automatic choice measures this network and passes over an imitated graphics card', async ({ page }) => {
  const training = await openTraining(page);
  await setSmallRun(training, { share: '1' });
  await training.choose('Backend', 'automatic');
  await training.button('Train').click();
  await testAccuracy(training);
  await expect(training.run).toContainText('WebAssembly');
  const table = page.getByRole('table', { name: 'Backend' });
  await expect(table.getByRole('row', { name: /WebAssembly/ })).toContainText(/chosen.*\d+\.\d ms/s);
  await expect(table.getByRole('row', { name: /WebGL/ })).toContainText('software only, passed over');
});

test('a run pauses, goes on, and stops; the stopped network is tested', async ({ page }) => {
  const training = await openTraining(page);
  await setLongRun(training);
  await training.button('Train').click();
  await waitForBatches(training, 5);
  await training.button('Pause').click();
  await expect(training.button('Resume')).toBeEnabled();
  await expect(training.run).toContainText('Paused');
  const paused = await batchesDone(training);
  await training.button('Resume').click();
  await waitForBatches(training, paused + 1);
  await training.button('Stop').click();
  await expect(training.run).toContainText(/Testing|Stopped after/);
  expect(await testAccuracy(training)).toBeGreaterThan(10);
  await expect(training.run).toContainText(/Stopped after [\d,]+ batches/);
});

test('editing while training is possible and marks the run as of the older design', async ({ page }) => {
  const training = await openTraining(page);
  await setLongRun(training);
  await training.button('Train').click();
  await waitForBatches(training);
  await page.getByRole('main').getByText('Tanh').first().click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('this run trains the older design')).toBeVisible();
  await waitForBatches(training, (await batchesDone(training)) + 1);
  await training.button('Stop').click();
  await testAccuracy(training);
  await expect(page.getByText('these results belong to the older design')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('older design')).toHaveCount(0);
});

/** An error that no caller catches. */
function breakLater(): void {
  setTimeout(() => {
    throw new Error('broken on purpose');
  });
}

for (const [how, kill, message] of [
  ['ends without a word', () => self.close(), 'Training ended unexpectedly'],
  ['breaks', breakLater, /Training ended unexpectedly|Something went wrong inside/],
] as const) {
  test(`a worker that ${how} gives a message, and training goes on at one click`, async ({ page }) => {
    const training = await openTraining(page);
    await setLongRun(training);
    await training.button('Train').click();
    await waitForBatches(training);
    const [worker] = page.workers();
    await worker?.evaluate(kill).catch(() => undefined);
    const alert = page.getByRole('alert').filter({ hasText: message });
    await expect(alert).toBeVisible();
    // From the start, or from a checkpoint where there was time for one.
    await alert.getByRole('button', { name: 'Restart training' }).click();
    await expect(alert).toHaveCount(0);
    await waitForBatches(training);
    await training.button('Stop').click();
    await testAccuracy(training);
  });
}

test('a run that cannot fit is refused with the figures', async ({ page }) => {
  const training = await openTraining(page);
  for (const [layer, units] of ['60000', '10000'].entries()) {
    await page.getByRole('main').getByText('Dense').nth(layer).click();
    await page.getByRole('spinbutton', { name: 'Units' }).fill(units);
  }
  await training.choose('Backend', 'wasm');
  await training.button('Train').click();
  const alert = page.getByRole('alert').filter({ hasText: 'cannot fit' });
  await expect(alert).toContainText(/needs about [\d.]+\sGB, and WebAssembly can use about [\d.]+\sGB/);
  await expect(training.button('Train')).toBeEnabled();
});

test('a design with errors is not trained, and the way to its problems is shown', async ({ page }) => {
  const training = await openTraining(page);
  await page.getByRole('main').getByText('Flatten').first().click();
  await page.keyboard.press('Delete');
  await expect(training.button('Train')).toBeDisabled();
  await expect(training.run).toContainText('The design has errors');
  await training.button('Show problems').click();
  await expect(page.getByRole('tab', { name: /Problems/ })).toHaveAttribute('aria-selected', 'true');
});

test('a diverging run stops, says what to change, and trains with it', async ({ page }) => {
  const training = await openTraining(page);
  await setSmallRun(training);
  // Without activations nothing holds the numbers back.
  for (let layer = 0; layer < 4; layer++) {
    await page.getByRole('main').getByText('Tanh').first().click();
    await page.keyboard.press('Delete');
  }
  await training.choose('Optimizer', 'sgd');
  await training.set('Learning rate', '100');
  await training.button('Train').click();
  const alert = page.getByRole('alert').filter({ hasText: 'Training diverged' });
  await expect(alert).toContainText('The learning rate 100 is too high here; try 0.01.', { timeout: 30_000 });
  await alert.getByRole('button', { name: 'Train with 0.01' }).click();
  await expect(page.getByRole('textbox', { name: 'Learning rate' })).toHaveValue('0.01');
  await testAccuracy(training);
});

test('results lead to the pictures: by a cell of the confusion matrix, by number, only the wrong ones', async ({
  page,
}) => {
  const training = await openTraining(page);
  await setSmallRun(training);
  await training.button('Train').click();
  const accuracy = await testAccuracy(training);

  await training.view('Test results');
  const cell = page.getByRole('button', { name: /pictures of 0 taken for 0/ });
  await cell.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Test digits' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Truth' })).toHaveValue('1');

  await page.getByRole('textbox', { name: 'Sample' }).fill('300');
  await page.keyboard.press('Enter');
  const detail = page.getByRole('complementary', { name: 'Sample 300' });
  await expect(detail).toContainText('truth 4');
  await expect(detail.getByRole('listitem')).toHaveCount(10);

  await page.getByRole('checkbox', { name: 'Wrong only' }).check();
  const wrong = Math.round((100 - accuracy) * 100);
  await expect(page.getByText(`${wrong.toLocaleString('en-US')} pictures`)).toBeVisible();
  const tiles = page.getByRole('list', { name: 'Test pictures' }).getByRole('button');
  await expect(tiles.first()).toHaveAccessibleName(/wrong$/);
  await expect(tiles).toHaveCount(40);
  for (const name of await tiles.evaluateAll((all) => all.map((tile) => tile.getAttribute('aria-label')))) {
    expect(name).toMatch(/, wrong$/);
  }
});

test('a digit drawn with the pointer or the keyboard is read by the network', async ({ page }) => {
  const training = await openTraining(page);
  await setSmallRun(training, { share: '6' });
  await training.button('Train').click();
  await testAccuracy(training);
  await training.view('Draw a digit');
  const area = page.getByRole('application', { name: 'Drawing area' });
  const box = await area.boundingBox();
  if (box === null) throw new Error('the drawing area is not visible');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.15);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.85, { steps: 12 });
  await page.mouse.up();
  const verdict = page.getByText(/The network sees \d/);
  await expect(verdict).toContainText('The network sees 1');

  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByText('Nothing drawn yet.')).toBeVisible();
  await area.focus();
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Space']) await page.keyboard.press(key);
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowDown');
  await expect(verdict).toContainText('The network sees 1');
});
