'use client';

import { filterPixels } from '@/components/inspect/unit/FilterGrid';
import { FIGURE_THEME, hrefOf, useSaveFiles } from '@/components/inspect/unit/save-files';
import { useSheetWords } from '@/components/inspect/unit/use-sheet-words';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { Button } from '@/components/ui/Button';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { useMessages } from '@/components/ui/use-messages';
import type { UnitFilter } from '@/lib/analysis/filters/unit-filter';
import { formatShape } from '@/lib/core/tensor-type';
import { gridLayout } from '@/lib/inspect/grid-layout';
import { spanOf } from '@/lib/inspect/normalise';
import { inspectUnitMessages } from '@/lib/messages/inspect-unit';
import type { InspectSubject } from '@/lib/state/inspect-state';

interface SaveFilterProps {
  readonly subject: InspectSubject;
  readonly filter: UnitFilter;
}

const ROOM = { width: 720, height: 480 } as const;

/** The filter as a picture, its numbers, and those of the whole layer. */
export function SaveFilter({ subject, filter }: SaveFilterProps) {
  const t = useMessages(inspectUnitMessages);
  const format = useShortNumber();
  const save = useSaveFiles();
  const { taps, channels, values, layer, unit, bias } = filter;
  const says = useSheetWords(subject, layer);
  const shape = [...taps.size, channels.length];
  const name = `${subject.document.name} ${layer}`;
  const tensors = subject.weights.filter((tensor) => tensor.name.startsWith(`${layer}/`));
  const picture = (kind: 'png' | 'svg') => {
    const layout = gridLayout(shape, ROOM, null);
    const pixels = filterPixels(filter, layout, { top: 0, height: layout.height, theme: FIGURE_THEME });
    const { low, high } = spanOf(values);
    save.picture(`${name} filter ${unit}`, kind, {
      title: says.unit(unit),
      parts: [
        {
          caption: t.save.filterCaption(formatShape(shape), format(low), format(high)),
          width: pixels.width,
          height: pixels.height,
          layers: [{ href: hrefOf(pixels), isSmooth: false }],
          mark: null,
        },
      ],
      lines: [
        says.colours('diverging', 'one', { low, high }),
        `${t.filter.bias}: ${bias === null ? t.filter.noBias : format(bias)}`,
        ...says.facts(null),
      ],
    });
  };
  return (
    <Menu
      label={t.save.title}
      trigger={(props) => (
        <Button icon="download" {...props}>
          {t.save.title}
        </Button>
      )}
    >
      <MenuItem onSelect={() => picture('png')}>{t.save.png}</MenuItem>
      <MenuItem onSelect={() => picture('svg')}>{t.save.svg}</MenuItem>
      <MenuItem onSelect={() => save.array(`${name} filter ${unit}`, { shape, values })}>{t.save.unitFilter}</MenuItem>
      {tensors.map((tensor) => {
        const own = tensor.name.slice(layer.length + 1);
        return (
          <MenuItem key={own} onSelect={() => save.array(`${name} ${own}`, tensor)}>
            {t.save.layerWeights(`${own}, ${formatShape(tensor.shape)}`)}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
