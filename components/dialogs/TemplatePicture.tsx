import type { TemplatePicture as Picture } from '@/lib/analysis/templates/template-figures';
import { GRID, NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import { FAMILIES } from '@/lib/layers/definition';
import styles from '@/components/dialogs/TemplateGallery.module.css';

const WIDTH = NODE_WIDTH / GRID;
const HEIGHT = NODE_HEIGHT / GRID;
const MARGIN = 4;
/** Even a short chain is drawn as if it were this large, so that its layers are not larger than all others'. */
const LEAST = 96;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly family: (typeof FAMILIES)[number] | null;
}

/** The design as it will stand on the canvas, in its families' colours; blocks are drawn as a pile. Says nothing by itself. */
export function TemplatePicture({ picture }: { readonly picture: Picture }) {
  const boxes = boxesOf(picture);
  const width = Math.max(...boxes.map(({ x }) => x)) + WIDTH;
  const height = Math.max(...boxes.map(({ y }) => y)) + HEIGHT;
  const size = [Math.max(width, LEAST) + 2 * MARGIN, Math.max(height, LEAST / 1.6) + 2 * MARGIN] as const;
  const corner = [(width - size[0]) / 2, (height - size[1]) / 2] as const;
  return (
    <svg className={styles.picture} viewBox={[...corner, ...size].join(' ')} aria-hidden="true">
      <path className={styles.edges} d={edgePath(picture, boxes)} vectorEffect="non-scaling-stroke" />
      {boxes.map(({ x, y, family }, index) => (
        <g key={index} style={family === null ? {} : { color: `var(--family-${family})` }}>
          {family === null && <rect x={x + 2} y={y + 2} width={WIDTH} height={HEIGHT} rx={1} opacity={0.45} />}
          <rect x={x} y={y} width={WIDTH} height={HEIGHT} rx={1} />
        </g>
      ))}
    </svg>
  );
}

function boxesOf({ layers }: Picture): readonly Box[] {
  return Array.from({ length: layers.length / 3 }, (_, index) => ({
    x: layers[3 * index] ?? 0,
    y: layers[3 * index + 1] ?? 0,
    family: FAMILIES[layers[3 * index + 2] ?? -1] ?? null,
  }));
}

function edgePath({ edges }: Picture, boxes: readonly Box[]): string {
  return Array.from({ length: edges.length / 2 }, (_, index) => {
    const [from, to] = [boxes[edges[2 * index] ?? -1], boxes[edges[2 * index + 1] ?? -1]];
    if (from === undefined || to === undefined) return '';
    return `M${from.x + WIDTH / 2} ${from.y + HEIGHT}L${to.x + WIDTH / 2} ${to.y}`;
  }).join('');
}
