import { FIGURE_INK, pageInk } from '@/components/inspect/grid/grid-ink';
import { NO_NOTES, outline, pixelsOf, scaled } from '@/components/inspect/grid/grid-painter';
import { paintBars } from '@/components/inspect/grid/paint-bars';
import { paintLabels } from '@/components/inspect/grid/paint-labels';
import type { PairOrder, PairSheets, Sheet, Side } from '@/components/inspect/compare/pair-figures';
import { pairOrder, SIDES } from '@/components/inspect/compare/pair-figures';
import { themeNow } from '@/components/inspect/theme-now';
import type { InspectView } from '@/components/inspect/view-state';
import type { ColourTheme } from '@/lib/inspect/colours';
import type { GridLayout, Size } from '@/lib/inspect/grid-layout';
import { paintGrid } from '@/lib/inspect/paint-grid';

/** How one sheet is drawn on its canvas. */
export interface SheetWish {
  readonly side: Side;
  readonly sheet: Sheet;
  readonly order: Uint32Array;
  readonly layout: GridLayout;
  readonly room: Size;
  readonly top: number;
  readonly unit: number | null;
  readonly view: InspectView;
  readonly names: readonly string[];
  readonly notes?: ReadonlyMap<number, string>;
  /** Left out: that of the page. */
  readonly theme?: ColourTheme;
}

export function paintSheet(canvas: HTMLCanvasElement, wish: SheetWish | null): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const ratio = Math.max(1, Math.round(window.devicePixelRatio));
  const width = Math.max(1, Math.round(wish?.room.width ?? 1)) * ratio;
  const height = Math.max(1, Math.round(wish?.room.height ?? 1)) * ratio;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  if (wish === null) return;
  const { side, sheet, order, layout, top, view, theme } = wish;
  // A theme of its own is that of a figure to be saved.
  const ink = theme === undefined ? pageInk(context) : FIGURE_INK;
  const { look, figures, spans } = sheet;
  if (layout.kind === 'bars') {
    context.scale(ratio, ratio);
    paintBars(context, { ...wish, look, figures, spans, ink });
    return;
  }
  const image = context.createImageData(width, height);
  // What is more in A has one colour, what is more in B the other, and all units are on one scale.
  const isDifference = side === 'difference';
  paintGrid(pixelsOf(image), {
    ...{ activations: look, figures, spans, order, theme: theme ?? themeNow() },
    scale: isDifference ? 'diverging' : view.scale,
    normalisation: isDifference ? 'layer' : view.normalisation,
    layout: scaled(layout, ratio),
    top: Math.round(top * ratio),
  });
  context.putImageData(image, 0, 0);
  context.scale(ratio, ratio);
  paintLabels(context, { ...wish, notes: wish.notes ?? NO_NOTES, ink });
  outline(context, { ...wish, look, ink }, order);
}

/** Nothing to draw: the three canvases' sheets are of no pair yet. */
export interface PairWish {
  readonly sheets: PairSheets;
  readonly by: PairOrder;
  /** What of one column is drawn; null: nothing. */
  readonly column: (side: Side, order: Uint32Array) => SheetWish | null;
}

export interface PairPainter {
  /** In the next frame. */
  paintSoon(): void;
  /** The units as they stand now. */
  order(): Uint32Array;
  dispose(): void;
}

/** While the input moves, the units keep their places for so long. */
const ORDER_MS = 700;

/** Draws three sheets on three canvases in one order, frame by frame, outside React. */
export function createPairPainter(
  canvases: Readonly<Record<Side, HTMLCanvasElement>>,
  wish: () => PairWish | null,
  onPainted?: () => void,
): PairPainter {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let order: Uint32Array = new Uint32Array();
  let ordered: { readonly sheets: PairSheets; readonly by: PairOrder; readonly at: number } | null = null;

  const paintSoon = (): void => {
    frame ||= requestAnimationFrame(paint);
  };

  function arrange({ sheets, by }: PairWish): void {
    if (ordered?.sheets === sheets && ordered.by === by) return;
    const isSame = ordered?.by === by && ordered.sheets.a.look.node === sheets.a.look.node;
    const wait = isSame && by !== 'index' ? ORDER_MS - (performance.now() - (ordered?.at ?? 0)) : 0;
    if (wait > 0 && order.length === sheets.a.figures.low.length) {
      timer ??= setTimeout(() => {
        timer = undefined;
        paintSoon();
      }, wait);
      return;
    }
    order = pairOrder(sheets, by);
    ordered = { sheets, by, at: performance.now() };
  }

  function paint(): void {
    frame = 0;
    const now = wish();
    if (now !== null) arrange(now);
    for (const side of SIDES) paintSheet(canvases[side], now?.column(side, order) ?? null);
    if (now !== null) onPainted?.();
  }

  return {
    paintSoon,
    order: () => order,
    dispose() {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    },
  };
}
