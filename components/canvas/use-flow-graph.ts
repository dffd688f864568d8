import { useMemo, useState } from 'react';
import type { EdgeId } from '@/lib/core/ids';
import type { DocumentNode } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';
import { canvasMessages } from '@/lib/messages/canvas';
import { useWorkspace } from '@/components/state/use-workspace';
import { useLocale } from '@/components/ui/use-messages';
import { useCanvasUi } from '@/components/canvas/canvas-ui';
import { createEdgeDeriver } from '@/components/canvas/derive-edges';
import { createNodeDeriver } from '@/components/canvas/derive-nodes';
import { routeEdges, type Route } from '@/components/canvas/edge-route';
import type { LayerFlowNode, ShapeFlowEdge } from '@/components/canvas/flow-types';
import { nodeName } from '@/components/canvas/node-name';

export interface FlowGraph {
  readonly nodes: LayerFlowNode[];
  readonly edges: ShapeFlowEdge[];
  readonly routes: ReadonlyMap<EdgeId, Route>;
}

/** What React Flow draws: the document, with layers under way where they are dragged to. */
export function useFlowGraph(): FlowGraph {
  const locale = useLocale();
  const documentNodes = useWorkspace(({ document }) => document.nodes);
  const documentEdges = useWorkspace(({ document }) => document.edges);
  const analysis = useWorkspace((state) => state.analysis);
  const selection = useWorkspace((state) => state.selection);
  const dragged = useCanvasUi((ui) => ui.dragged);
  const [deriveNodes] = useState(createNodeDeriver);
  const [deriveEdges] = useState(createEdgeDeriver);

  const nodes = useMemo(() => {
    const nameOf = (node: DocumentNode) => nodeName({ node, analysis, locale });
    return deriveNodes({ nodes: documentNodes, selected: selection.nodes, dragged, nameOf });
  }, [deriveNodes, documentNodes, selection, dragged, analysis, locale]);

  const routes = useMemo(() => {
    const at = (id: string) => dragged?.[id] ?? documentNodes[id]?.position;
    const requests = Object.values(documentEdges).flatMap(({ id, source, target }) => {
      const [from, to] = [at(source), at(target)];
      return from === undefined || to === undefined ? [] : [{ id, source: from, target: to }];
    });
    return routeEdges(
      requests,
      Object.values(documentNodes).map((node) => dragged?.[node.id] ?? node.position),
    );
  }, [documentNodes, documentEdges, dragged]);

  const edges = useMemo(() => {
    const messages = canvasMessages[locale];
    const title = (id: string) => layerTitle(documentNodes[id] ?? { type: id }, locale);
    return deriveEdges({
      edges: documentEdges,
      routes,
      analysis,
      selected: selection.edges,
      nameOf: ({ source, target }, state) =>
        state === 'error'
          ? messages.edgeWithProblem(title(source), title(target))
          : messages.edge(title(source), title(target)),
    });
  }, [deriveEdges, documentNodes, documentEdges, routes, analysis, selection, locale]);

  return { nodes, edges, routes };
}
