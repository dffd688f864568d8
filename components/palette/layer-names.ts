import type { Locale } from '@/lib/core/locale';
import type { LayerDefinition } from '@/lib/layers/definition';

/**
 * What a layer may be looked for by: its titles, its type, the classes and functions of Keras that are read as it, their
 * initials (BN for BatchNormalization), and what else its definition says that people call it. The title comes first.
 */
export function layerNames({ type, text, reads, aliases = [] }: LayerDefinition, locale: Locale): readonly string[] {
  const classes = reads.flatMap(({ classes: chain, functions }) => functions ?? (chain.length === 1 ? chain : []));
  const initials = [text.en.title, ...classes].map(initialsOf).filter((letters) => letters.length > 1);
  return [...new Set([text[locale].title, text.en.title, ...aliases, ...classes, ...initials, spaced(type)])];
}

/** 'GAP2D' of 'GlobalAveragePooling2D'. */
function initialsOf(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.replaceAll(/[^A-Z0-9]/g, '') : '';
}

function spaced(type: string): string {
  return type.replaceAll('_', ' ');
}
