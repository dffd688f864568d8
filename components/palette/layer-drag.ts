import { createStore } from 'zustand/vanilla';

/** A point on the screen, as pointer events give it (clientX, clientY). */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** A place that takes layers dragged from the palette. */
export interface LayerDropTarget {
  /** True where a layer let go at this point would land. */
  accepts(point: ScreenPoint): boolean;
  over(type: string, point: ScreenPoint): void;
  leave(): void;
  drop(type: string, point: ScreenPoint): void;
}

export interface LayerDrag {
  readonly type: string;
  readonly point: ScreenPoint;
  readonly isAccepted: boolean;
}

/** The layer that is being dragged from the palette, for its picture under the pointer. */
export const layerDrag = createStore<LayerDrag | null>(() => null);

const targets = new Set<LayerDropTarget>();

/** Call the result to take the target back. */
export function addLayerDropTarget(target: LayerDropTarget): () => void {
  targets.add(target);
  return () => void targets.delete(target);
}

export function moveLayerDrag(type: string, point: ScreenPoint): void {
  const target = targetAt(point);
  for (const other of targets) if (other !== target) other.leave();
  target?.over(type, point);
  layerDrag.setState({ type, point, isAccepted: target !== undefined }, true);
}

export function dropLayerDrag(): void {
  const drag = layerDrag.getState();
  cancelLayerDrag();
  if (drag !== null) targetAt(drag.point)?.drop(drag.type, drag.point);
}

export function cancelLayerDrag(): void {
  for (const target of targets) target.leave();
  layerDrag.setState(null, true);
}

function targetAt(point: ScreenPoint): LayerDropTarget | undefined {
  return [...targets].find((target) => target.accepts(point));
}
