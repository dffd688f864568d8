import type { Locale } from '@/lib/core/locale';
import { formatShape } from '@/lib/core/tensor-type';
import { repeatOf } from '@/lib/document/blocks';
import type { Document, DocumentNode } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import type { Analysis } from '@/lib/analysis/analysis';
import type { CanvasWords } from '@/lib/pictures/canvas/canvas-words';
import { drawEdges } from '@/lib/pictures/canvas/draw-edges';
import { drawNode, type NodeDrawing } from '@/lib/pictures/canvas/draw-node';
import type { Scene } from '@/lib/pictures/canvas/scene';
import { PALETTES } from '@/lib/pictures/palette';
import { groundOf, sheet, type Look, type Picture } from '@/lib/pictures/picture';
import { element, escapeXml } from '@/lib/pictures/xml';

interface CanvasOptions extends Look {
  readonly locale: Locale;
  readonly words: CanvasWords;
}

interface Drawn {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly scene: Scene;
}

const MARGIN = 24;

/** The design as the canvas shows it. */
export function canvasPicture({ document, analysis, scene }: Drawn, options: CanvasOptions): Picture {
  const palette = PALETTES[options.theme];
  const { lines, labels, routes } = drawEdges(scene, { analysis, palette, ground: options.ground });
  const drawing: NodeDrawing = { document, analysis, palette, ...options, faulty: faultyNodes(analysis) };
  const nodes = Object.values(scene.nodes);
  // Outer frames first: the inner ones lie on them.
  const frames = nodes
    .filter(({ id }) => scene.frames.has(id))
    .sort((a, b) => (scene.frames.get(b.id)?.width ?? 0) - (scene.frames.get(a.id)?.width ?? 0))
    .map((node) => drawFrame(node, scene, drawing));
  const faces = nodes.filter(({ id }) => !scene.frames.has(id)).map((node) => drawNode(node, drawing));
  const { left, top, right, bottom } = extentOf(scene, routes);
  return sheet({
    left: left - MARGIN,
    top: top - MARGIN,
    width: right - left + 2 * MARGIN,
    height: bottom - top + 2 * MARGIN,
    title: document.name,
    ground: groundOf(options, 'canvas'),
    content: [...frames, ...lines, ...faces, ...labels],
  });
}

function faultyNodes({ diagnostics }: Analysis): ReadonlySet<string> {
  const faulty = diagnostics.flatMap(({ place, severity }) =>
    place.kind !== 'document' && severity === 'error' ? [place.node] : [],
  );
  return new Set(faulty);
}

/** A block whose inside is shown. */
function drawFrame(node: DocumentNode, scene: Scene, { document, analysis, palette, locale }: NodeDrawing): string {
  const { width, height } = scene.frames.get(node.id) ?? { width: 0, height: 0 };
  const repeat = repeatOf(node);
  const output = analysis.layers[node.id]?.output;
  const said = [
    layerTitle(node, locale, document.blocks),
    ...(repeat > 1 ? [`× ${repeat}`] : []),
    ...(output ? [formatShape(output.shape)] : []),
  ];
  const { x, y } = node.position;
  return element('g', { transform: `translate(${x} ${y})` }, [
    element('rect', {
      width,
      height,
      rx: 9,
      fill: palette.surface,
      'fill-opacity': 0.55,
      stroke: palette.borderStrong,
      'stroke-width': 1.5,
      'stroke-dasharray': '5 4',
    }),
    element(
      'text',
      { x: 12, y: 22, 'font-size': 13, 'font-weight': 600, fill: palette.text },
      escapeXml(said.join('  ')),
    ),
  ]);
}

interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Of the text beside an edge in a lane. */
const BESIDE = 14;

function extentOf(
  { nodes, frames }: Scene,
  routes: Iterable<{ readonly corners: readonly { x: number; y: number }[] }>,
): Extent {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const cover = (x: number, y: number, width = 0, height = 0) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  };
  for (const { id, position } of Object.values(nodes)) {
    const { width, height } = frames.get(id) ?? { width: NODE_WIDTH + 5, height: NODE_HEIGHT + 5 };
    cover(position.x, position.y, width, height);
  }
  for (const { corners } of routes) for (const { x, y } of corners) cover(x - BESIDE, y, 2 * BESIDE);
  return left > right ? { left: 0, top: 0, right: NODE_WIDTH, bottom: NODE_HEIGHT } : { left, top, right, bottom };
}
