'use client';

import { useUnitNotes } from '@/components/inspect/top/use-unit-notes';
import { gridPart } from '@/components/inspect/unit/grid-part';
import { useSaveFiles } from '@/components/inspect/unit/save-files';
import { useSheetWords } from '@/components/inspect/unit/use-sheet-words';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { unitNames } from '@/components/inspect/unit-names';
import { useInspect, useInspectStore } from '@/components/inspect/use-inspect';
import { inspectView } from '@/components/inspect/view-state';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { layerSpan, unitFigures } from '@/lib/inspect/grid-statistics';
import { formatCount } from '@/lib/messages/figures';
import { inspectGridMessages } from '@/lib/messages/inspect-grid';
import { inspectUnitMessages } from '@/lib/messages/inspect-unit';
import type { InspectLayer, InspectSubject } from '@/lib/state/inspect-state';

/** Every unit of the layer, as it is coloured and ordered now: as a picture, and its numbers. */
export function SaveGrid() {
  const subject = useInspect((state) => state.subject);
  const node = useInspect(({ layer }) => layer);
  const layer = subject?.layers.find((known) => known.node === node);
  return subject === null || layer === undefined ? null : <SaveLayer subject={subject} layer={layer} />;
}

interface SaveLayerProps {
  readonly subject: InspectSubject;
  readonly layer: InspectLayer;
}

function SaveLayer({ subject, layer }: SaveLayerProps) {
  const t = useMessages(inspectUnitMessages).save;
  const words = useMessages(inspectGridMessages);
  const locale = useLocale();
  const format = useShortNumber();
  const save = useSaveFiles();
  const store = useInspectStore();
  const says = useSheetWords(subject, layer.node);
  const notes = useUnitNotes(layer.node);
  const name = `${subject.document.name} ${layer.node}`;
  const look = () => store.getState().looks.get(layer.node);
  const picture = (kind: 'png' | 'svg') => {
    const { seen: input } = store.getState();
    const seen = look();
    if (seen === undefined) return;
    const figures = unitFigures(seen);
    const { low, high } = layerSpan(figures);
    const view = inspectView.getState();
    const caption = words.units(formatCount(locale, figures.low.length), format(low), format(high));
    save.picture(`${name} maps`, kind, {
      title: says.layer,
      parts: [gridPart(seen, { view, names: unitNames(subject, seen.node), notes, caption })],
      lines: [
        ...(layer.shape.length > 1 ? [says.colours(view.scale, view.normalisation, { low, high })] : []),
        words.orders[view.order],
        ...says.facts(input),
      ],
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
