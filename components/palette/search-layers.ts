import type { Locale } from '@/lib/core/locale';
import { FAMILIES, type Family, type LayerDefinition } from '@/lib/layers/definition';
import { LAYERS } from '@/lib/layers/registry';

export interface PaletteGroup {
  readonly family: Family;
  readonly layers: readonly LayerDefinition[];
}

const ALL: readonly LayerDefinition[] = Object.values<LayerDefinition>(LAYERS);

/**
 * The layers that match every word of the query in title, type or summary, by family. Titles in English always count:
 * they are what papers and code call the layers.
 */
export function searchLayers(query: string, locale: Locale): readonly PaletteGroup[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = ALL.filter((layer) => {
    const text = searchText(layer, locale);
    return words.every((word) => text.includes(word));
  });
  return FAMILIES.flatMap((family) => {
    const layers = found.filter((layer) => layer.family === family);
    return layers.length === 0 ? [] : [{ family, layers }];
  });
}

function searchText({ type, text }: LayerDefinition, locale: Locale): string {
  return fold([text[locale].title, text.en.title, type, type.replaceAll('_', ' '), text[locale].summary].join(' '));
}

/** Lower case without accents, so that "tich chap" finds "Tích chập". */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('đ', 'd');
}
