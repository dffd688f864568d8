import type { Locale } from '@/lib/core/locale';
import type { AlongDepth, DepthPoint } from '@/lib/analysis/compare/figures';
import type { ComparedDesign } from '@/lib/analysis/compare/compare-designs';
import { layerName } from '@/lib/analysis/compare/report/cell-text';
import type { CompareMessages } from '@/lib/messages/compare';
import { formatShare } from '@/lib/messages/figures';
import type { ScatterPoint, ScatterWords } from '@/components/compare/figure/scatter-picture';

/** How a figure's numbers are written: bytes for memory, counts for the others. */
export function writeFigure(words: CompareMessages, figure: AlongDepth): (value: number) => string {
  return figure === 'memory' ? words.bytes : words.count;
}

export function depthWords(words: CompareMessages, locale: Locale, figure: AlongDepth) {
  const write = writeFigure(words, figure);
  return {
    first: words.depth.first,
    last: words.depth.last,
    percent: (share: number) => words.share(String(Math.round(share * 100))),
    bar: ({ layer, value, share }: DepthPoint) =>
      `${layerName(layer, locale)} (${layer.id}): ${write(value)}, ${formatShare(locale, share)}`,
  };
}

/** One sentence that says what the picture of a design shows. */
export function depthSummary(
  name: string,
  points: readonly DepthPoint[],
  { words, locale, figure }: { readonly words: CompareMessages; readonly locale: Locale; readonly figure: AlongDepth },
): string {
  const most = points.reduce<DepthPoint | null>(
    (best, point) => (point.value > (best?.value ?? 0) ? point : best),
    null,
  );
  if (most === null) return words.depth.empty(name);
  const total = writeFigure(words, figure)(points.at(-1)?.cumulative ?? 0);
  const layer = `${layerName(most.layer, locale)} (${most.layer.id})`;
  return words.depth.summary(name, total, layer, formatShare(locale, most.share));
}

/** The designs that can be drawn with both figures, and the names of the others. */
export function scatterPoints(designs: readonly ComparedDesign[]): {
  readonly points: readonly ScatterPoint[];
  readonly missing: readonly string[];
} {
  const isDrawn = ({ totals }: ComparedDesign) => totals.complete && totals.params > 0 && totals.macs > 0;
  return {
    points: designs.filter(isDrawn).map(({ name, totals }) => ({ name, params: totals.params, macs: totals.macs })),
    missing: designs.filter((design) => !isDrawn(design)).map(({ name }) => name),
  };
}

export function scatterWords(words: CompareMessages, locale: Locale): ScatterWords {
  const language = locale === 'vi' ? 'vi-VN' : 'en-US';
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 3 });
  return { params: words.totals.params, macs: words.totals.macs, compact: (value) => compact.format(value) };
}
