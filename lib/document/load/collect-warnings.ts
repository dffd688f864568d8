import type { FileWarning } from '@/lib/core/file-problem';
import { plainName } from '@/lib/core/plain-name';
import type { Warn } from '@/lib/document/load/json-shape';

/** Nobody reads more, and a hostile file could cause a million. */
const MOST_WARNINGS = 50;
/** Of a name in a warning: enough to find it by. */
const MOST_CHARACTERS = 60;

/** Collects warnings; those beyond what anyone reads are only counted. */
export function createWarnings(): { readonly warn: Warn; readonly warnings: () => readonly FileWarning[] } {
  const kept: FileWarning[] = [];
  let more = 0;
  return {
    warn(warning) {
      if (kept.length < MOST_WARNINGS) kept.push(readable(warning));
      else more += 1;
    },
    warnings: () => (more === 0 ? kept : [...kept, { code: 'file/more-warnings', values: { count: more } }]),
  };
}

/** Ids, types and names of a file can be anything, also pages long. */
function readable(warning: FileWarning): FileWarning {
  const values = Object.entries(warning.values).map(([key, value]: [string, unknown]) => [key, shortened(value)]);
  return { ...warning, values: Object.fromEntries(values) as never };
}

function shortened(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = plainName(value);
  const characters = [...text];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
}
