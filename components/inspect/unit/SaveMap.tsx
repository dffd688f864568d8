'use client';

import { sceneOf, seenBy, turned, unitImages } from '@/components/inspect/unit/scene';
import { FIGURE_THEME, hrefOf, useSaveFiles } from '@/components/inspect/unit/save-files';
import { focusedCell, unitFocus } from '@/components/inspect/unit/unit-focus';
import { useSheetWords } from '@/components/inspect/unit/use-sheet-words';
import type { ChosenUnit } from '@/components/inspect/unit/use-chosen-unit';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useInspectStore } from '@/components/inspect/use-inspect';
import { inspectView } from '@/components/inspect/view-state';
import { Button } from '@/components/ui/Button';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { useMessages } from '@/components/ui/use-messages';
import { unitSight } from '@/components/unit-view/unit-sight';
import { channelMap } from '@/lib/inspect/channel-map';
import { spanOf } from '@/lib/inspect/normalise';
import { strongestCell } from '@/lib/inspect/strongest-cell';
import { inspectUnitMessages } from '@/lib/messages/inspect-unit';
import { unitViewMessages } from '@/lib/messages/unit-view';
import type { InsidePart } from '@/lib/pictures/inside-picture';

/** Longer side of a part of the picture. */
const SIDE = 280;

/** The map and the overlay as a picture, and the numbers behind them. */
export function SaveMap({ chosen }: { readonly chosen: ChosenUnit }) {
  const t = useMessages(inspectUnitMessages).save;
  const save = useSaveFiles();
  const store = useInspectStore();
  const sheetOf = useMapSheet(chosen);
  const { subject, layer, unit } = chosen;
  const look = () => store.getState().looks.get(layer.node);
  const name = `${subject.document.name} ${layer.node}`;
  const isMap = layer.shape.length > 1;
  const picture = (format: 'png' | 'svg') => {
    const sheet = sheetOf();
    if (sheet !== null) save.picture(`${name} unit ${unit}`, format, sheet);
  };
  const unitArray = () => {
    const seen = look();
    if (seen === undefined) return;
    const { values } = channelMap(seen, unit);
    save.array(`${name} unit ${unit}`, { shape: seen.shape.slice(0, -1), values });
  };
  const layerArray = () => {
    const seen = look();
    if (seen !== undefined) save.array(name, seen);
  };
  return (
    <Menu
      label={t.title}
      trigger={(props) => (
        <Button icon="download" {...props}>
          {t.title}
        </Button>
      )}
    >
      {isMap && (
        <>
          <MenuItem onSelect={() => picture('png')}>{t.png}</MenuItem>
          <MenuItem onSelect={() => picture('svg')}>{t.svg}</MenuItem>
          <MenuItem onSelect={unitArray}>{t.unitValues}</MenuItem>
        </>
      )}
      <MenuItem onSelect={layerArray}>{t.layerValues}</MenuItem>
    </Menu>
  );
}

/** What is seen now, as a picture on a sheet; null before the first look. */
function useMapSheet({ subject, layer, unit }: ChosenUnit) {
  const t = useMessages(inspectUnitMessages);
  const { sight } = useMessages(unitViewMessages);
  const format = useShortNumber();
  const store = useInspectStore();
  const says = useSheetWords(subject, layer.node);
  return () => {
    const { looks, seen: input } = store.getState();
    const look = looks.get(layer.node);
    if (look === undefined) return null;
    const scene = sceneOf(subject, layer);
    const focus = unitFocus.getState();
    const values = input?.values ?? null;
    const seen = { view: inspectView.getState(), theme: FIGURE_THEME, opacity: focus.opacity };
    const { map, mapPixels, picture, overlay } = unitImages({ scene, look, unit, input: values, ...seen });
    const cell = focusedCell(focus, seen.view, layer) ?? strongestCell(map);
    const { low, high } = spanOf(map.values);
    const [row, column] = turned(layer, cell);
    const [cellHeight, cellWidth] = [1 / mapPixels.height, 1 / mapPixels.width];
    const parts: InsidePart[] = [
      {
        caption: t.save.mapCaption(format(low), format(high)),
        ...sized(mapPixels),
        layers: [{ href: hrefOf(mapPixels), isSmooth: false }],
        mark: { x: column * cellWidth, y: row * cellHeight, width: cellWidth, height: cellHeight },
      },
    ];
    const view = seenBy(scene, cell, scene.source);
    if (picture !== null) {
      parts.push({
        caption: overlay === null ? '' : t.save.overlayCaption,
        ...sized(picture),
        layers: [
          { href: hrefOf(picture), isSmooth: false },
          ...(overlay === null ? [] : [{ href: hrefOf(overlay), isSmooth: true }]),
        ],
        mark: view === undefined ? null : markOf(view),
      });
    }
    const value = map.values[cell[0] * map.columns + cell[1]] ?? Number.NaN;
    const lines = [t.map.cell(cell[0], cell[1], format(value))];
    if (scene.places !== null) lines.push(sight(unitSight({ layer: layer.title, place: cell }, view)));
    const { scale, normalisation } = seen.view;
    const colours =
      normalisation === 'layer'
        ? says.colours(scale, 'layer', spanOf(look.values))
        : says.colours(scale, 'one', { low, high });
    lines.push(colours, ...says.facts(input));
    return { title: says.unit(unit), parts, lines };
  };
}

function sized({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = SIDE / Math.max(width, height);
  return { width: width * scale, height: height * scale };
}

function markOf({ window: { first, last }, places }: NonNullable<ReturnType<typeof seenBy>>) {
  return {
    x: first[1] / places[1],
    y: first[0] / places[0],
    width: (last[1] - first[1] + 1) / places[1],
    height: (last[0] - first[0] + 1) / places[0],
  };
}
