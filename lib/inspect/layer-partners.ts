import type { NodeId } from '@/lib/core/ids';

export interface NamedLayer {
  readonly node: NodeId;
  readonly title: string;
}

/** 'same': the same layer of the design; 'order': the first of a title with the first of that title, and so on. */
export interface Partner {
  readonly node: NodeId;
  readonly by: 'same' | 'order';
}

/**
 * Which layer of B stands beside which of A. Both lists are in the order of computation. A layer that is in both designs
 * keeps to itself; of the others, those with one title are paired as they come. What is left over has no partner.
 */
export function layerPartners(a: readonly NamedLayer[], b: readonly NamedLayer[]): ReadonlyMap<NodeId, Partner> {
  const ofB = new Set(b.map(({ node }) => node));
  const ofA = new Set(a.map(({ node }) => node));
  const waiting = new Map<string, NodeId[]>();
  for (const { node, title } of b) {
    if (!ofA.has(node)) waiting.set(title, [...(waiting.get(title) ?? []), node]);
  }
  const partners = new Map<NodeId, Partner>();
  for (const { node, title } of a) {
    const other = ofB.has(node) ? node : waiting.get(title)?.shift();
    if (other !== undefined) partners.set(node, { node: other, by: other === node ? 'same' : 'order' });
  }
  return partners;
}
