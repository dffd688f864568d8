import type { EdgeId } from '@/lib/core/ids';
import { checkParams } from '@/lib/layers/check-params';
import type { NewLayer } from '@/lib/layers/definition';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';
import type { DocumentNode } from '@/lib/document/document';
import type { Fix } from '@/lib/analysis/diagnostic';

export function insertOn(edge: EdgeId, layer: NewLayer | null): readonly Fix[] {
  if (layer === null) return [];
  return [{ label: { kind: 'insert', type: layer.type }, command: { kind: 'insert-on-edge', edge, ...layer } }];
}

/** The activation, with its parameters, that stands most often among these layers and whose slope does not vanish. */
export function usualActivation(nodes: Iterable<DocumentNode>): NewLayer | null {
  const counts = new Map<string, { readonly layer: NewLayer; readonly count: number }>();
  const usable = new Map<string, boolean>();
  for (const { type, params } of nodes) {
    const isCandidate = usable.get(type) ?? isUsable(type);
    usable.set(type, isCandidate);
    if (!isCandidate) continue;
    const known = counts.get(type);
    counts.set(type, { layer: known?.layer ?? { type, params }, count: (known?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  const definition = most === undefined ? null : layerDefinition(most.layer.type);
  const isSound = most && definition && checkParams(definition.fields, most.layer.params).problems.length === 0;
  return isSound ? most.layer : plainActivation();
}

function isUsable(type: string): boolean {
  const definition = layerDefinition(type);
  const isActivation = definition?.nature === 'activation' || definition?.nature === 'saturating';
  return isActivation && definition.steepestSlope === undefined;
}

/** The first activation of the palette that does not saturate. */
export function plainActivation(): NewLayer | null {
  const type = LAYER_TYPES.find((known) => layerDefinition(known)?.nature === 'activation');
  return type === undefined ? null : { type, params: {} };
}
