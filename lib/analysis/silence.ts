import type { NodeId } from '@/lib/core/ids';
import type { ProblemCode } from '@/lib/core/problem';
import { documentId } from '@/lib/document/blocks';
import type { Silence } from '@/lib/document/document';
import type { Diagnostic } from '@/lib/analysis/diagnostic';

/** Whether a person does not want to hear of this at this layer; `node` null: at the design as a whole. */
export type IsSilenced = (code: ProblemCode, node: NodeId | null) => boolean;

export function createSilence(silenced: readonly Silence[]): IsSilenced {
  if (silenced.length === 0) return () => false;
  const everywhere = new Set(silenced.flatMap(({ code, node }) => (node === undefined ? [code] : [])));
  const atLayers = new Set(silenced.flatMap(({ code, node }) => (node === undefined ? [] : [`${code} ${node}`])));
  return (code, node) => everywhere.has(code) || (node !== null && atLayers.has(`${code} ${node}`));
}

export interface Heard {
  readonly diagnostics: readonly Diagnostic[];
  /** What was left out, one text for each; those of the same layer of a block are the same. */
  readonly silenced: readonly string[];
}

export function silencedText(code: ProblemCode, node: NodeId | null): string {
  return `${code} ${node === null ? '' : documentId(node)}`;
}

/** Errors stand in the way, so they are always heard. */
export function hear(diagnostics: readonly Diagnostic[], isSilenced: IsSilenced): Heard {
  const isLeftOut = ({ severity, code, place }: Diagnostic) =>
    severity !== 'error' && isSilenced(code, place.kind === 'document' ? null : place.node);
  return {
    diagnostics: diagnostics.filter((diagnostic) => !isLeftOut(diagnostic)),
    silenced: diagnostics
      .filter(isLeftOut)
      .map(({ code, place }) => silencedText(code, place.kind === 'document' ? null : place.node)),
  };
}
