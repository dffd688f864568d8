import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { exclusive } from './exclusive.mjs';
import { inRoot } from './paths.mjs';
import { runNpm } from './run.mjs';
import { hasStamp, writeStamp } from './stamp.mjs';

const STAMP = inRoot('node_modules/.shapeflow-install');
const MINIMUM_NODE = [20, 9];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isEnough = major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1]);
  if (isEnough) return;
  console.error(`Shapeflow needs Node ${MINIMUM_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

function lockStamp() {
  const lock = readFileSync(inRoot('package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
}

/** npm's own record of what it installed, compared with the lockfile: true also after an `npm ci` by hand. */
function matchesLockfile() {
  const record = inRoot('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true;
    const found = installed[place];
    return found === undefined ? optional === true : found.version === version;
  });
}

async function install(quiet) {
  if (hasStamp(STAMP, lockStamp())) return;
  if (!matchesLockfile()) {
    if (!quiet) console.log('Installing packages (about a minute the first time) …');
    // No package here needs an install script, so none may run.
    const flags = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
    const status = await runNpm(['ci', ...flags, '--loglevel=error'], {
      stdio: quiet ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) throw new Error('npm ci failed: see its message above.');
  }
  writeStamp(STAMP, lockStamp());
}

/** Installs the packages of the lockfile unless they are there already. `quiet` prints nothing on standard output. */
export async function ensureInstall({ quiet = false } = {}) {
  checkNode();
  if (hasStamp(STAMP, lockStamp())) return;
  await exclusive('install', () => install(quiet));
}
