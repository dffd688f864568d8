import type { Locale } from '@/lib/core/locale';
import { layerDefinition } from '@/lib/layers/registry';

/** What layers and their fields are called in one language; an unknown one by the name it has in the file. */
export function layerWords(locale: Locale) {
  return {
    layer: (type: string) => layerDefinition(type)?.text[locale].title ?? type,
    field: (type: string, param: string) => layerDefinition(type)?.text[locale].fields[param]?.label ?? param,
  };
}
