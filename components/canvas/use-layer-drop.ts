import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import type { EdgeId } from '@/lib/core/ids';
import type { Position } from '@/lib/document/document';
import { GRID, NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import { BLOCK_INPUT_TYPE } from '@/lib/document/blocks';
import { placeInDocument, shownDesign } from '@/lib/state/shown-design';
import { draggedLayer } from '@/components/palette/dragged-layer';
import { layerDefinition } from '@/lib/layers/registry';
import { useDesigner } from '@/components/state/designer-context';
import { useCanvasUiStore } from '@/components/canvas/canvas-ui';
import { nearestRoute } from '@/lib/pictures/edge-path';
import type { Route } from '@/lib/pictures/edge-route';
import { addLayerDropTarget, type ScreenPoint } from '@/components/palette/layer-drag';

/** How near the pointer must come to an edge, in canvas units. */
const REACH = 26;

/** Takes layers from the palette: on an edge they are put between its layers, elsewhere where they are let go. */
export function useLayerDrop(frame: RefObject<HTMLElement | null>, routes: ReadonlyMap<EdgeId, Route>): void {
  const { workspace, preferences } = useDesigner();
  const { screenToFlowPosition } = useReactFlow();
  const ui = useCanvasUiStore();

  useEffect(() => {
    const edgeAt = (type: string, point: ScreenPoint) =>
      !takesInput(type) ? null : nearestRoute(routes, screenToFlowPosition({ ...point }, { snapToGrid: false }), REACH);
    const mark = (dropEdge: EdgeId | null) => {
      if (ui.getState().dropEdge !== dropEdge) ui.setState({ dropEdge });
    };
    return addLayerDropTarget({
      accepts: (point) => frame.current !== null && isInside(frame.current.getBoundingClientRect(), point),
      over: (type, point) => mark(edgeAt(type, point)),
      leave: () => mark(null),
      drop(type, point) {
        const edge = edgeAt(type, point);
        const middle = screenToFlowPosition({ ...point }, { snapToGrid: false });
        const grid = preferences.store.getState().snapToGrid ? GRID : 1;
        const { document, view } = workspace.store.getState();
        const place = placeInDocument(document, shownDesign(document, view), around(middle, grid));
        const drawn = place.scope === null ? {} : { scope: place.scope };
        workspace.actions.apply(
          edge === null
            ? { kind: 'add-layer', ...draggedLayer(type), position: place.position, ...drawn }
            : { kind: 'insert-on-edge', edge, ...draggedLayer(type) },
        );
        frame.current?.focus({ preventScroll: true });
      },
    });
  }, [frame, routes, screenToFlowPosition, ui, workspace, preferences]);
}

function takesInput(dragged: string): boolean {
  const { type } = draggedLayer(dragged);
  return type !== BLOCK_INPUT_TYPE && layerDefinition(type)?.inputs.arity !== 'none';
}

function isInside({ left, right, top, bottom }: DOMRect, { x, y }: ScreenPoint): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function around(middle: Position, grid: number): Position {
  const snap = (length: number) => Math.round(length / grid) * grid;
  return { x: snap(middle.x - NODE_WIDTH / 2), y: snap(middle.y - NODE_HEIGHT / 2) };
}
