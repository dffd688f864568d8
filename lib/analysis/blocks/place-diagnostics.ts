import type { NodeId } from '@/lib/core/ids';
import type { ProblemCode } from '@/lib/core/problem';
import { documentId } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';
import type { Expansion } from '@/lib/document/expand-blocks';
import { createCommandMap, findLifts } from '@/lib/analysis/blocks/map-command';
import type { Diagnostic, Place } from '@/lib/analysis/diagnostic';

/** What these speak of is the end of the network: where a block gives it, the block. */
const ABOUT_THE_END: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'topology/unused-output',
  'topology/several-outputs',
  'task/output-not-vector',
  'task/no-softmax',
]);

/**
 * Findings in the design written out, put where the layers are drawn: a finding in a block once, however often it is
 * used. A mend whose command cannot be said of the document as it is drawn is left out.
 */
export function placeDiagnostics(
  document: Document,
  expansion: Expansion,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const lifts = findLifts(expansion);
  const mapCommand = createCommandMap(document, expansion, lifts);
  const seen = new Set<string>();
  return diagnostics.flatMap((diagnostic): readonly Diagnostic[] => {
    if (isKnownAtBlock(document, expansion, diagnostic)) return [];
    const lift = (id: NodeId) => (ABOUT_THE_END.has(diagnostic.code) ? (lifts.get(id) ?? id) : id);
    const place = drawnPlace(diagnostic.place, lift);
    const key = JSON.stringify([diagnostic.code, place]);
    if (seen.has(key)) return [];
    seen.add(key);
    const fixes = diagnostic.fixes.flatMap(({ label, command }) => {
      const mapped = mapCommand(command);
      return mapped === null ? [] : [{ label, command: mapped }];
    });
    return [{ ...diagnostic, place, related: drawnPlaces(diagnostic.related, lift), fixes }];
  });
}

/** A layer that waits for what its block is not given: the block's own report says so. */
function isKnownAtBlock(document: Document, { flat }: Expansion, { code, place }: Diagnostic): boolean {
  if (code !== 'topology/missing-input' && code !== 'topology/too-few-inputs') return false;
  if (place.kind !== 'node') return false;
  const own = documentId(place.node);
  const drawn = Object.values(document.edges).filter(({ target }) => target === own).length;
  return drawn > Object.values(flat.edges).filter(({ target }) => target === place.node).length;
}

function drawnPlaces(places: readonly Place[], lift: (id: NodeId) => NodeId): readonly Place[] {
  const byText = new Map(places.map((place) => drawnPlace(place, lift)).map((place) => [JSON.stringify(place), place]));
  return [...byText.values()];
}

function drawnPlace(place: Place, lift: (id: NodeId) => NodeId): Place {
  switch (place.kind) {
    case 'document':
      return place;
    case 'node':
      return { kind: 'node', node: documentId(lift(place.node)) };
    case 'param':
      return { ...place, node: documentId(place.node) };
    case 'edge':
      return { kind: 'edge', edge: documentId(place.edge), node: documentId(place.node) };
  }
}
