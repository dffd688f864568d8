import type { NodeId } from '@/lib/core/ids';
import type { Analysis } from '@/lib/analysis/analysis';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import { blockOf, blocksUsedIn } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';
import { problemIndex } from '@/components/problems/problem-index';

const NONE: readonly Diagnostic[] = [];

/** What is wrong with a use of a block: with itself, and inside the block, the gravest first. */
export function problemsOfBlock(document: Document, analysis: Analysis, id: NodeId): readonly Diagnostic[] {
  if (analysis.diagnostics.length === 0) return NONE;
  const node = document.nodes[id];
  const block = node === undefined ? null : blockOf(node);
  if (block === null) return NONE;
  const inside = new Set([block, ...blocksUsedIn(document, [block])]);
  const found = problemIndex(analysis).bySeverity.filter(({ place }) => {
    if (place.kind === 'document') return false;
    const scope = document.nodes[place.node]?.scope;
    return place.node === id || (scope !== undefined && inside.has(scope));
  });
  return found.length === 0 ? NONE : found;
}
