'use client';

import '@xyflow/react/dist/base.css';
import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  MiniMap,
  Panel,
  ReactFlow,
  SelectionMode,
  useStore,
  type ReactFlowState,
} from '@xyflow/react';
import dynamic from 'next/dynamic';
import { useCallback, useMemo, useRef } from 'react';
import { GRID } from '@/lib/document/node-size';
import { canvasMessages } from '@/lib/messages/canvas';
import { usePreferences } from '@/components/state/use-preferences';
import { useWorkspace } from '@/components/state/use-workspace';
import { useMessages } from '@/components/ui/use-messages';
import { CanvasControls } from '@/components/canvas/CanvasControls';
import { ConnectPicker } from '@/components/canvas/ConnectPicker';
import { FIT, hasRoomForMinimap } from '@/components/canvas/fit';
import { MIN_ZOOM } from '@/components/canvas/fit-nodes';
import type { LayerFlowNode, ShapeFlowEdge } from '@/components/canvas/flow-types';
import { LayerNode } from '@/components/canvas/LayerNode';
import { useOverview } from '@/components/canvas/overview/use-overview';
import { EdgeMarkers, ShapeEdge } from '@/components/canvas/ShapeEdge';
import { StartHint } from '@/components/canvas/StartHint';
import { useAnnounceSelection } from '@/components/canvas/use-announce-selection';
import { useCanvasKeys } from '@/components/canvas/use-canvas-keys';
import { useCanvasPort } from '@/components/canvas/use-canvas-port';
import { useConnecting } from '@/components/canvas/use-connecting';
import { useFittedView } from '@/components/canvas/use-fitted-view';
import { useFlowChanges } from '@/components/canvas/use-flow-changes';
import { useFlowGraph } from '@/components/canvas/use-flow-graph';
import { useLayerDrop } from '@/components/canvas/use-layer-drop';
import { useNodeDrag } from '@/components/canvas/use-node-drag';
import { useShown } from '@/components/canvas/use-shown';
import { layerDefinition } from '@/lib/layers/registry';
import { useDesigner } from '@/components/state/designer-context';
import styles from '@/components/canvas/canvas.module.css';

// A design without blocks never loads what draws them.
const BlockNode = dynamic(() => import('@/components/blocks/BlockNode').then((m) => m.BlockNode), { ssr: false });
const BlockFrame = dynamic(() => import('@/components/blocks/BlockFrame').then((m) => m.BlockFrame), { ssr: false });
const BlockPath = dynamic(() => import('@/components/blocks/BlockPath').then((m) => m.BlockPath), { ssr: false });
// Nor one that is small what paints a large one from far away.
const Overview = dynamic(() => import('@/components/canvas/overview/Overview').then((m) => m.Overview), { ssr: false });

const nodeTypes = { layer: LayerNode, block: BlockNode, frame: BlockFrame };
const edgeTypes = { shape: ShapeEdge };
const SNAP: [number, number] = [GRID, GRID];
const PRO = { hideAttribution: true };
const NO_NODES: LayerFlowNode[] = [];
const NO_EDGES: ShapeFlowEdge[] = [];
/** Fewer layers than this are all drawn, so that zooming out never waits for one. */
const MANY = 80;
const FAR_ZOOM = 0.62;

const isFarOut = (state: ReactFlowState) => state.transform[2] < FAR_ZOOM;

