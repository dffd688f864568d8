import type { NodeId } from '@/lib/core/ids';
import { plainName } from '@/lib/core/plain-name';
import { kerasSnakeCase } from '@/lib/interop/keras/model-json';

/** Names of layers as ids: themselves where they can be, else what is left of them, numbered where that is taken. */
export function idsFor(names: readonly string[]): ReadonlyMap<string, NodeId> {
  const ids = new Map(names.filter(isUsable).map((name) => [name, name]));
  const taken = new Set(ids.values());
  const counts = new Map<string, number>();
  for (const name of names) {
    if (ids.has(name)) continue;
    const stem = stemOf(name);
    let id = stem;
    for (let count = counts.get(stem) ?? 2; taken.has(id); count += 1) {
      id = `${stem}_${count}`;
      counts.set(stem, count + 1);
    }
    taken.add(id);
    ids.set(name, id);
  }
  return ids;
}

/** The name as people are to see it, where it says more than the layer's type and a number. */
export function titleFor(name: string, type: string, className: string): string | null {
  const bare = name.replace(/_\d+$/, '');
  const title = plainName(name).trim();
  return bare === type || bare === kerasSnakeCase(className) || title === '' ? null : title;
}

/** Ids double as tfjs layer names and object keys: `constructor` is one that every object seems to have already. */
function isUsable(name: string): boolean {
  return /^[a-z][a-z0-9_]{0,63}$/.test(name) && name !== 'constructor';
}

function stemOf(name: string): string {
  const stem = name
    .slice(0, 1000)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .replace(/_+$/, '')
    .slice(0, 56);
  return stem === '' || stem === 'constructor' ? 'layer' : stem;
}
