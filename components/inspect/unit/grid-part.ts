import { FIGURE_INK } from '@/components/inspect/grid/grid-ink';
import { paintBars } from '@/components/inspect/grid/paint-bars';
import { FIGURE_THEME, hrefOf } from '@/components/inspect/unit/save-files';
import { inspectView, type InspectView } from '@/components/inspect/view-state';
import { cornerOf, gridLayout, holdsNumbers, MAP_SIDES, type GridLayout } from '@/lib/inspect/grid-layout';
import { orderOf, unitFigures } from '@/lib/inspect/grid-statistics';
import { paintGrid } from '@/lib/inspect/paint-grid';
import type { InsidePart } from '@/lib/pictures/inside-picture';
import { fittedText } from '@/lib/pictures/text-width';
import type { LayerLook } from '@/lib/training/inspect/protocol';

interface GridParts {
  readonly view: Pick<InspectView, 'scale' | 'normalisation' | 'order'>;
  /** What bars are called. */
  readonly names: readonly string[];
  readonly caption: string;
  /** What units were named. */
  readonly notes?: ReadonlyMap<number, string>;
}

/** Of the picture; what does not fit below each other makes it longer. */
const ROOM = { width: 960, height: 640 } as const;

/** Every unit of a layer, for a sheet: maps, or of a vector bars. */
export function gridPart(look: LayerLook, parts: GridParts): InsidePart {
  const layout = numberedLayout(look);
  const across = Math.min(layout.columns, layout.count);
  const width = across * (layout.cell.width + layout.gap) - layout.gap;
  const href = layout.kind === 'bars' ? barsHref(look, layout, parts) : mapsHref(look, { layout, width }, parts.view);
  const labels = holdsNumbers(layout) ? labelsOf(look, layout, parts) : [];
  return {
    caption: parts.caption,
    width,
    height: layout.height,
    layers: [{ href, isSmooth: false }],
    labels,
    mark: null,
  };
}

/** The least size at which maps have their numbers; of rows, that at which they have them too. */
const NUMBERED_SIZE = MAP_SIDES.indexOf(44);

function numberedLayout({ shape }: LayerLook): GridLayout {
  const fitting = gridLayout(shape, ROOM, null);
  return fitting.kind === 'bars' || holdsNumbers(fitting) ? fitting : gridLayout(shape, ROOM, NUMBERED_SIZE);
}

function labelsOf(look: LayerLook, layout: GridLayout, { view, notes }: GridParts): InsidePart['labels'] & object {
  return Array.from(orderOf(unitFigures(look), view.order), (unit, position) => {
    const note = notes?.get(unit);
    const text = note === undefined ? String(unit) : `${unit} ${note}`;
    return { text: fittedText(text, layout.cell.width - LABEL_PAD, LABEL), ...cornerOf(layout, position) };
  });
}

const LABEL = { size: 10 } as const;
const LABEL_PAD = 6;

function mapsHref(
  look: LayerLook,
  { layout, width }: { readonly layout: GridLayout; readonly width: number },
  { scale, normalisation, order }: GridParts['view'],
): string {
  const figures = unitFigures(look);
  const pixels = { data: new Uint32Array(width * layout.height), width, height: layout.height };
  const theme = FIGURE_THEME;
  const units = orderOf(figures, order);
  paintGrid(pixels, { activations: look, figures, order: units, layout, top: 0, scale, theme, normalisation });
  return hrefOf(pixels);
}

/** Drawn on the page, unseen, since its colours and letters are those of the page. */
function barsHref(look: LayerLook, layout: GridLayout, { view: own, names, notes }: GridParts): string {
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
  const what = { look, layout, room, top: 0, unit: null, view, names, figures, order, ink: FIGURE_INK };
  if (context !== null) paintBars(context, { ...what, ...(notes === undefined ? {} : { notes }) });
  canvas.remove();
  return canvas.toDataURL('image/png');
}