export function CanvasView() {
  const frame = useRef<HTMLDivElement>(null);
  const messages = useMessages(canvasMessages);
  const { nodes, edges, routes } = useFlowGraph();
  const { isOverview, onOverviewClick, onOverviewDoubleClick } = useOverview(nodes);
  useShown(nodes);
  const changes = useFlowChanges();
  const connecting = useConnecting();
  const nodeDrag = useNodeDrag(routes);
  const onKeyDown = useCanvasKeys(frame);
  const snapToGrid = usePreferences((preferences) => preferences.snapToGrid);
  const minimapOpen = usePreferences((preferences) => preferences.minimapOpen);
  const minimapFits = useStore(hasRoomForMinimap);
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const hasBlocks = useWorkspace(({ document }) => Object.keys(document.blocks).length > 0);
  const isInside = useWorkspace(({ view }) => view.path.length > 0);
  const openBlock = useOpenBlock();
  const isFar = useStore(isFarOut);
  const minimapColour = useMinimapColour();
  const onMove = useFittedView();
  useLayerDrop(frame, routes);
  useCanvasPort();
  useAnnounceSelection();
  const ariaLabels = useMemo(
    () => ({
      'node.a11yDescription.default': messages.nodeDescription,
      'node.a11yDescription.keyboardDisabled': messages.nodeDescription,
      'edge.a11yDescription.default': messages.edgeDescription,
      'controls.ariaLabel': messages.controls,
      'minimap.ariaLabel': messages.minimap,
    }),
    [messages],
  );
  return (
    <div className={styles.canvas} data-far={isFar ? '' : undefined}>
      <ReactFlow
        ref={frame}
        data-canvas=""
        data-inside={isInside ? '' : undefined}
        tabIndex={0}
        aria-label={messages.canvas}
        aria-describedby="canvas-instructions"
        onKeyDown={onKeyDown}
        nodes={isOverview ? NO_NODES : nodes}
        edges={isOverview ? NO_EDGES : edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        {...changes}
        {...connecting}
        {...nodeDrag}
        onMove={onMove}
        fitView
        fitViewOptions={FIT}
        minZoom={MIN_ZOOM}
        maxZoom={2.5}
        snapToGrid={snapToGrid}
        snapGrid={SNAP}
        nodesDraggable={!isReadOnly}
        nodesConnectable={!isReadOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        selectionMode={SelectionMode.Partial}
        connectionRadius={32}
        connectionLineType={ConnectionLineType.Bezier}
        zoomOnDoubleClick={false}
        nodeDragThreshold={3}
        elevateNodesOnSelect
        onlyRenderVisibleElements={nodes.length > MANY}
        ariaLabelConfig={ariaLabels}
        proOptions={PRO}
        onPaneClick={(event) => {
          frame.current?.focus({ preventScroll: true });
          if (isOverview) onOverviewClick(event);
        }}
        onDoubleClick={isOverview ? onOverviewDoubleClick : undefined}
        onNodeDoubleClick={openBlock}
        onNodeClick={() => frame.current?.focus({ preventScroll: true })}
        onEdgeClick={() => frame.current?.focus({ preventScroll: true })}
      >
        {hasBlocks ? (
          <Panel position="top-left">
            <BlockPath frame={frame} />
          </Panel>
        ) : null}
        <Background variant={BackgroundVariant.Dots} gap={GRID * 3} size={1.2} />
        <Panel position="bottom-left">
          <CanvasControls />
        </Panel>
        {minimapOpen && minimapFits && nodes.length > 0 && !isOverview ? (
          <MiniMap<LayerFlowNode>
            className={styles.minimap ?? ''}
            position="bottom-right"
            pannable
            zoomable
            nodeColor={minimapColour}
            nodeBorderRadius={8}
            style={{ width: 148, height: 96 }}
          />
        ) : null}
        {isOverview ? <Overview nodes={nodes} edges={edges} /> : null}
        <EdgeMarkers />
        <StartHint />
        <ConnectPicker frame={frame} />
        <p id="canvas-instructions" className={styles.unseen}>
          {messages.instructions}
        </p>
      </ReactFlow>
    </div>
  );
}

/** A block under the pointer is opened by a double click; the first of the two has selected it. */
function useOpenBlock(): () => void {
  const { actions } = useDesigner();
  return useCallback(() => {
    const open = actions.byId['open-block'];
    if (open.enabled()) open.run();
  }, [actions]);
}

/** Layers in the overview map have their family's colour. */
function useMinimapColour(): (node: LayerFlowNode) => string {
  const { workspace } = useDesigner();
  return useMemo(
    () => (node) => {
      if (node.type === 'frame') return 'var(--border)';
      const type = workspace.store.getState().document.nodes[node.id]?.type ?? '';
      return `var(--family-${layerDefinition(type)?.family ?? 'input'})`;
    },
    [workspace],
  );
}
