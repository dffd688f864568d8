import type { KerasReader, LayerDefinition } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';

/** A way to read Keras layers as one of ours. */
export interface Candidate {
  readonly definition: LayerDefinition;
  readonly reader: KerasReader<ParamsOf<Fields>>;
}

let index: ReadonlyMap<string, readonly Candidate[]> | null = null;

/** The ways to read a chain that begins with this class: longer chains first, then in the order of the registry. */
export function candidatesFor(className: string): readonly Candidate[] {
  index ??= buildIndex();
  return index.get(className) ?? [];
}

function buildIndex(): ReadonlyMap<string, readonly Candidate[]> {
  const byClass = new Map<string, Candidate[]>();
  for (const type of LAYER_TYPES) {
    const definition = layerDefinition(type);
    for (const reader of definition?.reads ?? []) {
      const [first = ''] = reader.classes;
      const known = byClass.get(first) ?? [];
      byClass.set(first, known);
      if (definition !== null) known.push({ definition, reader });
    }
  }
  for (const known of byClass.values()) known.sort((a, b) => b.reader.classes.length - a.reader.classes.length);
  return byClass;
}
