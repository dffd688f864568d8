import type { NodeId } from '@/lib/core/ids';
import { blockOf, edgesIn, nodesIn, scopeOf, type Scope } from '@/lib/document/blocks';
import type { Document, DocumentNode, Position } from '@/lib/document/document';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import { openScope, type DesignView } from '@/lib/state/design-view';

/** What the canvas shows of a design, with the place of everything in this view. */
export interface ShownDesign extends Pick<Document, 'nodes' | 'edges'> {
  /** Of the uses of blocks that are expanded at their place. */
  readonly frames: ReadonlyMap<NodeId, FrameSize>;
  /** From a layer's place in the document to its place in this view, where they differ. */
  readonly offsets: ReadonlyMap<NodeId, Position>;
  /** The one that is open; layers of others are inside frames. */
  readonly scope: Scope;
}

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Around the inside of a frame; above it there is its title. */
const FRAME_PADDING = 20;
const FRAME_TITLE = 44;
const NOWHERE: ReadonlyMap<NodeId, never> = new Map<NodeId, never>();

let last: { readonly document: Document; readonly view: DesignView; readonly shown: ShownDesign } | null = null;

/** Worked out once for every document and view; without blocks, the document's own layers and edges. */
export function shownDesign(document: Document, view: DesignView): ShownDesign {
  if (last !== null && last.document === document && last.view === view) return last.shown;
  const previous = last?.shown ?? null;
  const shown = show(document, view, previous);
  last = { document, view, shown };
  return shown;
}

function show(document: Document, view: DesignView, previous: ShownDesign | null): ShownDesign {
  if (Object.keys(document.blocks).length === 0) {
    return { nodes: document.nodes, edges: document.edges, frames: NOWHERE, offsets: NOWHERE, scope: null };
  }
  const scope = openScope(document, view);
  const placed = placeScope(document, scope, new Set(view.expanded));
  const nodes = placed.items.map(({ node, at }): DocumentNode => {
    const isThere = node.position.x === at.x && node.position.y === at.y;
    if (isThere) return node;
    const known = previous?.nodes[node.id];
    const isSame = known !== undefined && known.position.x === at.x && known.position.y === at.y && alike(known, node);
    return isSame ? known : { ...node, position: at };
  });
  const scopes = new Set(nodes.map(scopeOf));
  const edges = [...scopes].flatMap((each) => edgesIn(document, each));
  return {
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])),
    frames: new Map(placed.frames),
    offsets: new Map(placed.items.flatMap(({ node, at }) => offsetOf(node, at))),
    scope,
  };
}

function alike(a: DocumentNode, b: DocumentNode): boolean {
  return a.params === b.params && a.title === b.title && a.scope === b.scope && a.type === b.type;
}

function offsetOf({ id, position }: DocumentNode, at: Position): readonly (readonly [NodeId, Position])[] {
  const offset = { x: at.x - position.x, y: at.y - position.y };
  return offset.x === 0 && offset.y === 0 ? [] : [[id, offset]];
}

interface Item {
  readonly node: DocumentNode;
  readonly at: Position;
}

interface Placed {
  readonly items: readonly Item[];
  readonly frames: readonly (readonly [NodeId, FrameSize])[];
}

/** The layers of a scope with those of its frames; what stands below or right of a frame makes room for it. */
function placeScope(document: Document, scope: Scope, expanded: ReadonlySet<NodeId>): Placed {
  const own = nodesIn(document, scope);
  const at = new Map(own.map(({ id, position }) => [id, position] as const));
  const frames: (readonly [NodeId, FrameSize])[] = [];
  const inside: Inside[] = [];
  const opened = own.filter(({ id }) => expanded.has(id)).sort((a, b) => a.position.y - b.position.y);
  for (const use of opened) {
    const content = placeScope(document, blockOf(use), expanded);
    const box = boxOf(content);
    const size = { width: box.width + 2 * FRAME_PADDING, height: box.height + FRAME_TITLE + FRAME_PADDING };
    makeRoom(at, use.id, size);
    frames.push([use.id, size], ...content.frames);
    inside.push(...content.items.map((item) => intoFrame(item, use.id, box)));
  }
  const items = own.map((node) => ({ node, at: at.get(node.id) ?? node.position }));
  return { items: [...items, ...settle(inside, at)], frames };
}

