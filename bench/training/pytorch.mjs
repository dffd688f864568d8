// PyTorch on one thread, in a process of its own, where a Python with torch is installed.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { inRoot } from '../../scripts/lib/paths.mjs';

const PYTHONS = [process.env.PYTHON, 'python3', '/usr/bin/python3'].filter((python) => python !== undefined);

async function start(python) {
  const child = spawn(python, [inRoot('bench/training/pytorch.py')], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = new Promise((resolve) => child.once('error', () => resolve({ done: true })));
  const next = async () => {
    const { value, done } = await Promise.race([lines.next(), failed]);
    return done ? null : JSON.parse(value);
  };
  const hello = await next();
  if (hello === null) return null;
  return {
    version: hello.version,
    /** Seconds of the processor and of the clock. */
    epoch: (examples) => {
      child.stdin.write(`${examples}\n`);
      return next();
    },
    close: () => child.stdin.end(),
  };
}

/** Null where no Python has torch. */
export async function startPytorch() {
  for (const python of PYTHONS) {
    const started = await start(python);
    if (started !== null) return started;
  }
  return null;
}
