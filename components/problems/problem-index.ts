import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { Analysis } from '@/lib/analysis/analysis';
import type { Diagnostic, Severity } from '@/lib/analysis/diagnostic';

export interface ProblemIndex {
  /** Everything at a layer, its parameters and its incoming edges; the gravest first. */
  readonly ofNode: ReadonlyMap<NodeId, readonly Diagnostic[]>;
  readonly ofEdge: ReadonlyMap<EdgeId, readonly Diagnostic[]>;
  readonly bySeverity: readonly Diagnostic[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };
const indexes = new WeakMap<Analysis, ProblemIndex>();

/** Where the problems are. Worked out once for every analysis. */
export function problemIndex(analysis: Analysis): ProblemIndex {
  const known = indexes.get(analysis);
  if (known !== undefined) return known;
  const bySeverity = [...analysis.diagnostics].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const index: ProblemIndex = {
    bySeverity,
    ofNode: group(bySeverity, ({ place }) => (place.kind === 'document' ? null : place.node)),
    ofEdge: group(bySeverity, ({ place }) => (place.kind === 'edge' ? place.edge : null)),
  };
  indexes.set(analysis, index);
  return index;
}

const NONE: readonly Diagnostic[] = [];

export function problemsOfNode(analysis: Analysis, node: NodeId): readonly Diagnostic[] {
  return problemIndex(analysis).ofNode.get(node) ?? NONE;
}

export function problemsOfEdge(analysis: Analysis, edge: EdgeId): readonly Diagnostic[] {
  return problemIndex(analysis).ofEdge.get(edge) ?? NONE;
}

function group(
  diagnostics: readonly Diagnostic[],
  keyOf: (diagnostic: Diagnostic) => string | null,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    if (key === null) continue;
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [diagnostic]);
    else members.push(diagnostic);
  }
  return groups;
}
