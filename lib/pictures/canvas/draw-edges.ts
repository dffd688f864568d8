import type { EdgeId } from '@/lib/core/ids';
import { formatShape } from '@/lib/core/tensor-type';
import type { Analysis } from '@/lib/analysis/analysis';
import type { Scene } from '@/lib/pictures/canvas/scene';
import { drawRoutes } from '@/lib/pictures/draw-routes';
import type { DrawnRoute } from '@/lib/pictures/edge-path';
import type { Ground } from '@/lib/pictures/picture';
import { CODE_FONT, type Palette } from '@/lib/pictures/palette';
import { element, escapeXml } from '@/lib/pictures/xml';

interface Drawing {
  readonly analysis: Analysis;
  readonly palette: Palette;
  readonly ground: Ground;
}

export interface DrawnEdges {
  readonly lines: readonly string[];
  /** What stands beside the lines, drawn above everything. */
  readonly labels: readonly string[];
  readonly routes: Iterable<DrawnRoute>;
}

const HEAD = 7;

/** The edges on the same ways as on the canvas; a faulty one is dashed and marked, an unknown shape is a question mark. */
export function drawEdges(scene: Scene, { analysis, palette, ground }: Drawing): DrawnEdges {
  const routes = drawRoutes(Object.values(scene.edges), { ...scene, dragged: {} });
  const faulty = faultyEdges(analysis);
  const drawn = [...routes].map(([id, route]) => {
    const type = analysis.edges[id];
    const look = faulty.has(id) ? 'error' : type == null ? 'unknown' : 'known';
    const shape = type == null ? '?' : formatShape(type.shape);
    return { line: drawLine(route, look, palette), label: drawLabel(route, { look, shape, ground }, palette) };
  });
  return { lines: drawn.map(({ line }) => line), labels: drawn.map(({ label }) => label), routes: routes.values() };
}

type EdgeLook = 'known' | 'unknown' | 'error';
const DASHES: Readonly<Record<EdgeLook, string | undefined>> = { known: undefined, unknown: '2 4', error: '7 4' };

function faultyEdges({ diagnostics }: Analysis): ReadonlySet<EdgeId> {
  const faulty = diagnostics.flatMap(({ place, severity }) =>
    place.kind === 'edge' && severity === 'error' ? [place.edge] : [],
  );
  return new Set(faulty);
}

function drawLine({ path, corners }: DrawnRoute, look: EdgeLook, palette: Palette): string {
  const stroke = look === 'error' ? palette.danger : palette.borderStrong;
  const width = look === 'error' ? 2 : 1.5;
  const line = element('path', {
    d: path,
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-dasharray': DASHES[look],
  });
  const end = corners.at(-1) ?? { x: 0, y: 0 };
  // Every edge arrives from above.
  const head = `M${end.x - HEAD / 2},${end.y - HEAD}L${end.x},${end.y - 1}L${end.x + HEAD / 2},${end.y - HEAD}`;
  return (
    line +
    element('path', {
      d: head,
      fill: 'none',
      stroke,
      'stroke-width': 1.6,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    })
  );
}

interface LabelText {
  readonly look: EdgeLook;
  readonly shape: string;
  readonly ground: Ground;
}

function drawLabel({ label }: DrawnRoute, { look, shape, ground }: LabelText, palette: Palette): string {
  const turn = label.degrees === 0 || look === 'unknown' ? '' : ` rotate(${label.degrees})`;
  return element(
    'text',
    {
      transform: `translate(${label.x} ${label.y})${turn}`,
      dy: '0.32em',
      'text-anchor': label.anchor,
      'font-family': CODE_FONT,
      'font-size': 10.5,
      'font-weight': look === 'error' ? 700 : undefined,
      fill: look === 'error' ? palette.danger : palette.text2,
      // So that a line below leaves it readable.
      ...(ground === 'transparent' ? {} : { stroke: palette.canvas, 'stroke-width': 6, 'paint-order': 'stroke' }),
    },
    escapeXml(look === 'error' ? `⚠ ${shape}` : shape),
  );
}
