// Finds a Chromium for tests, benchmarks and screenshots. `node scripts/browser.mjs` prints what it found.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { exclusive } from './lib/exclusive.mjs';
import { inRoot } from './lib/paths.mjs';

const SYSTEM = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};

/** Works with every browser above, with and without a GPU; WebGL and WebGPU fall back to software. */
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-unsafe-swiftshader',
  '--use-angle=swiftshader',
  '--ignore-gpu-blocklist',
  // SwiftShader is for WebGL and WebGPU. Left to draw the page with it as well, the browser compiles a shader for each
  // new kind of drawing and stands still for up to 20 s meanwhile.
  '--disable-gpu-compositing',
  // A moving test picture stands for a camera, and nobody is there to allow it.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return own !== '' && existsSync(own) ? { executablePath: own, env: {} } : undefined;
}

/** The package's own list of font folders is written for another place: with it no letter would have a height. */
function writeFontList(folder) {
  const fonts = path.join(folder, 'fonts');
  const dirs = [fonts, '/usr/share/fonts', '/usr/local/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  const cache = `<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`;
  writeFileSync(path.join(folder, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${dirs}${cache}</fontconfig>\n`);
}

/**
 * The Chromium that comes as a package, so that tests need nothing installed by hand (linux x64 only). It unpacks itself
 * and the system libraries it needs into a folder of ours: the default, the temporary folder, would be reused whatever
 * version lies there. Its own argument list (one process, no web security) is not for tests.
 */
async function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (!existsSync(inRoot('node_modules/@sparticuz/chromium'))) return undefined;
  const folder = inRoot('node_modules/.cache/chromium');
  mkdirSync(folder, { recursive: true });
  const kept = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    writeFontList(folder);
    return { executablePath, env: { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'), FONTCONFIG_PATH: folder } };
  } finally {
    for (const [name, value] of Object.entries(kept)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function chosenByUser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen === undefined || chosen === '') return undefined;
  if (!existsSync(chosen)) throw new Error(`CHROME_PATH is ${chosen}, but there is no such file.`);
  return { executablePath: chosen, env: {} };
}

function systemBrowser() {
  const found = (SYSTEM[process.platform] ?? []).find((file) => existsSync(file));
  return found === undefined ? undefined : { executablePath: found, env: {} };
}

/** The first browser found: CHROME_PATH, the system's, Playwright's own, the packaged one. */
export async function findBrowser() {
  const found = chosenByUser() ?? systemBrowser() ?? (await playwrightsOwn()) ?? (await exclusive('browser', packaged));
  if (found === undefined) {
    throw new Error('No Chromium found: install Chrome or Chromium, or set CHROME_PATH to the program.');
  }
  return { ...found, args: ARGS };
}

/** Starts it with Playwright; the caller closes it. */
export async function launchBrowser(options = {}) {
  const { chromium } = await import('@playwright/test');
  const { executablePath, env, args } = await findBrowser();
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env }, ...options });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { executablePath } = await findBrowser();
  const browser = await launchBrowser();
  console.log(`${executablePath} (${browser.version()})`);
  await browser.close();
}
