// The processor's seconds that a process and all its children have used: on a busy machine the clock says little.
import { readdirSync, readFileSync } from 'node:fs';

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process or thread has ended meanwhile.
    return null;
  }
}

function childrenOf() {
  const children = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = read(`/proc/${pid}/stat`);
    if (stat === null) continue;
    // The name, in brackets, may hold spaces; the parent is the second field behind it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(pid)]);
  }
  return children;
}

function ownSeconds(pid) {
  let nanoseconds = 0;
  let tasks = [];
  try {
    tasks = readdirSync(`/proc/${pid}/task`);
  } catch {
    return 0;
  }
  for (const task of tasks) nanoseconds += Number((read(`/proc/${pid}/task/${task}/schedstat`) ?? '0').split(' ')[0]);
  return nanoseconds / 1e9;
}

/** Of all descendants of this process; the clock’s seconds where the system does not tell. */
export function processorSeconds() {
  if (process.platform !== 'linux') return performance.now() / 1000;
  const children = childrenOf();
  const all = [];
  const add = (pid) => {
    for (const child of children.get(pid) ?? []) {
      all.push(child);
      add(child);
    }
  };
  add(process.pid);
  return all.reduce((sum, pid) => sum + ownSeconds(pid), 0);
}
