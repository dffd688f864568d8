import type { FixLabel } from '@/lib/core/fix-label';
import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { ProblemCode, ProblemValues } from '@/lib/core/problem';
import type { Command } from '@/lib/document/command';

export type Severity = 'error' | 'warning' | 'hint';

/** Where in the design: the whole of it, a layer, one of its parameters, or an edge. */
export type Place =
  | { readonly kind: 'document' }
  | { readonly kind: 'node'; readonly node: NodeId }
  | { readonly kind: 'param'; readonly node: NodeId; readonly param: string }
  | { readonly kind: 'edge'; readonly edge: EdgeId; readonly node: NodeId };

/** One click's mend: the label is worded in lib/messages by its label. */
export interface Fix {
  readonly label: FixLabel;
  readonly command: Command;
}

/** Something about the design a person should know, with its place, its numbers and its mends. */
export type Diagnostic = {
  readonly [C in ProblemCode]: {
    readonly code: C;
    readonly severity: Severity;
    readonly values: Readonly<ProblemValues[C]>;
    readonly place: Place;
    readonly related: readonly Place[];
    readonly fixes: readonly Fix[];
  };
}[ProblemCode];
