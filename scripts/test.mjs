// npm test: everything that must hold, from a fresh clone. Goes on after a failing step; the last line counts.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { runPlaywright } from './lib/e2e.mjs';
import { ensureInstall } from './lib/install.mjs';
import { buildPlace, inRoot } from './lib/paths.mjs';
import { packageCommand, runNode } from './lib/run.mjs';
import { jestCounts, playwrightCounts, summaryLine } from './lib/test-report.mjs';

const { results } = buildPlace();
const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };

function program(packageName, args, command) {
  return async () => {
    const status = await runNode([packageCommand(packageName, command), ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) console.error(`${command ?? packageName} failed`);
    return status === 0 ? PASSED : FAILED;
  };
}

function sum(counts) {
  const all = (key) => counts.reduce((count, each) => count + each[key], 0);
  return { passed: all('passed'), failed: all('failed'), skipped: all('skipped') };
}

/** Side by side: each keeps one processor busy. */
function together(...steps) {
  return async () => sum(await Promise.all(steps.map((step) => step())));
}

function inTurn(...steps) {
  return async () => {
    const counts = [];
    for (const step of steps) counts.push(await step());
    return sum(counts);
  };
}

function script(file) {
  return async () => ((await runNode([inRoot('scripts', file)])) === 0 ? PASSED : FAILED);
}

async function jest() {
  const report = path.join(results, 'jest.json');
  const args = ['--ci', '--json', `--outputFile=${report}`, '--maxWorkers=2'];
  // The JSON goes to its file and, again, to standard output, where nobody wants it; the readable report is on the other.
  const status = await runNode([packageCommand('jest'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  return jestCounts(report, status);
}

async function playwright() {
  const { status, report } = await runPlaywright();
  return playwrightCounts(report, status);
}

const STEPS = [
  ['lockfile', script('check-lockfile.mjs')],
  [
    'lint, types',
    together(
      program('eslint', ['.', '--max-warnings', '0']),
      inTurn(
        program('prettier', ['--check', '--log-level', 'warn', '.']),
        program('typescript', ['--noEmit'], 'tsc'),
        program('knip', ['--no-progress']),
      ),
    ),
  ],
  ['jest', jest],
  ['build', async () => (await ensureBuild(), PASSED)],
  ['first load', script('check-first-load.mjs')],
  ['playwright', playwright],
];

async function runStep([name, step]) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  let counts = FAILED;
  try {
    counts = await step();
  } catch (error) {
    console.error(error.stack ?? error);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${summaryLine(counts)} (${seconds} s)`);
  return { name, counts, seconds };
}

async function runAll() {
  const installed = await runStep(['install', async () => (await ensureInstall(), PASSED)]);
  if (installed.counts.failed > 0) return [installed]; // nothing else can run
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true }); // jest does not make the folder of its report
  const outcomes = [installed];
  for (const step of STEPS) outcomes.push(await runStep(step));
  return outcomes;
}

const outcomes = await runAll();
console.log('');
for (const { name, counts, seconds } of outcomes) {
  console.log(`${name.padEnd(12)} ${`${seconds} s`.padStart(8)}   ${summaryLine(counts)}`);
}
const counts = sum(outcomes.map((outcome) => outcome.counts));
console.log(`\n${summaryLine(counts)}`);
process.exitCode = counts.failed === 0 ? 0 : 1;
