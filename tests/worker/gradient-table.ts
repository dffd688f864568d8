import { layerDefinition } from '@/lib/layers/registry';

/** As the columns of the table in docs/gradients.md. */
export const GRADIENT_BACKENDS = ['cpu', 'wasm', 'webgl', 'webgpu'] as const;
export type GradientBackend = (typeof GRADIENT_BACKENDS)[number];

/** Of a gradient's size: what float32's small steps can tell, with room for other machines' rounding. */
export const GRADIENT_TOLERANCE = 1e-3;

export const NOT_TRAINABLE = 'not trainable';

interface Found {
  readonly type: string;
  readonly deviation: number | null;
}

/** The page's table in Markdown: one row per layer, the worst of its examples in each column. */
export function gradientTable(
  types: readonly string[],
  found: Readonly<Record<GradientBackend, readonly Found[]>>,
): string {
  const heading = ['Layer', 'Type', ...GRADIENT_BACKENDS];
  const rows = types.map((type) => [
    layerDefinition(type)?.text.en.title ?? type,
    `\`${type}\``,
    ...GRADIENT_BACKENDS.map((backend) => figure(found[backend].filter((each) => each.type === type))),
  ]);
  return [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Rounded up to a power of ten. */
function figure(found: readonly Found[]): string {
  const deviations = found.flatMap(({ deviation }) => deviation ?? []);
  if (deviations.length === 0) return NOT_TRAINABLE;
  const worst = Math.max(...deviations);
  return worst === 0 ? '0' : `1e${Math.ceil(Math.log10(worst))}`;
}

/** The rows of the table in a page, cell by cell, without the heading. */
export function readGradientTable(page: string): {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const cells = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const [heading = [], , ...rows] = cells;
  return { heading, rows };
}
