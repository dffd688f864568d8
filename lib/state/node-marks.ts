import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NodeId } from '@/lib/core/ids';

/** A short figure on a layer of the canvas, and what it says in words. */
export interface NodeMark {
  readonly text: string;
  readonly label: string;
}

/** What is shown on layers besides the design itself, by node of the document. */
export type NodeMarks = StoreApi<Readonly<Record<NodeId, NodeMark>>>;

export function createNodeMarks(): NodeMarks {
  return createStore<Readonly<Record<NodeId, NodeMark>>>(() => ({}));
}
