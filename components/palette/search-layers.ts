import type { Locale } from '@/lib/core/locale';
import { FAMILIES, type Family, type LayerDefinition } from '@/lib/layers/definition';
import { LAYERS } from '@/lib/layers/registry';
import { layerNames } from '@/components/palette/layer-names';

export interface FoundLayer {
  readonly layer: LayerDefinition;
  /** The name that it was found by, where its title does not say so. */
  readonly via: string | null;
}

export interface PaletteGroup {
  readonly family: Family;
  readonly layers: readonly FoundLayer[];
}

interface Match extends FoundLayer {
  /** 0 = the very name; larger fits less. */
  readonly rank: number;
}

const ALL: readonly LayerDefinition[] = Object.values<LayerDefinition>(LAYERS).filter(
  ({ offered }) => offered !== false,
);
const ONLY_MENTIONED = 5;

/**
 * The layers that match the query by a name, or else each word of it by names, summary and family; the best first, by
 * family. Without a query all of them, in the palette's order.
 */
export function searchLayers(
  query: string,
  locale: Locale,
  familyName: (family: Family) => string,
): readonly PaletteGroup[] {
  const wanted = fold(query).trim();
  if (wanted === '') return grouped(ALL.map((layer) => ({ layer, via: null, rank: 0 })));
  const found = ALL.flatMap((layer) => match(layer, wanted, { locale, family: familyName(layer.family) }) ?? []);
  return grouped([...found].sort((a, b) => a.rank - b.rank));
}

function grouped(matches: readonly Match[]): readonly PaletteGroup[] {
  const best = (family: Family) => matches.findIndex(({ layer }) => layer.family === family);
  const rank = (family: Family) => matches[best(family)]?.rank ?? Infinity;
  const families = FAMILIES.filter((family) => best(family) !== -1).sort((a, b) => rank(a) - rank(b));
  return families.map((family) => ({ family, layers: matches.filter(({ layer }) => layer.family === family) }));
}

function match(
  layer: LayerDefinition,
  wanted: string,
  { locale, family }: { readonly locale: Locale; readonly family: string },
): Match | null {
  const names = layerNames(layer, locale);
  // A name that is not the title counts a little less than one that is.
  const ranks = names.map((name, index) => rankOf(name, wanted) + (index === 0 ? 0 : 0.5));
  const rank = Math.min(...ranks);
  const via = names[ranks.indexOf(rank)] ?? null;
  if (rank < ONLY_MENTIONED) return { layer, rank, via: says(layer.text[locale].title, wanted) ? null : via };
  const text = fold([...names, layer.text[locale].summary, family].join(' '));
  const isMentioned = wanted.split(/\s+/).every((word) => text.includes(word));
  return isMentioned ? { layer, rank: ONLY_MENTIONED, via: null } : null;
}

function says(title: string, wanted: string): boolean {
  return compact(fold(title)).includes(compact(wanted));
}

function rankOf(name: string, wanted: string): number {
  const [whole, part] = [compact(fold(name)), compact(wanted)];
  if (whole === part) return 0;
  if (whole.startsWith(part)) return 1;
  if (wordsOf(name).some((word) => word.startsWith(part))) return 2;
  return whole.includes(part) ? 3 : Infinity;
}

/** 'global', 'average' and 'pooling2d' of 'GlobalAveragePooling2D'. */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .map(fold);
}

function compact(text: string): string {
  return text.replaceAll(/[\s_-]+/g, '');
}

/** Lower case without accents, so that "tich chap" finds "Tích chập". */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('đ', 'd');
}
