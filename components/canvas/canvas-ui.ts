import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { Position } from '@/lib/document/document';
import type { LayerFlowNode } from '@/components/canvas/flow-types';

/** What passes on the canvas and belongs to no design. */
export interface CanvasUi {
  /** Where layers are while they are dragged; the document learns of it at the end, in one step. */
  readonly dragged: Readonly<Record<NodeId, Position>> | null;
  /** The edge that a layer would be put on if it were let go now. */
  readonly dropEdge: EdgeId | null;
  readonly renaming: NodeId | null;
  /** The layer for which a target to connect to is being picked. */
  readonly connecting: NodeId | null;
  /** What the canvas shows, also while it is painted from afar. */
  readonly shown: readonly LayerFlowNode[];
  /** The view shows the whole design and nobody has moved it since. */
  readonly isFitted: boolean;
  /** Ends the arranging of a large design that is under way. */
  readonly arranging: AbortController | null;
}

export type CanvasUiStore = StoreApi<CanvasUi>;

export function createCanvasUi(): CanvasUiStore {
  return createStore<CanvasUi>(() => ({
    dragged: null,
    dropEdge: null,
    renaming: null,
    connecting: null,
    shown: [],
    isFitted: true,
    arranging: null,
  }));
}

export const CanvasUiContext = createContext<CanvasUiStore | null>(null);

export function useCanvasUiStore(): CanvasUiStore {
  const store = use(CanvasUiContext);
  if (store === null) throw new Error('useCanvasUiStore is called outside the canvas');
  return store;
}

export function useCanvasUi<T>(select: (ui: CanvasUi) => T): T {
  return useStore(useCanvasUiStore(), select);
}
