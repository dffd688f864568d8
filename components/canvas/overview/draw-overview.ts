import type { LayerFlowNode, ShapeFlowEdge } from '@/components/canvas/flow-types';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';

/** Everything that is drawn, put together once: a view of it is then a few strokes, however many layers there are. */
export interface OverviewShapes {
  readonly edges: Path2D;
  /** By the name of the colour that fills them. */
  readonly layers: ReadonlyMap<string, Path2D>;
  readonly selected: Path2D;
}

export interface OverviewView {
  /** Pixels of the screen per unit of the canvas, and where its origin is. */
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

export interface OverviewColours {
  readonly line: string;
  readonly selected: string;
  readonly fill: (family: string) => string;
}

export function gatherShapes(
  nodes: readonly LayerFlowNode[],
  edges: readonly ShapeFlowEdge[],
  familyOf: (node: LayerFlowNode) => string,
): OverviewShapes {
  const layers = new Map<string, Path2D>();
  const selected = new Path2D();
  for (const node of nodes) {
    const family = familyOf(node);
    const path = layers.get(family) ?? new Path2D();
    layers.set(family, path);
    path.rect(node.position.x, node.position.y, NODE_WIDTH, NODE_HEIGHT);
    if (node.selected === true) selected.rect(node.position.x, node.position.y, NODE_WIDTH, NODE_HEIGHT);
  }
  const lines = new Path2D();
  for (const { data } of edges) if (data !== undefined) lines.addPath(new Path2D(data.path));
  return { edges: lines, layers, selected };
}

export function drawOverview(
  context: CanvasRenderingContext2D,
  { edges, layers, selected }: OverviewShapes,
  { view, colours }: { readonly view: OverviewView; readonly colours: OverviewColours },
): void {
  const { zoom, x, y, width, height, pixelRatio } = view;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(zoom * pixelRatio, 0, 0, zoom * pixelRatio, x * pixelRatio, y * pixelRatio);
  context.lineWidth = 1 / zoom;
  context.strokeStyle = colours.line;
  context.stroke(edges);
  for (const [family, path] of layers) {
    context.fillStyle = colours.fill(family);
    context.fill(path);
  }
  context.lineWidth = 3 / zoom;
  context.strokeStyle = colours.selected;
  context.stroke(selected);
}
