// npm run bench -- training: our training on WebAssembly against model.fit, ConvNetJS and PyTorch (where installed), our
// kernels against tfjs's, and our loop against model.fit, in turns in one run. Instead of all that, with
//   --against   only the first of these;
//   --costs     only what the look at gradients and the checkpoints cost;
//   --profile   where a step's time goes;
//   --full      LeNet-5 on all of MNIST with the default settings.
import { openWorker } from '../worker/open-worker.mjs';
import { processorSeconds } from './processor-time.mjs';
import { startPytorch } from './pytorch.mjs';

const LOOPS = [
  { name: 'LeNet-5', backend: 'wasm', examples: 4096, rounds: 5, aim: 1 },
  { name: 'LeNet-5 with max pooling', backend: 'wasm', examples: 4096, rounds: 5 },
  { name: 'dense 784-32-10', backend: 'wasm', examples: 16384, rounds: 5 },
  { name: 'LeNet-5', backend: 'webgl', examples: 256, rounds: 3, aim: 1 },
  { name: 'dense 784-32-10', backend: 'webgl', examples: 4096, rounds: 5, aim: 1.4 },
];
const KERNEL_AIM = 4;
/** Of PyTorch's speed on one thread. */
const PYTORCH_AIM = 0.5;
const AGAINST_ROUNDS = 5;
/** Examples of a round; a multiple of the batch. */
const AGAINST = { ours: 4096, fit: 4096, convnetjs: 256, pytorch: 4096 };

/** LeNet-5 on as many examples as its default split of MNIST has, nearly; in turns of so few that all ran alike. */
const COSTS = { rounds: 3, turns: 28, batches: 30 };
/** Shares of the time of training. */
const COST_AIMS = { health: 0.05, checkpoints: 0.02 };

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The ratio of each round, since both halves of a round ran under the same conditions. */
function medianRatio(numerators, denominators) {
  return median(numerators.map((value, round) => value / denominators[round]));
}

function withAim(ratio, aim) {
  return `${ratio.toFixed(2)}×${aim === undefined ? '' : ` (aim ${aim}×)`}`;
}

/** Examples per second of the processor, of each contender in each round. */
async function measureAgainst(perform, pytorch) {
  const contenders = ['ours', 'fit', 'convnetjs', ...(pytorch === null ? [] : ['pytorch'])];
  const speeds = Object.fromEntries(contenders.map((name) => [name, []]));
  // The first round compiles and warms up: it does not count.
  for (let round = -1; round < AGAINST_ROUNDS; round += 1) {
    for (const name of contenders) {
      const examples = AGAINST[name];
      const before = processorSeconds();
      const seconds =
        name === 'pytorch'
          ? (await pytorch.epoch(examples)).processor
          : (await perform({ kind: 'epoch', of: name, examples }), processorSeconds() - before);
      if (round >= 0) speeds[name].push(examples / seconds);
    }
  }
  return speeds;
}

async function reportAgainst(perform) {
  const pytorch = await startPytorch();
  const speeds = await measureAgainst(perform, pytorch);
  pytorch?.close();
  const titles = {
    ours: 'ours',
    fit: 'model.fit on our kernels',
    convnetjs: 'ConvNetJS (momentum; it has no Adam)',
    pytorch: `PyTorch ${pytorch?.version}, one thread`,
  };
  console.log(`LeNet-5, batch 64, Adam, wasm; examples per second of the processor, ${AGAINST_ROUNDS} rounds in turns`);
  for (const [name, values] of Object.entries(speeds)) {
    const aim = name === 'pytorch' ? PYTORCH_AIM : undefined;
    const ratio = name === 'ours' ? '' : `; ours / this ${withAim(medianRatio(speeds.ours, values), aim)}`;
    const range = `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`;
    console.log(`  ${titles[name]}: ${Math.round(median(values))} (${range})${ratio}`);
  }
  if (pytorch === null) console.log('  PyTorch is not installed here: not compared');
}

async function reportLoops(perform) {
  for (const { aim, ...loop } of LOOPS) {
    const { ours, fit, fitWithCallback } = await perform({ kind: 'loops', ...loop });
    console.log(`\n${loop.name} on ${loop.backend}, ${loop.examples} examples a round, ${loop.rounds} rounds`);
    console.log(`  examples per second: ours ${Math.round(median(ours))}, model.fit ${Math.round(median(fit))},`);
    console.log(`  model.fit with a callback per batch ${Math.round(median(fitWithCallback))}`);
    console.log(`  ours / model.fit ${withAim(medianRatio(ours, fit), aim)}`);
    console.log(`  ours / model.fit with a callback ${withAim(medianRatio(ours, fitWithCallback))}`);
  }
}

