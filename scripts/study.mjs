// npm run study [-- --epochs 5 --seeds 3 --share 100 --out docs/studies --name mnist-lecture]: runs the lecture's four variants
// in the page itself, without a window, and writes the report that a person would download, as Markdown, HTML and figures.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { ensureBuild } from './lib/build.mjs';
import { ensureInstall } from './lib/install.mjs';
import { serve } from './lib/listen.mjs';
import { inRoot } from './lib/paths.mjs';

const { values: asked } = parseArgs({
  options: {
    epochs: { type: 'string', default: '5' },
    seeds: { type: 'string', default: '3' },
    /** Per cent of the training data. */
    share: { type: 'string', default: '100' },
    out: { type: 'string', default: 'docs/studies' },
    name: { type: 'string', default: 'mnist-lecture' },
  },
});

async function startStudy(page) {
  await page.getByRole('tab', { name: 'Runs', exact: true }).click();
  await page.getByRole('tab', { name: 'Studies', exact: true }).click();
  await page.getByRole('button', { name: 'New study' }).click();
  const form = page.getByRole('dialog', { name: 'New study' });
  await form.getByLabel('Base').selectOption({ label: 'The lecture’s network for MNIST' });
  await form.getByRole('button', { name: 'The lecture’s four variants' }).click();
  await form.getByLabel('Epochs', { exact: true }).fill(asked.epochs);
  await form.getByLabel('Seeds', { exact: true }).fill(asked.seeds);
  await form.getByLabel('Share of data, %').fill(asked.share);
  const add = form.getByRole('button', { name: 'Add to the queue' });
  await add.and(page.locator(':enabled')).waitFor();
  await add.click();
}

/** Tells of the queue until it is empty. */
async function watchQueue(page) {
  const queue = page.getByRole('region', { name: 'Queue' });
  const began = Date.now();
  let last = '';
  for (;;) {
    const words = await queue.innerText();
    if (words.includes('Nothing is queued')) return;
    const lines = words.split('\n').map((line) => line.trim());
    const left = lines.find((line) => / to do · /.test(line)) ?? '';
    const going = lines.findIndex((line) => line.startsWith('Running'));
    const news = `${left} · ${lines[going - 1] ?? ''} · ${lines[going] ?? ''}`;
    const seconds = Math.round((Date.now() - began) / 1000);
    if (news !== last) console.log(`${seconds} s: ${news}`);
    last = news;
    await page.waitForTimeout(1000);
  }
}

async function download(page, kind) {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: `Report: ${kind}` }).click();
  const stream = await (await coming).createReadStream();
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** Figures of their own beside the Markdown, which viewers of repositories show; `data:` addresses they do not. */
function withFiles(markdown, folder, name) {
  let number = 0;
  return markdown.replaceAll(/\(data:image\/svg\+xml,([^)]*)\)/g, (_, encoded) => {
    number += 1;
    const file = `${name}-figure-${number}.svg`;
    writeFileSync(path.join(folder, file), `${decodeURIComponent(encoded)}\n`);
    return `(${file})`;
  });
}

function madeBy() {
  const [processor] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const command = `npm run study -- --epochs ${asked.epochs} --seeds ${asked.seeds} --share ${asked.share}`;
  return {
    command,
    machine: `${os.cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${os.type()} ${os.machine()}`,
  };
}

await ensureInstall();
const served = await serve(await ensureBuild());
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-US' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(served.url);
  await page.getByRole('main').waitFor();
  await startStudy(page);
  await watchQueue(page);
  const [markdown, html] = [await download(page, 'Markdown'), await download(page, 'Web page (HTML)')];
  const folder = inRoot(asked.out);
  mkdirSync(folder, { recursive: true });
  const { command, machine } = madeBy();
  const note = `\n## How it was made\n\n\`\`\`sh\n${command}\n\`\`\`\n\non ${machine}, in Chromium without a window.\n`;
  writeFileSync(path.join(folder, `${asked.name}.md`), withFiles(markdown, folder, asked.name) + note);
  const noteHtml = `<h2>How it was made</h2><p><code>${command}</code> on ${machine}, in Chromium without a window.</p>\n</body>`;
  writeFileSync(path.join(folder, `${asked.name}.html`), html.replace('</body>', noteHtml));
  console.log(`Written: ${path.relative(inRoot(), path.join(folder, `${asked.name}.md`))}`);
} finally {
  await browser.close();
  await served.close?.();
}
