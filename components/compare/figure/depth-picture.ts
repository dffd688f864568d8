import type { DepthPoint } from '@/lib/analysis/compare/figures';
import { line, text, type Mark, type Picture, type Spot } from '@/components/compare/figure/marks';

export const DEPTH_SIZE = { width: 320, height: 150 } as const;
const PLOT = { left: 40, right: 8, top: 8, bottom: 20 } as const;
const GAP = 0.2;

interface DepthWords {
  readonly first: string;
  readonly last: string;
  readonly percent: (share: number) => string;
  /** Told when a bar is pointed at. */
  readonly bar: (point: DepthPoint) => string;
}

/** A bar per layer, its share of the design's sum, and the sum so far as a line: both from 0 to 100 %. */
export function depthPicture(points: readonly DepthPoint[], words: DepthWords): Picture {
  const { width, height } = DEPTH_SIZE;
  const [inner, tall] = [width - PLOT.left - PLOT.right, height - PLOT.top - PLOT.bottom];
  const x = (index: number) => PLOT.left + (inner * index) / Math.max(points.length, 1);
  const y = (share: number) => PLOT.top + tall * (1 - share);
  const total = points.at(-1)?.cumulative ?? 0;
  const step = x(1) - x(0);
  const bars = points.flatMap((point, index): readonly Mark[] => {
    if (point.value === 0) return [];
    // What is there is never drawn as nothing.
    const bar = Math.max(point.share * tall, 1);
    const size: Spot = [Math.max(step * (1 - GAP), 0.6), bar];
    const at: Spot = [x(index) + (step * GAP) / 2, y(0) - bar];
    return [{ kind: 'rect', at, size, ink: `family-${point.layer.family ?? 'input'}`, title: words.bar(point) }];
  });
  const sums = points.flatMap(({ cumulative }, index): readonly Spot[] => [
    [x(index), y(index === 0 || total === 0 ? 0 : (points[index - 1]?.cumulative ?? 0) / total)],
    [x(index + 1), y(total === 0 ? 0 : cumulative / total)],
  ]);
  const grid = [0, 0.5, 1].flatMap((share) => [
    line(
      [
        [PLOT.left, y(share)],
        [width - PLOT.right, y(share)],
      ],
      share === 0 ? 'border-strong' : 'border',
    ),
    text([PLOT.left - 6, y(share) + 4], words.percent(share), { anchor: 'end' }),
  ]);
  const ends = [
    text([PLOT.left, height - 5], words.first),
    text([width - PLOT.right, height - 5], words.last, { anchor: 'end' }),
  ];
  return { width, height, marks: [...grid, ...bars, ...(sums.length > 0 ? [line(sums, 'accent', 1.5)] : []), ...ends] };
}