/** Seconds of the processor for an epoch, of each kind of run in each round. */
async function measureCosts(perform) {
  const kinds = ['plain', 'health', 'checkpoints'];
  const seconds = Object.fromEntries(kinds.map((kind) => [kind, []]));
  const used = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  // The first round compiles and warms up: it does not count.
  for (let round = -1; round < COSTS.rounds; round += 1) {
    const sums = Object.fromEntries(kinds.map((kind) => [kind, 0]));
    for (let turn = 0; turn < COSTS.turns; turn += 1) {
      // Each is first as often as the others.
      const order = kinds.map((_, at) => kinds[(at + turn) % kinds.length]);
      for (const kind of order) {
        const before = processorSeconds();
        await perform({ kind: 'cost', of: kind, batches: COSTS.batches, usedMs: 1000 * used[kind] });
        const spent = processorSeconds() - before;
        sums[kind] += spent;
        used[kind] += spent;
      }
    }
    if (round >= 0) for (const kind of kinds) seconds[kind].push(sums[kind]);
  }
  return seconds;
}

async function reportCosts(perform) {
  const seconds = await measureCosts(perform);
  const epoch = COSTS.turns * COSTS.batches;
  console.log(`\nLeNet-5, batch 64, wasm: ${epoch} batches in turns of ${COSTS.batches}, ${COSTS.rounds} rounds`);
  console.log(`  with neither: ${median(seconds.plain).toFixed(2)} seconds of the processor`);
  const titles = {
    health: 'gradients looked at, their panel closed',
    checkpoints: 'checkpoints every 10 s and at the end of the epoch',
  };
  for (const [kind, title] of Object.entries(titles)) {
    const shares = seconds[kind].map((value, round) => 100 * (value / seconds.plain[round] - 1));
    const aim = ` (aim: at most ${100 * COST_AIMS[kind]} %)`;
    const range = `${Math.min(...shares).toFixed(1)} to ${Math.max(...shares).toFixed(1)}`;
    console.log(`  ${title}: ${median(shares).toFixed(1)} % more (${range})${aim}`);
  }
}

async function reportKernels(perform) {
  console.log('\nwasm kernels: ours, and tfjs’s own with the kernel gradient by im2col (ms)');
  for (const { title, ours, stock } of await perform({ kind: 'kernels', rounds: 7 })) {
    // The aim is for the kernels; the rest of a step is the same either way.
    const ratio = withAim(medianRatio(stock, ours), title.startsWith('kernel') ? KERNEL_AIM : undefined);
    console.log(`  ${title}: ${median(ours).toFixed(2)} against ${median(stock).toFixed(2)}, ${ratio}`);
  }
}

async function reportProfile(perform) {
  for (const name of ['LeNet-5', 'with normalization, 28 × 28', 'dense 784-32-10']) {
    const { total, untimed, feed, kernels } = await perform({ kind: 'profile', name });
    const inKernels = kernels.reduce((sum, { ms }) => sum + ms, 0);
    console.log(
      `\n${name}, batch 64, wasm: ${untimed.toFixed(2)} ms a step, ${Math.round(64000 / untimed)} examples/s`,
    );
    console.log(`  the batch ${feed.toFixed(2)}; timed ${total.toFixed(2)}, in kernels ${inKernels.toFixed(2)}:`);
    for (const { name: kernel, calls, ms } of kernels) {
      if (ms >= 0.02) console.log(`  ${ms.toFixed(3).padStart(8)} ms  ${calls.toFixed(1).padStart(5)} ×  ${kernel}`);
    }
  }
}

async function reportFull(perform) {
  const { outcome, report } = await perform({ kind: 'full' });
  const accuracy = (100 * report.accuracy).toFixed(2);
  console.log(
    `LeNet-5, wasm, all of MNIST, default settings: ${outcome.epochs} epochs in ${outcome.seconds.toFixed(1)} s`,
  );
  console.log(`test accuracy ${accuracy} % of ${report.count} (aim 97.5 %), test loss ${report.loss.toFixed(4)}`);
  if (report.accuracy < 0.975) process.exitCode = 1;
}

const { perform, close } = await openWorker('bench/training/bench-worker.ts');
try {
  if (process.argv.includes('--full')) await reportFull(perform);
  else if (process.argv.includes('--profile')) await reportProfile(perform);
  else if (process.argv.includes('--against')) await reportAgainst(perform);
  else if (process.argv.includes('--costs')) await reportCosts(perform);
  else {
    await reportAgainst(perform);
    await reportCosts(perform);
    await reportKernels(perform);
    await reportLoops(perform);
  }
} finally {
  await close();
}
