import type { NodeId } from '@/lib/core/ids';
import { BLOCK_TYPE, blockInputs, definitionOf, repeatOf } from '@/lib/document/blocks';
import type { Block, Document, DocumentNode } from '@/lib/document/document';
import { MOST_FLAT_LAYERS, type Expansion } from '@/lib/document/expand-blocks';
import { incomingEdges } from '@/lib/document/graph';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import { atNode, report } from '@/lib/analysis/report';
import { removeEdges, removeLayers } from '@/lib/analysis/structure-fixes';

/** What is wrong with how blocks are used; what is wrong inside them the other passes say of the design written out. */
export function checkBlocks(document: Document, { overflow }: Expansion): readonly Diagnostic[] {
  if (Object.keys(document.blocks).length === 0) return [];
  const uses = Object.values(document.nodes).filter(({ type }) => type === BLOCK_TYPE);
  const seen = new Set<string>();
  const found = uses.flatMap((node) => {
    const block = definitionOf(document, node);
    if (block === null) return [];
    const isFirst = !seen.has(block.id);
    seen.add(block.id);
    return [...checkUse(document, node, block), ...(isFirst ? checkOutput(node, block) : [])];
  });
  return overflow
    ? [report('block/too-many-layers', { most: MOST_FLAT_LAYERS }, { place: { kind: 'document' } })]
    : found;
}

function checkOutput(node: DocumentNode, { name, output }: Block): readonly Diagnostic[] {
  if (output !== null) return [];
  return [report('block/no-output', { block: name }, { place: atNode(node.id), fixes: [removeLayers([node.id])] })];
}

function checkUse(document: Document, node: DocumentNode, block: Block): readonly Diagnostic[] {
  const needed = blockInputs(document, block.id).length;
  const edges = incomingEdges(document, node.id);
  const given = edges.filter(({ slot }) => slot < needed);
  return [
    ...checkRepeat(node, needed),
    ...(given.length < needed ? [missing(node.id, { got: given.length, least: needed })] : []),
    ...checkExtra(node.id, edges.slice(given.length), needed),
  ];
}

/** A repetition gets what the one before gives: one tensor. */
function checkRepeat(node: DocumentNode, inputs: number): readonly Diagnostic[] {
  const repeat = repeatOf(node);
  if (repeat === 1 || inputs === 1) return [];
  return [
    report(
      'block/repeat-needs-one-input',
      { inputs, repeat },
      {
        place: { kind: 'param', node: node.id, param: 'repeat' },
        fixes: [
          {
            label: { kind: 'run-once' },
            command: { kind: 'set-param', node: node.id, param: 'repeat', value: 1 },
          },
        ],
      },
    ),
  ];
}

function missing(id: NodeId, { got, least }: { readonly got: number; readonly least: number }): Diagnostic {
  const where = { place: atNode(id), fixes: [removeLayers([id])] };
  return least === 1
    ? report('topology/missing-input', {}, where)
    : report('topology/too-few-inputs', { got, least }, where);
}

function checkExtra(
  id: NodeId,
  extra: readonly { readonly id: string; readonly source: NodeId }[],
  most: number,
): readonly Diagnostic[] {
  const [first] = extra;
  if (first === undefined) return [];
  return [
    report(
      'topology/extra-input',
      { got: most + extra.length, most },
      {
        place: { kind: 'edge', edge: first.id, node: id },
        related: extra.map(({ source }) => atNode(source)),
        fixes: [removeEdges(extra.map((edge) => edge.id))],
      },
    ),
  ];
}