/** `at` counts from the frame's corner. */
interface Inside extends Item {
  readonly use: NodeId;
}

function intoFrame({ node, at }: Item, use: NodeId, box: Box): Inside {
  return { node, at: { x: at.x - box.left + FRAME_PADDING, y: at.y - box.top + FRAME_TITLE }, use };
}

/** Frames move while others before them make room: only at the end it is known where their insides stand. */
function settle(inside: readonly Inside[], at: ReadonlyMap<NodeId, Position>): readonly Item[] {
  return inside.map(({ node, at: within, use }) => {
    const corner = at.get(use) ?? { x: 0, y: 0 };
    return { node, at: { x: corner.x + within.x, y: corner.y + within.y } };
  });
}

function makeRoom(places: Map<NodeId, Position>, use: NodeId, { width, height }: FrameSize): void {
  const frame = places.get(use);
  if (frame === undefined) return;
  for (const [id, { x, y }] of places) {
    if (id === use) continue;
    const isRight = x >= frame.x + NODE_WIDTH;
    const isBelow = !isRight && x + NODE_WIDTH > frame.x && y >= frame.y + NODE_HEIGHT;
    if (isRight) places.set(id, { x: x + Math.max(0, width - NODE_WIDTH), y });
    else if (isBelow) places.set(id, { x, y: y + Math.max(0, height - NODE_HEIGHT) });
  }
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boxOf({ items, frames }: Placed): Box {
  const sizes = new Map(frames);
  if (items.length === 0) return { left: 0, top: 0, width: NODE_WIDTH, height: NODE_HEIGHT };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { node, at } of items) {
    const { width, height } = sizes.get(node.id) ?? { width: NODE_WIDTH, height: NODE_HEIGHT };
    left = Math.min(left, at.x);
    top = Math.min(top, at.y);
    right = Math.max(right, at.x + width);
    bottom = Math.max(bottom, at.y + height);
  }
  return { left, top, width: right - left, height: bottom - top };
}

/** Where a new layer goes that is let go at this place of the view: into the innermost frame there, or beside them. */
export function placeInDocument(
  document: Document,
  { nodes, frames, offsets, scope }: ShownDesign,
  point: Position,
): { readonly scope: Scope; readonly position: Position } {
  let found: { readonly use: DocumentNode; readonly area: number } | null = null;
  for (const [id, { width, height }] of frames) {
    const use = nodes[id];
    if (use === undefined) continue;
    const { x, y } = use.position;
    const isOver = point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
    if (isOver && (found === null || width * height < found.area)) found = { use, area: width * height };
  }
  const into = found === null ? scope : blockOf(found.use);
  // Moved as the layer next to it is: what is nearest in the view is so in the document.
  const offset = nearestOffset(nodesIn(document, into), { nodes, offsets }, point);
  return { scope: into, position: { x: point.x - offset.x, y: point.y - offset.y } };
}

function nearestOffset(
  drawn: readonly DocumentNode[],
  { nodes, offsets }: Pick<ShownDesign, 'nodes' | 'offsets'>,
  point: Position,
): Position {
  const distance = ({ id }: DocumentNode) => {
    const at = nodes[id]?.position ?? point;
    return Math.hypot(at.x - point.x, at.y - point.y);
  };
  const nearest = drawn.reduce<DocumentNode | null>(
    (best, node) => (best === null || distance(node) < distance(best) ? node : best),
    null,
  );
  return (nearest === null ? undefined : offsets.get(nearest.id)) ?? { x: 0, y: 0 };
}
