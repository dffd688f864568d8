import type { Line } from '@/lib/runs/chart/scene';
import { studyResults, variantCurve, type CurveMeasure, type LiveEpochs } from '@/lib/runs/study/results';
import type { Study } from '@/lib/runs/study/study';

export const CURVE_MEASURES: readonly CurveMeasure[] = [
  'loss',
  'validationLoss',
  'accuracy',
  'validationAccuracy',
  'error',
  'validationError',
];

/** Those of which there is anything to draw; the loss in any case. */
export function drawnMeasures(study: Study, live: LiveEpochs | null): readonly CurveMeasure[] {
  return CURVE_MEASURES.filter(
    (measure) => measure === 'loss' || studyLines(study, measure, live).some(({ series }) => series.xs.length > 0),
  );
}

/** A line per variant: the mean over its seeds at each epoch, with a band of one deviation where there are several. */
export function studyLines(study: Study, measure: CurveMeasure, live: LiveEpochs | null = null): readonly Line[] {
  return studyResults(study).map(({ variant, jobs }, look) => {
    const points = variantCurve(jobs, measure, live);
    const xs = Float64Array.from(points, ({ epoch }) => epoch);
    const ys = Float64Array.from(points, ({ spread }) => spread.mean);
    const edge = (sign: number) =>
      Float64Array.from(points, ({ spread }) => spread.mean + sign * (spread.deviation ?? 0));
    const hasBand = points.some(({ spread }) => spread.deviation !== null);
    const series = { xs, ys };
    const band = hasBand ? { mean: series, low: edge(-1), high: edge(1) } : null;
    return { key: variant.name, look, series, raw: null, band };
  });
}
