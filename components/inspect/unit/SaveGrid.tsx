'use client';

import { gridPart } from '@/components/inspect/unit/grid-part';
import { useSaveFiles } from '@/components/inspect/unit/save-files';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { unitNames } from '@/components/inspect/unit-names';
import { useInspect, useInspectStore } from '@/components/inspect/use-inspect';
import { inspectView } from '@/components/inspect/view-state';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { useMessages } from '@/components/ui/use-messages';
import { formatShape } from '@/lib/core/tensor-type';
import { layerSpan, unitFigures } from '@/lib/inspect/grid-statistics';
import { inspectUnitMessages } from '@/lib/messages/inspect-unit';

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
      parts: [
        gridPart(seen, {
          view: inspectView.getState(),
          names: unitNames(subject, seen.node),
          caption: t.gridCaption(format(low), format(high)),
        }),
      ],
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
