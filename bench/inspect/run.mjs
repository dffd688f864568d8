// npm run bench -- inspect: looking inside on WebAssembly, in the worker, without the message to the page. How often LeNet-5
// is looked at in a second; all maps of a layer read at once and drawn as one picture, beside tf.browser.toPixels for each of
// them; going from layer to layer of AlexNet. Times are the fastest.
import { openWorker } from '../worker/open-worker.mjs';

const round = (ms) => ms.toPrecision(ms < 100 ? 2 : 3);
const share = (part, whole) => (part / whole).toPrecision(2);

const worker = await openWorker('bench/inspect/bench-worker.ts');
const { perform } = worker;

async function looks() {
  const job = { kind: 'looks', name: 'LeNet-5', layer: 'conv2d_1', count: 30 };
  const { alone, withMiniatures, layers } = await perform(job);
  console.log('LeNet-5, a new picture each time');
  console.log(`  one layer: ${round(alone)} ms, ${(1000 / alone).toFixed(0)} looks a second`);
  console.log(`  and a miniature of all ${layers}: ${round(withMiniatures)} ms, ${(1000 / withMiniatures).toFixed(0)}`);
}

async function maps(name, layer, count) {
  const { shape, forward, ours, perMap, painting } = await perform({ kind: 'maps', name, layer, count });
  console.log(`\n${name} ${layer}: ${shape[2]} maps of ${shape[0]} × ${shape[1]}`);
  console.log(`  the forward pass as far as it: ${round(forward)} ms`);
  console.log(`  read at once and drawn as a grid: ${round(ours)} ms, of it drawing ${round(painting)} ms`);
  console.log(`  tf.browser.toPixels for each map: ${round(perMap)} ms`);
  const whole = share(forward + ours, forward + perMap);
  console.log(`  ours takes ${share(ours, perMap)} of that; with the forward pass ${whole}`);
}

async function layers() {
  const names = [1, 2, 3, 4, 5].map((at) => `conv2d_${at}`);
  const { forward, layers: times } = await perform({ kind: 'layers', name: 'AlexNet', layers: names, count: 15 });
  console.log(`\nAlexNet, a new picture: ${round(forward)} ms; then, of the same picture,`);
  for (const name of names) console.log(`  ${name}: ${round(times[name])} ms`);
}

try {
  await looks();
  await maps('LeNet-5', 'conv2d_1', 30);
  await maps('AlexNet', 'conv2d_1', 15);
  await maps('AlexNet', 'conv2d_5', 15);
  await layers();
} finally {
  await worker.close();
}
