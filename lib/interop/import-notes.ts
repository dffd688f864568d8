import type { ImportNote, OpaqueReason } from '@/lib/core/import-report';
import { plainName } from '@/lib/core/plain-name';

/** Nobody reads more names than these in one sentence, nor more sentences in one report. */
const MOST_NAMES = 4;
const MOST_NOTES = 40;
const MOST_CHARACTERS = 60;

type Listed = 'left-out/identity' | 'left-out/weights';

/** Collects what is to be said of an import: layers that share a remark are named in one. */
export interface ImportNotes {
  add(note: ImportNote): void;
  leftOut(option: string, layer: string): void;
  listed(code: Listed, layer: string): void;
  opaque(layer: string, className: string, reason: OpaqueReason): void;
  all(): readonly ImportNote[];
}

export function createImportNotes(): ImportNotes {
  const notes: ImportNote[] = [];
  const options = new Map<string, string[]>();
  const lists = new Map<Listed, string[]>();
  const opaque: ImportNote[] = [];
  return {
    add: (note) => void notes.push(note),
    leftOut: (option, layer) => void grow(options, option, layer),
    listed: (code, layer) => void grow(lists, code, layer),
    opaque: (layer, className, reason) =>
      void opaque.push({ code: 'opaque/layer', values: { layer: short(layer), className: short(className), reason } }),
    all: () => [
      ...capped(opaque),
      ...notes.slice(0, MOST_NOTES),
      ...[...options].map(([option, layers]): ImportNote => {
        return { code: 'left-out/option', values: { option: short(option), ...named(layers) } };
      }),
      ...[...lists].map(([code, layers]): ImportNote => ({ code, values: named(layers) })),
    ],
  };
}

function grow<K>(lists: Map<K, string[]>, key: K, layer: string): void {
  const known = lists.get(key);
  if (known) known.push(layer);
  else lists.set(key, [layer]);
}

function named(layers: readonly string[]): { readonly layers: readonly string[]; readonly count: number } {
  return { layers: layers.slice(0, MOST_NAMES).map(short), count: layers.length };
}

function capped(notes: readonly ImportNote[]): readonly ImportNote[] {
  if (notes.length <= MOST_NOTES) return notes;
  return [...notes.slice(0, MOST_NOTES), { code: 'opaque/more', values: { count: notes.length - MOST_NOTES } }];
}

/** Names of a file can be anything, also pages long. */
export function short(text: string): string {
  const characters = [...plainName(text)];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : plainName(text);
}
