import { isScore } from '@/lib/runs/chart/series';
import { chartSvg } from '@/components/runs/chart-svg';
import type { NamedLine } from '@/components/runs/overlay-lines';
import { readView } from '@/components/runs/view-state';
import type { Designer } from '@/components/state/create-designer';
import { runsMessages } from '@/lib/messages/runs';
import { downloadFile } from '@/lib/platform/download';
import { svgToPng } from '@/lib/platform/svg-to-png';
import { makeScene } from '@/lib/runs/chart/scene';

interface SaveOrder {
  readonly lines: readonly NamedLine[];
  readonly window: readonly [number, number] | null;
  readonly kind: 'svg' | 'png';
}

const SIZE = { width: 960, height: 440 };

/** Downloads the chart as it is set, with its legend, on white. */
export async function saveChart({ preferences, notices }: Designer, { lines, window, kind }: SaveOrder): Promise<void> {
  const t = runsMessages[preferences.store.getState().locale];
  const { quantity, axis, isLog } = readView();
  const isLoss = !isScore(quantity);
  const name = `runs-${quantity}.${kind}`;
  try {
    const picture = chartSvg(makeScene({ lines, window, yKind: isLog ? 'log' : 'linear', ...SIZE }), {
      title: t.chart.quantities[quantity],
      xTitle: t.chart.axes[axis],
      xText: (value) => (axis === 'step' ? t.count(value) : t.constant(value)),
      yText: (value) => (isLoss ? t.constant(value) : `${t.constant(Number((value * 100).toPrecision(6)))}\u00a0%`),
      names: lines.map((line) => (line.count > 1 ? `${line.name} (n = ${line.count})` : line.name)),
    });
    const content =
      kind === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await svgToPng(document, picture);
    downloadFile(document, name, content);
    notices.show('success', 'text', { text: t.news.exported(name) });
  } catch {
    notices.show('error', 'text', { text: t.news.exportFailed });
  }
}
