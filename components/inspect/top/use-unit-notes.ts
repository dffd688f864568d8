import { useWorkspace } from '@/components/state/use-workspace';
import type { NodeId } from '@/lib/core/ids';
import { notesOfLayer } from '@/lib/document/noted-units';

/** What people have named the units of a layer (of the design written out), by unit. */
export function useUnitNotes(layer: NodeId): ReadonlyMap<number, string> {
  return useWorkspace(({ document }) => notesOfLayer(document, layer));
}
