import type { ComponentType } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NodeId } from '@/lib/core/ids';

/** What a part of the page that came later puts on every layer of the canvas; null: nothing. */
export type NodeSlot = StoreApi<{ readonly Content: ComponentType<{ readonly node: NodeId }> | null }>;

export function createNodeSlot(): NodeSlot {
  return createStore(() => ({ Content: null }));
}
