import type { NodeId } from '@/lib/core/ids';
import { sameJson } from '@/lib/core/same-json';
import { sameShape } from '@/lib/core/tensor-type';
import type { FigureBlock, FigureGraph, FigureLink } from '@/lib/pictures/figure/fold-layers';

/** Maps in a row that differ in nothing a picture shows stand close together, under one label. */
export interface FigureGroup {
  readonly id: NodeId;
  readonly blocks: readonly [FigureBlock, ...FigureBlock[]];
}

export interface GroupGraph {
  readonly groups: readonly FigureGroup[];
  readonly links: readonly FigureLink[];
}

export function groupBlocks({ blocks, links }: FigureGraph): GroupGraph {
  const sources = countBy(links, ({ to }) => to);
  const targets = countBy(links, ({ from }) => from);
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const groupOf = new Map<NodeId, NodeId>();
  const members = new Map<NodeId, [FigureBlock, ...FigureBlock[]]>();
  const before = new Map(links.map(({ from, to }) => [to, from]));
  for (const block of blocks) {
    const source = byId.get(before.get(block.id) ?? '');
    const isChained = source !== undefined && sources.get(block.id) === 1 && targets.get(source.id) === 1;
    const group = isChained && belongs(block, source) ? groupOf.get(source.id) : undefined;
    groupOf.set(block.id, group ?? block.id);
    const known = group === undefined ? undefined : members.get(group);
    if (known) known.push(block);
    else members.set(block.id, [block]);
  }
  const groups = [...members].map(([id, inside]) => ({ id, blocks: inside }));
  const between = links.flatMap(({ from, to }): readonly FigureLink[] => {
    const [a, b] = [groupOf.get(from), groupOf.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [{ from: a, to: b }];
  });
  return { groups, links: between };
}

function belongs(block: FigureBlock, source: FigureBlock): boolean {
  return (
    block.kind === 'map' &&
    source.kind === 'map' &&
    block.family === source.family &&
    block.icon === source.icon &&
    block.repeat === 1 &&
    source.repeat === 1 &&
    sameShape(block.shape, source.shape) &&
    sameJson(block.reading?.reach ?? null, source.reading?.reach ?? null)
  );
}

function countBy(links: readonly FigureLink[], keyOf: (link: FigureLink) => NodeId): ReadonlyMap<NodeId, number> {
  const counts = new Map<NodeId, number>();
  for (const link of links) counts.set(keyOf(link), (counts.get(keyOf(link)) ?? 0) + 1);
  return counts;
}
