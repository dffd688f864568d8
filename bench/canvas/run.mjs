// npm run bench -- canvas [layers]: opens a design of 2,000 layers in the built page, drags one of them and moves the view,
// and reports what a person waits for (aims: open in 1 s; frames of 17 ms in the median, 95 % within 34 ms).
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../../scripts/browser.mjs';
import { bundleForNode } from '../../scripts/lib/bundle.mjs';
import { ensureBuild } from '../../scripts/lib/build.mjs';
import { serve } from '../../scripts/lib/listen.mjs';

const LAYERS = Number(process.argv[2] ?? 2000);
const AIMS = { open: 1000, median: 17, most: 34 };
const STEPS = 120;

const { designFile } = await import(
  pathToFileURL(await bundleForNode('bench/canvas/design-file.ts', 'bench-canvas')).href
);
const served = await serve(await ensureBuild());
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(served.url, { waitUntil: 'networkidle' });
  await page.locator('.react-flow__node').first().waitFor();
  const opened = await page.evaluate(openFile, { text: designFile(LAYERS), layers: LAYERS });
  report(`open ${LAYERS} layers`, opened, AIMS.open);
  reportFrames('move the view from afar', await framesWhile(page, () => sweep(page, { x: 660, y: 300 })));
  await goNear(page);
  const layer = await findPoint(page, '.react-flow__node [class*="title"]');
  reportFrames('drag a layer', await framesWhile(page, () => sweep(page, layer)));
  const pane = await findPoint(page, '.react-flow__pane');
  reportFrames('move the view', await framesWhile(page, () => sweep(page, pane)));
} finally {
  await browser.close();
  await served.close();
}

/** In the page: drops the file on the canvas and waits until its layers are drawn and the page is at rest. */
function openFile({ text }) {
  const files = new DataTransfer();
  files.items.add(new File([text], 'large.shapeflow.json', { type: 'application/json' }));
  const canvas = document.body;
  const start = performance.now();
  for (const type of ['dragover', 'drop']) {
    canvas.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }));
  }
  return new Promise((resolve) => {
    const look = () => {
      // LeNet-5, which is open before, has no batch normalization; from afar the whole is one picture.
      const drawn = document.querySelector('[data-overview], .react-flow__node[data-id^="batch_norm"]');
      if (drawn === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    };
    look();
  });
}

/** Goes from the picture of the whole to where layers can be worked on. */
async function goNear(page) {
  await page.mouse.dblclick(660, 430);
  await page.locator('.react-flow__node').first().waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 500))));
}

/** A point of a layer, or of the empty canvas, away from the edges of the view. */
async function findPoint(page, selector) {
  const point = await page.evaluate((wanted) => {
    for (let y = 200; y < 650; y += 10) {
      for (let x = 350; x < 950; x += 10) {
        const element = document.elementFromPoint(x, y);
        if (element?.closest(wanted)) return { x, y };
      }
    }
    return null;
  }, selector);
  if (point === null) throw new Error(`there is no ${selector} in the middle of the view`);
  return point;
}

async function sweep(page, from) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step++) await page.mouse.move(from.x + 90 * Math.sin(step / 8), from.y + step / 2);
  await page.mouse.up();
}

/** Milliseconds between the frames that the browser draws while `work` goes on. */
async function framesWhile(page, work) {
  await page.evaluate(() => {
    const times = [];
    const tick = (now) => {
      times.push(now);
      window.frameRequest = requestAnimationFrame(tick);
    };
    window.frameTimes = times;
    window.frameRequest = requestAnimationFrame(tick);
  });
  await work();
  return page.evaluate(() => {
    cancelAnimationFrame(window.frameRequest);
    return window.frameTimes.slice(1).map((time, index) => time - window.frameTimes[index]);
  });
}

function quantile(values, share) {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
}

function report(what, ms, aim) {
  console.log(`${what}: ${ms.toFixed(0)} ms (aim ${aim} ms)`);
  if (ms > aim) process.exitCode = 1;
}

function reportFrames(what, frames) {
  const [median, most] = [quantile(frames, 0.5), quantile(frames, 0.95)];
  console.log(
    `${what}: ${frames.length} frames, median ${median.toFixed(1)} ms (aim ${AIMS.median}), 95 % within ${most.toFixed(1)} ms (aim ${AIMS.most})`,
  );
  if (median > AIMS.median + 0.5 || most > AIMS.most + 0.5) process.exitCode = 1;
}
