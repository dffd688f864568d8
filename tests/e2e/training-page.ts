import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

/** The training panel as a person sees it. */
export interface TrainingPage {
  readonly run: Locator;
  button(name: string | RegExp): Locator;
  view(name: string): Promise<void>;
  set(field: string, value: string): Promise<void>;
  choose(field: string, option: string): Promise<void>;
}

export async function openTraining(page: Page): Promise<TrainingPage> {
  await page.goto('/');
  await page.getByRole('tab', { name: 'Training', exact: true }).click();
  const training = trainingPage(page);
  await expect(training.run).toBeVisible();
  return training;
}

/** Of a page whose training panel is open. */
export function trainingPage(page: Page): TrainingPage {
  const run = page.getByRole('region', { name: 'Run', exact: true });
  return {
    run,
    button: (name) => run.getByRole('button', { name, exact: true }),
    view: (name) => page.getByRole('tab', { name, exact: true }).click(),
    set: (field, value) => page.getByRole('textbox', { name: field, exact: true }).fill(value),
    async choose(field, option) {
      await page.getByRole('region', { name: 'Settings' }).getByLabel(field, { exact: true }).selectOption(option);
    },
  };
}

/** A run of a second or two: LeNet-5 on a small share of the real digits. */
export async function setSmallRun(training: TrainingPage, { share = '3', epochs = '1' } = {}): Promise<void> {
  await training.choose('Backend', 'wasm');
  await training.set('Epochs', epochs);
  await training.set('Batch size', '32');
  await training.set('Share of data, %', share);
  await training.set('Learning rate', '0.003');
}

/** A run that is still going on when a test has done what it wants to do. */
export function setLongRun(training: TrainingPage): Promise<void> {
  return setSmallRun(training, { share: '100', epochs: '50' });
}

/** How many batches the status tells of, from "batch 1,234 of 5,000". */
export async function batchesDone(training: TrainingPage): Promise<number> {
  const [, count = '0'] = /batch ([\d,]+) of/.exec(await training.run.innerText()) ?? [];
  return Number(count.replaceAll(',', ''));
}

export async function waitForBatches(training: TrainingPage, atLeast = 1): Promise<void> {
  await expect.poll(() => batchesDone(training), { timeout: 30_000 }).toBeGreaterThanOrEqual(atLeast);
}

export async function testAccuracy(training: TrainingPage): Promise<number> {
  const chip = training.run.getByRole('button', { name: /Test accuracy/ });
  await expect(chip).toBeVisible({ timeout: 45_000 });
  return Number.parseFloat(/([\d.]+)\s%/.exec(await chip.innerText())?.[1] ?? '');
}
