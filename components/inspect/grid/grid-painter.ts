import { pageInk, type GridInk } from '@/components/inspect/grid/grid-ink';
import { paintBars } from '@/components/inspect/grid/paint-bars';
import { paintLabels } from '@/components/inspect/grid/paint-labels';
import { themeNow } from '@/components/inspect/theme-now';
import type { InspectView } from '@/components/inspect/view-state';
import { cornerOf, drawnSize, type GridLayout } from '@/lib/inspect/grid-layout';
import { orderOf, unitFigures, type UnitFigures, type UnitOrder } from '@/lib/inspect/grid-statistics';
import { paintGrid, type Pixels } from '@/lib/inspect/paint-grid';
import type { LayerLook } from '@/lib/training/inspect/protocol';

/** What is to be drawn. */
export interface GridWish {
  readonly look: LayerLook | undefined;
  readonly layout: GridLayout;
  /** What is in view, in CSS pixels. */
  readonly room: { readonly width: number; readonly height: number };
  readonly top: number;
  readonly unit: number | null;
  readonly view: InspectView;
  /** What bars are called; of the others their numbers. */
  readonly names: readonly string[];
  /** What units were named, by unit; left out: none was. */
  readonly notes?: ReadonlyMap<number, string>;
}

export const NO_NOTES: ReadonlyMap<number, string> = new Map();

export interface GridPainter {
  /** In the next frame. */
  paintSoon(): void;
  /** The units as they stand now. */
  order(): ArrayLike<number>;
  figures(): UnitFigures | null;
  dispose(): void;
}

/** While the input moves, the units keep their places for so long: an order that changes in every frame is not seen. */
const ORDER_MS = 700;

/** Draws the grid on one canvas, frame by frame, outside React. */
export function createGridPainter(
  canvas: HTMLCanvasElement,
  wish: () => GridWish,
  onPainted?: () => void,
): GridPainter {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen: LayerLook | undefined;
  let figures: UnitFigures | null = null;
  let order: Uint32Array = new Uint32Array();
  let ordered: { readonly by: UnitOrder; readonly node: string; readonly at: number } | null = null;
  let image: ImageData | null = null;

  const paintSoon = (): void => {
    frame ||= requestAnimationFrame(paint);
  };

  function arrange({ look, view }: GridWish): void {
    if (look === undefined) return;
    if (look !== seen || figures === null) figures = unitFigures(look);
    const isNew = look !== seen || ordered?.by !== view.order;
    seen = look;
    if (!isNew && order.length === figures.low.length) return;
    const isSame = ordered !== null && ordered.by === view.order && ordered.node === look.node;
    const wait = isSame && view.order !== 'index' ? ORDER_MS - (performance.now() - (ordered?.at ?? 0)) : 0;
    if (isSame && order.length === figures.low.length && wait > 0) {
      timer ??= setTimeout(() => {
        timer = undefined;
        seen = undefined;
        paintSoon();
      }, wait);
      return;
    }
    order = orderOf(figures, view.order);
    ordered = { by: view.order, node: look.node, at: performance.now() };
  }

  function paint(): void {
    frame = 0;
    const now = wish();
    const context = canvas.getContext('2d');
    if (context === null) return;
    const ratio = Math.max(1, Math.round(window.devicePixelRatio));
    const width = Math.max(1, Math.round(now.room.width)) * ratio;
    const height = Math.max(1, Math.round(now.room.height)) * ratio;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    arrange(now);
    context.setTransform(1, 0, 0, 1, 0, 0);
    const { look, layout, view } = now;
    if (look === undefined || figures === null || layout.count !== figures.low.length) {
      context.clearRect(0, 0, width, height);
      return;
    }
    const ink = pageInk(context);
    if (layout.kind === 'bars') {
      context.clearRect(0, 0, width, height);
      context.scale(ratio, ratio);
      paintBars(context, { ...now, figures, order, ink });
      onPainted?.();
      return;
    }
    if (image?.width !== width || image.height !== height) image = context.createImageData(width, height);
    paintGrid(pixelsOf(image), {
      ...{ activations: look, figures, order, theme: themeNow() },
      ...{ scale: view.scale, normalisation: view.normalisation },
      layout: scaled(layout, ratio),
      top: Math.round(now.top * ratio),
    });
    context.putImageData(image, 0, 0);
    context.scale(ratio, ratio);
    paintLabels(context, { ...now, notes: now.notes ?? NO_NOTES, order, ink });
    outline(context, { ...now, ink }, order);
    onPainted?.();
  }

  return {
    paintSoon,
    order: () => order,
    figures: () => figures,
    dispose() {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    },
  };
}

export function pixelsOf({ data, width, height }: ImageData): Pixels {
  return { data: new Uint32Array(data.buffer, data.byteOffset, width * height), width, height };
}

export function scaled(layout: GridLayout, ratio: number): GridLayout {
  const { cell, gap, height } = layout;
  return {
    ...layout,
    cell: { width: cell.width * ratio, height: cell.height * ratio },
    gap: gap * ratio,
    height: height * ratio,
  };
}

/** Around the chosen unit, and around the cell that is pointed at. */
export function outline(
  context: CanvasRenderingContext2D,
  { layout, top, unit, view, look, ink }: GridWish & { readonly ink: GridInk },
  order: Uint32Array,
): void {
  const position = unit === null ? -1 : order.indexOf(unit);
  if (position >= 0) {
    const { x, y } = cornerOf(layout, position);
    context.lineWidth = 2;
    context.strokeStyle = ink.accent;
    context.strokeRect(x, y - top, layout.cell.width, layout.cell.height);
    context.lineWidth = 1;
    context.strokeStyle = ink.ground;
    context.strokeRect(x + 1.5, y - top + 1.5, layout.cell.width - 3, layout.cell.height - 3);
  }
  const pointed = view.cell === null ? -1 : order.indexOf(view.cell.unit);
  if (pointed < 0 || view.cell === null || look === undefined) return;
  const [rows, columns] = drawnSize(look.shape);
  const { x, y } = cornerOf(layout, pointed);
  const [width, height] = [layout.cell.width / columns, layout.cell.height / rows];
  if (Math.min(width, height) < 3) return;
  const [left, up] = [x + view.cell.column * width, y - top + view.cell.row * height];
  context.lineWidth = 1;
  context.strokeStyle = '#000';
  context.strokeRect(left - 0.5, up - 0.5, width + 1, height + 1);
  context.strokeStyle = '#fff';
  context.strokeRect(left + 0.5, up + 0.5, width - 1, height - 1);
}
