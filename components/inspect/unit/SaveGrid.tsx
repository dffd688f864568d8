'use client';

import { paintBars } from '@/components/inspect/grid/paint-bars';
import { themeNow } from '@/components/inspect/theme-now';
import { hrefOf, useSaveFiles } from '@/components/inspect/unit/save-files';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { unitNames } from '@/components/inspect/unit-names';
import { useInspect, useInspectStore } from '@/components/inspect/use-inspect';
import { inspectView } from '@/components/inspect/view-state';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { useMessages } from '@/components/ui/use-messages';
import { formatShape } from '@/lib/core/tensor-type';
import { gridLayout, type GridLayout } from '@/lib/inspect/grid-layout';
import { layerSpan, orderOf, unitFigures } from '@/lib/inspect/grid-statistics';
import { paintGrid } from '@/lib/inspect/paint-grid';
import { inspectUnitMessages } from '@/lib/messages/inspect-unit';
import type { InsidePart } from '@/lib/pictures/inside-picture';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { LayerLook } from '@/lib/training/inspect/protocol';

/** Of the picture; what does not fit below each other makes it longer. */
const ROOM = { width: 960, height: 640 } as const;

/** Every unit of the layer, as it is coloured and ordered now: as a picture, and its numbers. */
export function SaveGrid() {
  const t = useMessages(inspectUnitMessages).save;
  const format = useShortNumber();
  const save = useSaveFiles();
  const store = useInspectStore();
  const subject = useInspect((state) => state.subject);
  const node = useInspect(({ layer }) => layer);
  const layer = subject?.layers.find((known) => known.node === node);
  if (subject === null || layer === undefined) return null;
  const name = `${subject.document.name} ${layer.node}`;
  const look = () => store.getState().looks.get(layer.node);
  const picture = (kind: 'png' | 'svg') => {
    const seen = look();
    if (seen === undefined) return;
    const { low, high } = layerSpan(unitFigures(seen));
    save.picture(`${name} maps`, kind, {
      title: `${subject.document.name}: ${layer.title}, ${formatShape(layer.shape)}`,
      parts: [gridPart(seen, subject, t.gridCaption(format(low), format(high)))],
      lines: [],
    });
  };
  const array = () => {
    const seen = look();
    if (seen !== undefined) save.array(name, seen);
  };
  return (
    <Menu
      label={t.title}
      align="end"
      trigger={(props) => <IconButton icon="download" label={t.grid} tip="below-end" {...props} />}
    >
      <MenuItem onSelect={() => picture('png')}>{t.png}</MenuItem>
      <MenuItem onSelect={() => picture('svg')}>{t.svg}</MenuItem>
      <MenuItem onSelect={array}>{t.layerValues}</MenuItem>
    </Menu>
  );
}

function gridPart(look: LayerLook, subject: InspectSubject, caption: string): InsidePart {
  const layout = gridLayout(look.shape, ROOM, null);
  const across = Math.min(layout.columns, layout.count);
  const width = across * (layout.cell.width + layout.gap) - layout.gap;
  const href = layout.kind === 'bars' ? barsHref(look, layout, subject) : mapsHref(look, layout, width);
  return { caption, width, height: layout.height, layers: [{ href, isSmooth: false }], mark: null };
}

function mapsHref(look: LayerLook, layout: GridLayout, width: number): string {
  const { scale, normalisation, order } = inspectView.getState();
  const figures = unitFigures(look);
  const pixels = { data: new Uint32Array(width * layout.height), width, height: layout.height };
  const theme = themeNow();
  const units = orderOf(figures, order);
  paintGrid(pixels, { activations: look, figures, order: units, layout, top: 0, scale, theme, normalisation });
  return hrefOf(pixels);
}

/** Drawn on the page, unseen, since its colours and letters are those of the page. */
function barsHref(look: LayerLook, layout: GridLayout, subject: InspectSubject): string {
  const figures = unitFigures(look);
  const view = inspectView.getState();
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
  const names = unitNames(subject, look.node);
  if (context !== null) paintBars(context, { look, layout, room, top: 0, unit: null, view, names, figures, order });
  canvas.remove();
  return canvas.toDataURL('image/png');
}
