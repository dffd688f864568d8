import type { Json, JsonObject } from '@/lib/core/json';

/** What can be asked of a value that came out of a file. Only own entries count: `__proto__` is a key like any other. */

export function recordOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

export function listOf(value: unknown): readonly Json[] | null {
  return Array.isArray(value) ? (value as readonly Json[]) : null;
}

export function entryOf(value: unknown, key: string): Json | undefined {
  const record = recordOf(value);
  return record !== null && Object.hasOwn(record, key) ? record[key] : undefined;
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** `pool_size` → `poolSize`: keys of one level; the values stay as they are. */
export function camelKeys(record: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [camelCase(key), value]));
}

function camelCase(text: string): string {
  return text.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, next: string) => next.toUpperCase());
}

/** `HeNormal` and `he_normal` → `heNormal`. */
export function lowerCamel(text: string): string {
  return camelCase(text.charAt(0).toLowerCase() + text.slice(1));
}
