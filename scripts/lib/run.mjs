import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, ROOT } from './paths.mjs';

/** Runs a program to its end; resolves to its exit status, 1 when a signal ended it. */
export function run(command, args, { env = {}, cwd = ROOT, stdio = 'inherit', shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio, shell, env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', (status) => resolve(status ?? 1));
  });
}

export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** The script behind a package's command, to be run with our own Node: no shell, no PATH, same on every system. */
export function packageCommand(packageName, command = packageName) {
  const folder = inRoot('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** npm itself: the one that started us, or the one on the PATH. */
export function runNpm(args, options) {
  const started = process.env.npm_execpath;
  if (started !== undefined && /npm-cli\.[cm]?js$/.test(started)) return runNode([started, ...args], options);
  const isWindows = process.platform === 'win32';
  return run(isWindows ? 'npm.cmd' : 'npm', args, { ...options, shell: isWindows });
}
