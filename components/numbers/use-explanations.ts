import { useDeferredValue, useMemo } from 'react';
import type { NodeId } from '@/lib/core/ids';
import type { Analysis } from '@/lib/analysis/analysis';
import type { Conventions } from '@/lib/analysis/conventions';
import { explainField, explainSelectionField } from '@/lib/analysis/explain-field';
import { explainNumbers } from '@/lib/analysis/explain-numbers';
import type { Explanation } from '@/lib/analysis/explanation';
import { flatLayers, typedLayer } from '@/lib/analysis/typed-layer';
import { useWorkspace } from '@/components/state/use-workspace';

export interface Explained {
  readonly explanations: readonly Explanation[];
  /** Layers that are left out, since their shape is not known. */
  readonly unknown: number;
}

/** The figures of these nodes of the document with their formulas; null: of the whole network. */
export function useExplanations(nodes: readonly NodeId[] | null, conventions: Conventions): Explained {
  const analysis = useDeferredValue(useWorkspace((state) => state.analysis));
  return useMemo(() => explain(analysis, nodes, conventions), [analysis, nodes, conventions]);
}

function explain(analysis: Analysis, nodes: readonly NodeId[] | null, conventions: Conventions): Explained {
  const ids = nodes === null ? analysis.network : [...new Set(nodes.flatMap((node) => flatLayers(analysis, node)))];
  const layers = ids.flatMap((id) => {
    const layer = typedLayer(analysis, id);
    return layer === null ? [] : [{ id, layer }];
  });
  const unknown = ids.length - layers.length;
  if (layers.length === 0) return { explanations: [], unknown };
  return { explanations: [...explainNumbers(layers, conventions), ...fields(analysis, ids, nodes === null)], unknown };
}

function fields(analysis: Analysis, ids: readonly NodeId[], isDesign: boolean): readonly Explanation[] {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return explainField(analysis, only);
  if (!isDesign) return explainSelectionField(analysis, ids);
  const last = [...ids].reverse().find((id) => analysis.layers[id]?.receptiveField?.global === false);
  return last === undefined ? [] : explainField(analysis, last).map((explanation) => ({ ...explanation, of: last }));
}
