import type { NodeId } from '@/lib/core/ids';
import type { Analysis, LayerAnalysis } from '@/lib/analysis/analysis';
import type { View } from '@/lib/analysis/receptive-field';
import type { Slots } from '@/lib/analysis/slots';
import type { Found } from '@/lib/analysis/types';

interface Described {
  readonly found: readonly Found[];
  readonly views: readonly View[];
  /** By slot. */
  readonly all: readonly LayerAnalysis[];
  readonly layers: Analysis['layers'];
}

const known = new WeakMap<Slots, Described>();

/** What is known of every layer, in the order of the document; what an edit does not touch is the same object. */
export function describeLayers(slots: Slots, found: readonly Found[], views: readonly View[]): Analysis['layers'] {
  const before = known.get(slots);
  if (before?.found === found && before.views === views) return before.layers;
  const all = found.map((now, slot) => {
    const last =
      before?.found[slot]?.layer === now.layer && before.views[slot] === views[slot] ? before.all[slot] : null;
    return last ?? describe(slots, slot, { found: now, view: views[slot] });
  });
  const layers: Record<NodeId, LayerAnalysis> = {};
  for (const slot of slots.drawn) {
    const layer = all[slot];
    if (layer !== undefined) layers[layer.node] = layer;
  }
  known.set(slots, { found, views, all, layers });
  return layers;
}

interface Known {
  readonly found: Found;
  readonly view: View | undefined;
}

function describe({ ids, inputs }: Slots, slot: number, { found: { layer, facts }, view }: Known): LayerAnalysis {
  return {
    node: ids[slot] ?? '',
    inputs: inputs[slot] ?? [],
    output: layer?.site.output ?? null,
    weights: layer?.weights ?? [],
    params: facts?.params ?? 0,
    trainableParams: facts?.trainableParams ?? 0,
    macs: facts?.macs ?? 0,
    receptiveField: view?.field ?? null,
  };
}
