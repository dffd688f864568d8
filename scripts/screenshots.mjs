// npm run screenshots [-- NAME …]: builds the page and takes the pictures of the README anew, into docs/pictures.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { ensureBuild } from './lib/build.mjs';
import { ensureInstall } from './lib/install.mjs';
import { serve } from './lib/listen.mjs';
import { inRoot } from './lib/paths.mjs';

/** Each picture: its file name, what the system says about light and dark, and what is done before it is taken. */
const PICTURES = [
  { name: 'designer', colorScheme: 'light', prepare: selectConvolution },
  { name: 'problems', colorScheme: 'light', prepare: breakTheDesign },
  { name: 'training', colorScheme: 'light', prepare: train },
  { name: 'inside', colorScheme: 'light', prepare: lookInside },
  { name: 'inside-top', colorScheme: 'light', prepare: findTopNine },
  { name: 'inside-why', colorScheme: 'dark', prepare: askWhy },
  { name: 'inside-compare', colorScheme: 'light', prepare: compareInside },
  { name: 'inside-map', colorScheme: 'light', prepare: mapTheData },
  { name: 'code', colorScheme: 'dark', prepare: showCode },
  { name: 'residual', colorScheme: 'dark', prepare: openResidualNetwork },
];

async function selectSecondConvolution(page) {
  await page.getByRole('main').getByText('Conv2D').nth(1).click();
  await page.getByRole('textbox', { name: 'Name' }).waitFor();
}

async function selectConvolution(page) {
  await selectSecondConvolution(page);
  await page.getByRole('tab', { name: 'Summary' }).click();
  await page.getByRole('table').first().waitFor();
}

async function breakTheDesign(page) {
  await page.getByRole('main').getByText('Flatten').click();
  await page.keyboard.press('Delete');
  await page.getByRole('tab', { name: /^Problems/ }).click();
  await page.getByRole('button', { name: 'Insert Flatten' }).first().waitFor();
}

/** A whole run: two epochs on all of MNIST. */
async function train(page) {
  await page.getByRole('tab', { name: 'Training' }).click();
  const run = page.getByRole('region', { name: 'Run', exact: true });
  await run.getByRole('button', { name: 'Train' }).click();
  await run.getByRole('button', { name: 'Test accuracy' }).waitFor({ timeout: 600_000 });
}

/** The maps of the trained network, one of the second convolution's held. */
async function lookInside(page, layer = 'Conv2D, 10 × 10 × 16', unit = 3) {
  await train(page);
  await page.keyboard.press('Alt+Shift+6');
  await page.getByRole('option', { name: layer }).click();
  await page.getByRole('listbox', { name: /^(Maps|Values) of / }).focus();
  for (let at = 0; at < unit; at += 1) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(300); // the order of the grid comes with the look
  }
  await page.getByRole('tab', { name: 'Unit', exact: true }).click();
  await page.waitForTimeout(1000);
}

async function findTopNine(page) {
  await lookInside(page);
  await page.getByRole('tab', { name: 'Top nine' }).click();
  await page.getByRole('button', { name: 'Find the best nine' }).click();
  await page.getByText('Kept with the run').waitFor({ timeout: 300_000 });
}

async function askWhy(page) {
  await lookInside(page);
  await page.getByRole('tab', { name: 'Why', exact: true }).click();
  await page.getByRole('combobox', { name: 'Method' }).selectOption('Gradient × input');
  await page.waitForTimeout(2000);
}

async function compareInside(page) {
  await lookInside(page);
  await page.getByRole('tab', { name: 'Compare', exact: true }).click();
  await page.getByRole('combobox', { name: 'B is', exact: true }).selectOption('itself before training');
  await page.waitForTimeout(2000);
}

async function mapTheData(page) {
  await lookInside(page, 'Dense, 84');
  await page.getByRole('tab', { name: 'Map of the data' }).click();
  await page.getByRole('combobox', { name: 'Method' }).selectOption('UMAP');
  await page.getByRole('button', { name: 'Make the map' }).click();
  await page.getByRole('button', { name: 'Make anew' }).waitFor({ timeout: 300_000 });
}

async function showCode(page) {
  await page.getByRole('tab', { name: 'Code' }).click();
  await page.getByText('0 type errors').waitFor({ timeout: 60_000 });
  await selectSecondConvolution(page);
}

async function openResidualNetwork(page) {
  await page.keyboard.press('Alt+Shift+G');
  await page.getByRole('dialog').getByRole('button', { name: 'Tiny ResNet' }).click();
  await page.getByRole('main').getByText('Add').first().waitFor();
}

const FOLDER = inRoot('docs/pictures');

async function takePicture(browser, url, { name, colorScheme, prepare }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('main').waitFor();
  await prepare(page);
  const file = path.join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  await context.close();
  console.log(path.relative(inRoot(), file));
}

await ensureInstall();
const served = await serve(await ensureBuild());
const browser = await launchBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  const asked = process.argv.slice(2);
  const chosen = PICTURES.filter(({ name }) => asked.length === 0 || asked.includes(name));
  for (const picture of chosen) await takePicture(browser, served.url, picture);
} finally {
  await browser.close();
  await served.close();
}
