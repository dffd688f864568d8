import { useCallback, type KeyboardEvent, type RefObject } from 'react';
import type { NodeId } from '@/lib/core/ids';
import type { Position } from '@/lib/document/document';
import { GRID } from '@/lib/document/node-size';
import { shownDesign } from '@/lib/state/shown-design';
import { requestInspectorFocus } from '@/components/inspector/inspector-focus';
import type { Designer } from '@/components/state/create-designer';
import { useDesigner } from '@/components/state/designer-context';
import { useCanvasUiStore } from '@/components/canvas/canvas-ui';
import { neighbourOf, type Direction } from '@/components/canvas/graph-walk';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const STEPS: Readonly<Record<Direction, Position>> = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};
/** With Shift a layer moves this many grid steps at once. */
const LEAP = 5;

/**
 * The canvas by keyboard alone; it is one stop of the Tab key. What is not here (delete, copy, undo …) are actions with
 * shortcuts of their own.
 */
export function useCanvasKeys(frame: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  const designer = useDesigner();
  const ui = useCanvasUiStore();
  return useCallback(
    (event) => {
      if (event.target !== frame.current || event.altKey) return;
      const direction = DIRECTIONS[event.key];
      const isMod = event.ctrlKey || event.metaKey;
      const node = designer.workspace.store.getState().selection.nodes.at(-1);
      if (direction !== undefined && isMod) moveSelected(designer, direction, event.shiftKey ? LEAP : 1);
      else if (direction !== undefined) walk(designer, direction, { extend: event.shiftKey });
      else if (isMod || event.shiftKey) return;
      else if (event.key === 'Enter' && node !== undefined) edit(designer);
      else if (event.key === 'Escape' && hasNothingSelected(designer) && canLeave(designer)) leave(designer);
      else if (event.key.toLowerCase() === 'c' && node !== undefined) ui.setState({ connecting: node });
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [designer, ui, frame],
  );
}

function hasNothingSelected({ workspace }: Designer): boolean {
  const { nodes, edges } = workspace.store.getState().selection;
  return nodes.length + edges.length === 0;
}

function canLeave({ actions }: Designer): boolean {
  return actions.byId['leave-block'].enabled();
}

function leave({ actions }: Designer): void {
  actions.byId['leave-block'].run();
}

/** A block is opened, anything else edited in the inspector. */
function edit({ actions, preferences }: Designer): void {
  const open = actions.byId['open-block'];
  if (open.enabled()) return open.run();
  preferences.actions.set({ inspectorOpen: true });
  requestInspectorFocus(null);
}

function walk({ workspace, ports }: Designer, direction: Direction, { extend }: { readonly extend: boolean }): void {
  const { document, view, analysis, selection } = workspace.store.getState();
  const shown = shownDesign(document, view);
  const from = selection.nodes.at(-1);
  const to = from === undefined ? firstLayer(shown.nodes, analysis.order) : neighbourOf(shown, from, direction);
  if (to === null) return;
  const kept = extend ? selection.nodes.filter((id) => id !== to) : [];
  workspace.actions.select({ nodes: [...kept, to], edges: [] });
  ports.store.getState().canvas?.reveal([to]);
}

function firstLayer(nodes: Readonly<Record<NodeId, unknown>>, order: readonly NodeId[]): NodeId | null {
  const first = order.flatMap((id) => id.split('.')).find((id) => Object.hasOwn(nodes, id));
  return first ?? Object.keys(nodes)[0] ?? null;
}

/** Holding the key down is one undo step. */
function moveSelected({ workspace }: Designer, direction: Direction, steps: number): void {
  const { document, selection } = workspace.store.getState();
  const { x, y } = STEPS[direction];
  const positions = Object.fromEntries(
    selection.nodes.flatMap((id) => {
      const at = document.nodes[id]?.position;
      return at === undefined ? [] : [[id, { x: at.x + x * steps * GRID, y: at.y + y * steps * GRID }]];
    }),
  );
  workspace.actions.apply({ kind: 'move', positions }, `keyboard-move ${selection.nodes.join(' ')}`);
}
