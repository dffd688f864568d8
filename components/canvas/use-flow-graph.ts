import { useMemo, useState } from 'react';
import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { Position } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';
import { canvasMessages } from '@/lib/messages/canvas';
import { useWorkspace } from '@/components/state/use-workspace';
import { useLocale } from '@/components/ui/use-messages';
import { useShownDesign } from '@/components/canvas/use-shown-design';
import { withInsides } from '@/components/canvas/drag-frames';
import { useCanvasUi } from '@/components/canvas/canvas-ui';
import { createEdgeDeriver, edgeState, shapeText, type EdgeText } from '@/components/canvas/derive-edges';
import { createNodeDeriver } from '@/components/canvas/derive-nodes';
import type { DrawnRoute } from '@/lib/pictures/edge-path';
import type { LayerFlowNode, ShapeFlowEdge } from '@/components/canvas/flow-types';
import { nodeName } from '@/components/canvas/node-name';
import { useRoutes } from '@/components/canvas/use-routes';

export interface FlowGraph {
  readonly nodes: LayerFlowNode[];
  readonly edges: ShapeFlowEdge[];
  readonly routes: ReadonlyMap<EdgeId, DrawnRoute>;
}

/** What React Flow draws: the document, with layers under way where they are dragged to. */
export function useFlowGraph(): FlowGraph {
  const { nodes: shownNodes, edges: shownEdges, frames } = useShownDesign();
  const selection = useWorkspace((state) => state.selection);
  const dragged = useDragged();
  const routes = useRoutes(dragged);
  const names = useNodeNames();
  const texts = useEdgeTexts();
  const [deriveNodes] = useState(createNodeDeriver);
  const [deriveEdges] = useState(createEdgeDeriver);

  const nodes = useMemo(
    () => deriveNodes({ nodes: shownNodes, frames, selected: selection.nodes, dragged, names }),
    [deriveNodes, shownNodes, frames, selection, dragged, names],
  );
  const edges = useMemo(
    () => deriveEdges({ edges: shownEdges, routes, texts, selected: selection.edges }),
    [deriveEdges, shownEdges, routes, texts, selection],
  );
  return { nodes, edges, routes };
}

function useNodeNames(): ReadonlyMap<NodeId, string> {
  const locale = useLocale();
  const { nodes } = useShownDesign();
  const blocks = useWorkspace(({ document }) => document.blocks);
  const analysis = useWorkspace((state) => state.analysis);
  const frozen = useWorkspace(({ document }) => document.training.frozen);
  return useMemo(
    () => new Map(Object.values(nodes).map((node) => [node.id, nodeName({ node, blocks, analysis, locale, frozen })])),
    [nodes, blocks, analysis, locale, frozen],
  );
}

function useEdgeTexts(): ReadonlyMap<EdgeId, EdgeText> {
  const locale = useLocale();
  const { nodes, edges } = useShownDesign();
  const blocks = useWorkspace(({ document }) => document.blocks);
  const analysis = useWorkspace((state) => state.analysis);
  return useMemo(() => {
    const messages = canvasMessages[locale];
    const title = (id: NodeId) => layerTitle(nodes[id] ?? { type: id }, locale, blocks);
    const textOf = (id: EdgeId, source: NodeId, target: NodeId): EdgeText => {
      const state = edgeState(id, analysis);
      const name = (state === 'error' ? messages.edgeWithProblem : messages.edge)(title(source), title(target));
      return { name, shape: shapeText(id, analysis), state };
    };
    return new Map(Object.values(edges).map(({ id, source, target }) => [id, textOf(id, source, target)]));
  }, [nodes, edges, blocks, analysis, locale]);
}

/** Where layers under way are; what is inside a frame goes along with it. */
function useDragged(): Readonly<Record<NodeId, Position>> | null {
  const dragged = useCanvasUi((ui) => ui.dragged);
  const shown = useShownDesign();
  return useMemo(() => (dragged === null ? null : withInsides(shown, dragged)), [dragged, shown]);
}
