import type { ForeignFile } from '@/lib/interop/foreign-file';
import { entryOf, listOf, textOf } from '@/lib/interop/json-access';
import { decodeText, parseJson } from '@/lib/interop/safe-json';

/** A real model has one for every 4 MB. */
const MOST_SHARDS = 500;

/** The files beside a TensorFlow.js model.json that hold its weights; none for any other file. Never out of its folder. */
export function shardNames({ name, bytes }: ForeignFile): readonly string[] {
  if (!/\.json$/i.test(name)) return [];
  const json = parseJson(decodeText(bytes));
  const groups = json.ok ? (listOf(entryOf(json.value, 'weightsManifest')) ?? []) : [];
  const paths = groups.flatMap((group) => listOf(entryOf(group, 'paths')) ?? []);
  const names = paths.flatMap((path) => textOf(path) ?? []).filter((path) => /^[\w.-]+$/.test(path) && path !== '..');
  return names.slice(0, MOST_SHARDS);
}
