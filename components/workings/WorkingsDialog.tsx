'use client';

import { useMemo } from 'react';
import type { NodeId } from '@/lib/core/ids';
import { flatLayers, typedLayer } from '@/lib/analysis/typed-layer';
import { workedSite } from '@/lib/analysis/workings/worked-site';
import { layerDefinition } from '@/lib/layers/registry';
import { workingsMessages } from '@/lib/messages/workings';
import { useWorkspace } from '@/components/state/use-workspace';
import { Dialog } from '@/components/ui/Dialog';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { WorkingsView } from '@/components/workings/WorkingsView';

interface WorkingsDialogProps {
  readonly node: NodeId;
  readonly onClose: () => void;
}

/** How a layer of the design computes, number by number. */
export function WorkingsDialog({ node, onClose }: WorkingsDialogProps) {
  const words = useMessages(workingsMessages);
  const locale = useLocale();
  const type = useWorkspace(({ document }) => document.nodes[node]?.type ?? '');
  const params = useWorkspace(({ document }) => document.nodes[node]?.params);
  const analysis = useWorkspace((state) => state.analysis);
  const definition = layerDefinition(type);
  const worked = useMemo(() => {
    if (definition === null || params === undefined || definition.inputs.arity === 'none') return null;
    const [first] = flatLayers(analysis, node);
    const layer = first === undefined ? null : typedLayer(analysis, first);
    const least = definition.inputs.arity === 'many' ? definition.inputs.min : 1;
    const rank = layer?.site.inputs[0]?.shape.length ?? null;
    const inputs = Math.min(Math.max(layer?.site.inputs.length ?? least, least), 3);
    return workedSite(definition, { params, rank, inputs });
    // The dialog covers the design: nothing in it changes meanwhile.
  }, [definition, params, analysis, node]);
  const title = definition?.text[locale].title ?? type;
  return (
    <Dialog title={words.title(title)} width="wide" onClose={onClose}>
      {worked === null ? <p>{words.noNumbers}</p> : <WorkingsView worked={worked} />}
    </Dialog>
  );
}
