import type { Json, JsonObject } from '@/lib/core/json';
import { sameJson } from '@/lib/core/same-json';

/** How one value of plain JSON becomes another. Arrays are replaced as a whole: a design keeps its parts by id. */
export type JsonPatch =
  | { readonly to: Json }
  | {
      /** Keys whose values change, with how, and keys that come. */
      readonly change: { readonly [key: string]: JsonPatch };
      readonly drop: readonly string[];
      /** All keys in their order, where it is not that of before with the new ones behind. */
      readonly order?: readonly string[];
    };

/** null: they are the same, the order of their keys included. */
export function diffJson(from: Json, to: Json): JsonPatch | null {
  if (!isObject(from) || !isObject(to)) return sameInOrder(from, to) ? null : { to };
  const entries = Object.entries(to).flatMap(([key, value]) => {
    const patch = Object.hasOwn(from, key) ? diffJson(from[key] ?? null, value) : { to: value };
    return patch === null ? [] : [[key, patch] as const];
  });
  const drop = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  const order = Object.keys(to);
  const isUsual = sameJson(order, usualOrder(from, drop, order));
  if (entries.length === 0 && drop.length === 0 && isUsual) return null;
  return { change: Object.fromEntries(entries), drop, ...(isUsual ? {} : { order }) };
}

/** What `diffJson(from, to)` was made of: exactly `to`. */
export function patchJson(from: Json, patch: JsonPatch | null): Json {
  if (patch === null) return from;
  if ('to' in patch) return patch.to;
  const before: JsonObject = isObject(from) ? from : {};
  const order = patch.order ?? usualOrder(before, patch.drop, Object.keys(patch.change));
  return Object.fromEntries(
    order.map((key) => {
      const old = Object.hasOwn(before, key) ? (before[key] ?? null) : null;
      return [key, Object.hasOwn(patch.change, key) ? patchJson(old, patch.change[key] ?? null) : old];
    }),
  );
}

/** The old keys that stay, then the new ones. */
function usualOrder(from: JsonObject, drop: readonly string[], keys: readonly string[]): readonly string[] {
  const dropped = new Set(drop);
  const old = Object.keys(from).filter((key) => !dropped.has(key));
  return [...old, ...keys.filter((key) => !Object.hasOwn(from, key))];
}

function sameInOrder(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
