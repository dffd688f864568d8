// npm run bench -- gpu [Chromium's own arguments]: a training step on WebGPU and WebGL against WebAssembly on the processor,
// for LeNet-5 and, where the graphics card is a real one, AlexNet. Without arguments the browser chooses how to reach
// the card; a machine without a screen may need, say, --use-angle=vulkan --enable-features=Vulkan.
import { openWorker } from '../worker/open-worker.mjs';

const ARGS = ['--no-sandbox', '--enable-unsafe-webgpu', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
const LENET = { name: 'LeNet-5', batchSize: 64, steps: 20, mostSeconds: 10 };
const SMALL_LENET = { name: 'LeNet-5', batchSize: 16, steps: 3, mostSeconds: 5 };
const ALEXNET = { name: 'AlexNet', batchSize: 32, steps: 10, mostSeconds: 30 };

async function report(perform, work, cards) {
  console.log(`\n${work.name}, batch ${work.batchSize}, plain gradient descent; the fastest step`);
  const wasm = await perform({ kind: 'steps', ...work, backend: 'wasm' });
  console.log(`  wasm: ${wasm.toFixed(1)} ms`);
  for (const { name } of cards) {
    try {
      const ms = await perform({ kind: 'steps', ...work, backend: name });
      console.log(`  ${name}: ${ms.toFixed(1)} ms; ${(wasm / ms).toPrecision(3)} times the speed of wasm`);
    } catch (error) {
      console.log(`  ${name}: failed: ${error.message.split('\n')[0]}`);
    }
  }
}

const WORKER = 'bench/gpu/bench-worker.ts';

async function cardsOf({ perform }) {
  const cards = (await perform({ kind: 'probe' })).filter(({ name }) => name === 'webgpu' || name === 'webgl');
  // WebGL first: a graphics process that WebGPU has brought down takes WebGL with it.
  return cards.reverse();
}

async function withWorker(options, use) {
  const worker = await openWorker(WORKER, options);
  try {
    return await use(worker);
  } finally {
    await worker.close();
  }
}

const hasCard = await withWorker({ browser: { args: [...ARGS, ...process.argv.slice(2)] } }, async (worker) => {
  const cards = await cardsOf(worker);
  for (const { name, available, detail, software } of cards) {
    const kind = software ? 'imitated on the processor' : 'a graphics card';
    console.log(`${name}: ${available ? `${detail} (${kind})` : `not there (${detail})`}`);
  }
  const real = cards.filter(({ available, software }) => available && !software);
  if (real.length === 0) return false;
  await report(worker.perform, LENET, real);
  await report(worker.perform, ALEXNET, real);
  return true;
});

if (!hasCard) {
  console.log('\nNo graphics card here: AlexNet is left out, and the figures say nothing about one.');
  // With the arguments of the tests, which make the imitation work.
  await withWorker({}, async (worker) => {
    const usable = (await cardsOf(worker)).filter(({ available }) => available);
    await report(worker.perform, SMALL_LENET, usable);
  });
}
