// Opens the built page in a browser, as on a first visit, and weighs the scripts it asks for: docs/decisions/0007.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from './browser.mjs';
import { serve } from './lib/listen.mjs';
import { buildPlace, inRoot } from './lib/paths.mjs';
import { findFile } from './lib/static-files.mjs';

const BUDGETS = [
  { name: 'first load: the scripts that the HTML names', budgetKb: 220, counts: ({ isInHtml }) => isInHtml },
  { name: 'until the canvas is ready and the page at rest', budgetKb: 330, counts: () => true },
];
const REST_MS = 1500;
const PATIENCE_MS = 120_000;

/** A text that every build of a package holds, and a file that proves it still does. */
const KEPT_OUT = [
  { name: 'TensorFlow.js', text: 'tfjsflags', proof: 'node_modules/@tensorflow/tfjs-core/dist/tf-core.min.js' },
  {
    name: 'Monaco',
    text: 'monaco-aria-container',
    proof: 'node_modules/monaco-editor/esm/vs/base/browser/ui/aria/aria.js',
  },
];

async function open(url) {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  // What is weighed is bytes: a busy machine may take its time.
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('application').getByRole('group').first().waitFor();
  return browser;
}

/** The paths of the files asked for, by page and workers alike, from the first request until none came for REST_MS. */
async function requestedPaths(out) {
  const paths = new Set();
  let last = Date.now();
  const served = await serve(out, {
    onRequest: ({ url }) => {
      last = Date.now();
      paths.add(url.split(/[?#]/, 1)[0]);
    },
  });
  const browser = await open(served.url);
  try {
    while (Date.now() - last < REST_MS) await wait(100);
    return [...paths];
  } finally {
    await browser.close();
    await served.close();
  }
}

/** What the HTML itself makes a browser of today fetch: no script for older ones, none that other scripts ask for. */
function scriptsInHtml(out) {
  const tags = readFileSync(path.join(out, 'index.html'), 'utf8').match(/<(script|link)\b[^>]*>/g) ?? [];
  const isFetched = (tag) =>
    !/\bnomodule\b/i.test(tag) && (tag.startsWith('<script') || /\bas="script"|modulepreload/.test(tag));
  return new Set(tags.filter(isFetched).map((tag) => /\b(?:src|href)="([^"?]+)/.exec(tag)?.[1]));
}

async function readScripts(out, paths) {
  const inHtml = scriptsInHtml(out);
  const found = await Promise.all(paths.map((path) => findFile(out, path)));
  return found
    .map((info, index) => ({ info, path: paths[index] }))
    .filter(({ info }) => info?.type.startsWith('text/javascript'))
    .map(({ info, path }) => ({ path, bytes: readFileSync(info.file), isInHtml: inHtml.has(path) }));
}

function intruders(scripts) {
  return KEPT_OUT.flatMap(({ name, text, proof }) => {
    if (!readFileSync(inRoot(proof)).includes(text)) return [`"${text}" no longer marks ${name}: choose another text`];
    return scripts.filter(({ bytes }) => bytes.includes(text)).map(({ path }) => `${name} is in ${path}`);
  });
}

const { out } = buildPlace();
const scripts = await readScripts(out, await requestedPaths(out));
const kilobytes = (bytes) => gzipSync(bytes, { level: 9 }).length / 1000;
const written = (kb) => `${kb.toFixed(1).padStart(7)} KB gz`;
for (const { path, bytes, isInHtml } of scripts) {
  console.log(`${written(kilobytes(bytes))}  ${isInHtml ? 'HTML' : '    '}  ${path}`);
}

const faults = intruders(scripts);
for (const { name, budgetKb, counts } of BUDGETS) {
  const total = scripts.filter(counts).reduce((sum, { bytes }) => sum + kilobytes(bytes), 0);
  console.log(`${written(total)}  ${name}; the budget is ${budgetKb} KB`);
  if (total === 0) faults.push(`no script was counted for "${name}"`);
  if (total > budgetKb) faults.push(`${(total - budgetKb).toFixed(1)} KB over the budget: ${name}`);
}
for (const fault of faults) console.error(`First load: ${fault}.`);
process.exitCode = faults.length === 0 ? 0 : 1;
