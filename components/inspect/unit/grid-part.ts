import { paintBars } from '@/components/inspect/grid/paint-bars';
import { themeNow } from '@/components/inspect/theme-now';
import { hrefOf } from '@/components/inspect/unit/save-files';
import { inspectView, type InspectView } from '@/components/inspect/view-state';
import { gridLayout, type GridLayout } from '@/lib/inspect/grid-layout';
import { orderOf, unitFigures } from '@/lib/inspect/grid-statistics';
import { paintGrid } from '@/lib/inspect/paint-grid';
import type { InsidePart } from '@/lib/pictures/inside-picture';
import type { LayerLook } from '@/lib/training/inspect/protocol';

interface GridParts {
  readonly view: Pick<InspectView, 'scale' | 'normalisation' | 'order'>;
  /** What bars are called. */
  readonly names: readonly string[];
  readonly caption: string;
}

/** Of the picture; what does not fit below each other makes it longer. */
const ROOM = { width: 960, height: 640 } as const;

/** Every unit of a layer, for a sheet: maps, or of a vector bars. */
export function gridPart(look: LayerLook, parts: GridParts): InsidePart {
  const layout = gridLayout(look.shape, ROOM, null);
  const across = Math.min(layout.columns, layout.count);
  const width = across * (layout.cell.width + layout.gap) - layout.gap;
  const href = layout.kind === 'bars' ? barsHref(look, layout, parts) : mapsHref(look, { layout, width }, parts.view);
  return { caption: parts.caption, width, height: layout.height, layers: [{ href, isSmooth: false }], mark: null };
}

function mapsHref(
  look: LayerLook,
  { layout, width }: { readonly layout: GridLayout; readonly width: number },
  { scale, normalisation, order }: GridParts['view'],
): string {
  const figures = unitFigures(look);
  const pixels = { data: new Uint32Array(width * layout.height), width, height: layout.height };
  const theme = themeNow();
  const units = orderOf(figures, order);
  paintGrid(pixels, { activations: look, figures, order: units, layout, top: 0, scale, theme, normalisation });
  return hrefOf(pixels);
}

/** Drawn on the page, unseen, since its colours and letters are those of the page. */
function barsHref(look: LayerLook, layout: GridLayout, { view: own, names }: GridParts): string {
  const figures = unitFigures(look);
  const view = { ...inspectView.getState(), ...own };
  const canvas = document.createElement('canvas');
  const scale = 2;
  const room = { width: ROOM.width, height: layout.height };
  canvas.width = scale * room.width;
  canvas.height = scale * room.height;
  canvas.hidden = true;
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  context?.scale(scale, scale);
  const order = orderOf(figures, view.order);
  if (context !== null) paintBars(context, { look, layout, room, top: 0, unit: null, view, names, figures, order });
  canvas.remove();
  return canvas.toDataURL('image/png');
}
