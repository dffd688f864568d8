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
  { name: 'designer-light', colorScheme: 'light', prepare: async () => {} },
  { name: 'designer-dark', colorScheme: 'dark', prepare: async () => {} },
];

const FOLDER = inRoot('docs/pictures');

async function takePicture(browser, url, { name, colorScheme, prepare }) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, colorScheme, locale: 'en-US' });
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
