import type { BlockId, NodeId } from '@/lib/core/ids';
import { plainName } from '@/lib/core/plain-name';
import { fail, succeed, type Result } from '@/lib/core/result';
import { layerDefinition } from '@/lib/layers/registry';
import { BLOCK_INPUT_TYPE, BLOCK_TYPE, scopeOf, type Scope } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import type { Document, DocumentEdge, DocumentNode, Position } from '@/lib/document/document';
import { createIdSeries, nextBlockId } from '@/lib/document/next-id';
import { above } from '@/lib/document/layout';
import { innerNotesInto, notesInto } from '@/lib/document/unit-notes';

/** Why these layers cannot be one block; with `layers`, because of those. */
export type GroupRefusal =
  | { readonly kind: 'nothing-selected' }
  | { readonly kind: 'several-scopes' }
  /** The data comes in outside of blocks. */
  | { readonly kind: 'holds-input'; readonly layers: readonly NodeId[] }
  /** Nothing leaves the selection: it runs round in itself. */
  | { readonly kind: 'nothing-leaves' }
  | { readonly kind: 'several-leave'; readonly layers: readonly NodeId[] }
  /** A way leads out of the selection and back in through these. */
  | { readonly kind: 'encloses'; readonly layers: readonly NodeId[] };

/** What grouping would make. */
interface Grouping {
  readonly scope: Scope;
  readonly nodes: readonly DocumentNode[];
  /** Whose output is the block's. */
  readonly output: NodeId;
  /** One list per input of the block: the edges it takes the place of; without a source, layers that wait for an input. */
  readonly inputs: readonly BlockEntry[];
  readonly leaving: readonly DocumentEdge[];
}

interface BlockEntry {
  readonly source: NodeId | null;
  readonly targets: readonly { readonly node: NodeId; readonly slot: number; readonly edge: DocumentEdge | null }[];
}

/** Makes a block of layers; one that cannot be is left as it is: `canGroup` says why. */
export function group(document: Document, command: Extract<Command, { kind: 'group' }>): Document {
  const grouping = canGroup(document, command.nodes);
  return grouping.ok ? withBlock(document, grouping.value, plainName(command.name).trim()) : document;
}

export function canGroup(document: Document, ids: readonly NodeId[]): Result<Grouping, GroupRefusal> {
  const chosen = new Set(ids);
  const nodes = Object.values(document.nodes).filter(({ id }) => chosen.has(id));
  const [first] = nodes;
  if (first === undefined) return fail({ kind: 'nothing-selected' });
  const scope = scopeOf(first);
  if (nodes.some((node) => scopeOf(node) !== scope)) return fail({ kind: 'several-scopes' });
  const inputs = nodes.filter(({ type }) => type === BLOCK_INPUT_TYPE || layerDefinition(type)?.role === 'source');
  if (inputs.length > 0) return fail({ kind: 'holds-input', layers: inputs.map(({ id }) => id) });
  const edges = Object.values(document.edges);
  const enclosed = enclosedBy(edges, chosen);
  if (enclosed.length > 0) return fail({ kind: 'encloses', layers: enclosed });
  const ends = leavingFrom(document, { scope, nodes, edges });
  const [output] = ends;
  if (output === undefined) return fail({ kind: 'nothing-leaves' });
  if (ends.length > 1) return fail({ kind: 'several-leave', layers: ends });
  const leaving = edges.filter(({ source, target }) => chosen.has(source) && !chosen.has(target));
  return succeed({ scope, nodes, output, inputs: entriesOf(nodes, edges), leaving });
}

/** The layers outside that the selection leads to and that lead back into it. */
function enclosedBy(edges: readonly DocumentEdge[], chosen: ReadonlySet<NodeId>): readonly NodeId[] {
  const behind = closure(edges, chosen, ({ source, target }) => [source, target]);
  const before = closure(edges, chosen, ({ source, target }) => [target, source]);
  return [...behind].filter((id) => before.has(id));
}

type Ends = (edge: DocumentEdge) => readonly [from: NodeId, to: NodeId];

/** What outside the chosen layers can be reached from them along edges read this way. */
function closure(edges: readonly DocumentEdge[], chosen: ReadonlySet<NodeId>, ends: Ends): ReadonlySet<NodeId> {
  const next = new Map<NodeId, NodeId[]>();
  for (const edge of edges) {
    const [from, to] = ends(edge);
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  }
  const reached = new Set([...chosen].flatMap((id) => next.get(id) ?? []).filter((id) => !chosen.has(id)));
  // A Set's iteration also visits what is added on the way.
  for (const id of reached) next.get(id)?.forEach((other) => !chosen.has(other) && reached.add(other));
  return reached;
}

interface Selected {
  readonly scope: Scope;
  readonly nodes: readonly DocumentNode[];
  readonly edges: readonly DocumentEdge[];
}

