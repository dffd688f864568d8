import type { NodeId } from '@/lib/core/ids';
import type { ProblemCode } from '@/lib/core/problem';
import { applyCommand } from '@/lib/document/apply-command';
import { documentId } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import type { Document } from '@/lib/document/document';
import { expandBlocks, type Expansion } from '@/lib/document/expand-blocks';
import { createCommandMap, findLifts } from '@/lib/analysis/blocks/map-command';
import type { Diagnostic, Place } from '@/lib/analysis/diagnostic';

/** What these speak of is the end of the network: where a block gives it, the block. */
const ABOUT_THE_END: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'topology/unused-output',
  'topology/several-outputs',
  'task/output-not-vector',
  'task/no-softmax',
]);

/** What is found in a design written out. */
type Check = (flat: Document) => readonly Diagnostic[];

/**
 * Findings in the design written out, put where the layers are drawn: a finding in a block once, however often it is
 * used. A mend whose command cannot be said of the document as it is drawn is left out, and so is one
 * that leaves the same finding in another use of its block.
 */
export function placeDiagnostics(
  document: Document,
  expansion: Expansion,
  { diagnostics, check }: { readonly diagnostics: readonly Diagnostic[]; readonly check: Check },
): readonly Diagnostic[] {
  const lifts = findLifts(expansion);
  const mapCommand = createCommandMap(document, expansion, lifts);
  const seen = new Set<string>();
  return diagnostics.flatMap((diagnostic): readonly Diagnostic[] => {
    if (isKnownAtBlock(document, expansion, diagnostic)) return [];
    const lift = (id: NodeId) => (ABOUT_THE_END.has(diagnostic.code) ? (lifts.get(id) ?? id) : id);
    const place = drawnPlace(diagnostic.place, lift);
    const key = keyOf(diagnostic.code, place);
    if (seen.has(key)) return [];
    seen.add(key);
    const mustTry = diagnostic.severity === 'error' && isInBlock(document, place);
    const fixes = diagnostic.fixes.flatMap(({ label, command: written }) => {
      const command = mapCommand(written);
      if (command === null || (mustTry && !isMended(document, { key, command, check }))) return [];
      return [{ label, command }];
    });
    return [{ ...diagnostic, place, related: drawnPlaces(diagnostic.related, lift), fixes }];
  });
}

function keyOf(code: ProblemCode, place: Place): string {
  return JSON.stringify([code, place]);
}

function isInBlock({ nodes }: Document, place: Place): boolean {
  return 'node' in place && nodes[place.node]?.scope !== undefined;
}

/** Whether the finding is gone from every use of its block after the command. */
function isMended(
  document: Document,
  { key, command, check }: { readonly key: string; readonly command: Command; readonly check: Check },
): boolean {
  const { flat } = expandBlocks(applyCommand(document, command));
  return check(flat).every(({ code, place }) => keyOf(code, drawnPlace(place)) !== key);
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

function drawnPlace(place: Place, lift = (id: NodeId) => id): Place {
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