/** The layers whose output is wanted outside; where none is, those whose output nothing takes. */
function leavingFrom(document: Document, { scope, nodes, edges }: Selected): readonly NodeId[] {
  const chosen = new Set(nodes.map(({ id }) => id));
  const out = edges.filter(({ source, target }) => chosen.has(source) && !chosen.has(target));
  const named = scope === null ? document.outputs : [document.blocks[scope]?.output ?? ''];
  const wanted = new Set([...out.map(({ source }) => source), ...named.filter((id) => chosen.has(id))]);
  if (wanted.size > 0) return [...wanted];
  const taken = new Set(edges.map(({ source }) => source));
  return [...chosen].filter((id) => !taken.has(id));
}

/** One input per tensor that enters; what waits for an input waits together, so that the block can be given one. */
function entriesOf(nodes: readonly DocumentNode[], edges: readonly DocumentEdge[]): readonly BlockEntry[] {
  const chosen = new Set(nodes.map(({ id }) => id));
  const entering = edges.filter(({ source, target }) => !chosen.has(source) && chosen.has(target));
  const sources = [...new Set(entering.map(({ source }) => source))];
  if (sources.length > 0) {
    return sources.map((source) => ({
      source,
      targets: entering
        .filter((edge) => edge.source === source)
        .map((edge) => ({ node: edge.target, slot: edge.slot, edge })),
    }));
  }
  const fed = new Set(edges.map(({ target }) => target));
  const waiting = nodes.filter(({ id, type }) => !fed.has(id) && layerDefinition(type)?.inputs.arity === 'one');
  const targets = waiting.map(({ id }) => ({ node: id, slot: 0, edge: null }));
  return targets.length === 0 ? [] : [{ source: null, targets }];
}

function withBlock(document: Document, grouping: Grouping, name: string): Document {
  const { scope, nodes, output, inputs, leaving } = grouping;
  const id = nextBlockId(document);
  const series = createIdSeries(document);
  const drawn = scope === null ? {} : { scope };
  const use: DocumentNode = {
    id: series.node(BLOCK_TYPE),
    type: BLOCK_TYPE,
    params: { block: id, repeat: 1 },
    position: placeOf(nodes),
    ...drawn,
  };
  const entries = inputs.map((entry, index) => ({
    ...entry,
    input: inputNode(document, { id, series, entry, index }),
  }));
  const edges = entries.flatMap(({ source, targets, input }, slot) => [
    ...targets.map(({ node, slot: at, edge }) => ({
      id: edge?.id ?? series.edge(),
      source: input.id,
      target: node,
      slot: at,
    })),
    ...(source === null ? [] : [{ id: series.edge(), source, target: use.id, slot }]),
  ]);
  const out = leaving.map((edge) => ({ ...edge, source: use.id }));
  return replaceOutput(
    {
      ...document,
      nodes: {
        ...inPlace(document.nodes, { nodes, use, id }),
        ...Object.fromEntries(entries.map(({ input }) => [input.id, input])),
      },
      edges: { ...document.edges, ...Object.fromEntries([...edges, ...out].map((edge) => [edge.id, edge])) },
      blocks: { ...document.blocks, [id]: { id, name, output } },
    },
    { scope, from: output, to: use.id },
  );
}

/** The use stands where its first layer stood: the order of the document settles ties in the order of computation. */
function inPlace(
  nodes: Document['nodes'],
  {
    nodes: chosen,
    use,
    id,
  }: { readonly nodes: readonly DocumentNode[]; readonly use: DocumentNode; readonly id: BlockId },
): Document['nodes'] {
  const inside = new Set(chosen.map((node) => node.id));
  const entries = Object.values(nodes).flatMap((node): readonly DocumentNode[] => {
    if (!inside.has(node.id)) return [node];
    const moved = notesInto({ ...node, scope: id }, use.id);
    return node.id === chosen[0]?.id ? [use, moved] : [moved];
  });
  return innerNotesInto(Object.fromEntries(entries.map((node) => [node.id, node])), inside, use.id);
}

function inputNode(
  document: Document,
  {
    id,
    series,
    entry,
    index,
  }: { id: BlockId; series: ReturnType<typeof createIdSeries>; entry: BlockEntry; index: number },
): DocumentNode {
  const fed = entry.targets.flatMap(({ node }) => document.nodes[node]?.position ?? []);
  const top = [...fed].sort((a, b) => a.y - b.y)[0] ?? { x: 0, y: 0 };
  return {
    id: series.node(BLOCK_INPUT_TYPE),
    type: BLOCK_INPUT_TYPE,
    params: { index },
    position: above(top),
    scope: id,
  };
}

function placeOf(nodes: readonly DocumentNode[]): Position {
  const [first] = [...nodes].sort((a, b) => a.position.y - b.position.y);
  return first?.position ?? { x: 0, y: 0 };
}

/** Where the design or the block around names `from` as an output, `to` takes its place. */
export function replaceOutput(
  document: Document,
  { scope, from, to }: { readonly scope: Scope; readonly from: NodeId; readonly to: NodeId | null },
): Document {
  if (scope === null) {
    if (!document.outputs.includes(from)) return document;
    const outputs = document.outputs.flatMap((id) => (id === from ? (to ?? []) : id));
    return { ...document, outputs: [...new Set(outputs)] };
  }
  const around = document.blocks[scope];
  if (around?.output !== from) return document;
  return { ...document, blocks: { ...document.blocks, [scope]: { ...around, output: to } } };
}
