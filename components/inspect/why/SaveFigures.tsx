'use client';

import { FIGURE_THEME, hrefOf, useSaveFiles } from '@/components/inspect/unit/save-files';
import { Button } from '@/components/ui/Button';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { useMessages } from '@/components/ui/use-messages';
import type { Shape } from '@/lib/core/tensor-type';
import type { ColourTheme } from '@/lib/inspect/colours';
import type { Pixels } from '@/lib/inspect/paint-grid';
import { inspectUnitMessages } from '@/lib/messages/inspect-unit';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import type { InsidePart } from '@/lib/pictures/inside-picture';

interface SaveFiguresProps {
  /** Of the button; left out: "Save…". */
  readonly label?: string;
  /** What they show. */
  readonly title: string;
  /** Of the files: design, layer, unit and method. */
  readonly name: string;
  /** Drawn when they are asked for. */
  readonly parts: () => readonly InsidePart[];
  /** As `parts`: the page is drawn often while something is being made. */
  readonly values: () => { readonly shape: Shape; readonly values: Float32Array };
  /** What one must know of them, on the picture. */
  readonly lines: readonly string[];
}

/** Of the longer side of a figure on the sheet. */
const SIDE = 320;

/** What is shown as one picture, and the numbers behind it. */
export function SaveFigures({ label, title, name, parts, values, lines }: SaveFiguresProps) {
  const words = useMessages(inspectUnitMessages).save;
  const t = useMessages(inspectWhyMessages);
  const save = useSaveFiles();
  const picture = (format: 'png' | 'svg') => save.picture(name, format, { title, parts: parts(), lines });
  return (
    <Menu
      label={label ?? words.title}
      trigger={(props) => (
        <Button icon="download" {...props}>
          {label ?? words.title}
        </Button>
      )}
    >
      <MenuItem onSelect={() => picture('png')}>{words.png}</MenuItem>
      <MenuItem onSelect={() => picture('svg')}>{words.svg}</MenuItem>
      <MenuItem onSelect={() => save.array(name, values())}>{t.saveNumbers}</MenuItem>
    </Menu>
  );
}

/** A figure of the page, as large as fits the sheet. */
export function figurePart({
  caption,
  layers,
}: {
  readonly caption: string;
  readonly layers: readonly ((theme: ColourTheme) => Pixels)[];
}): InsidePart {
  const drawn = layers.map((make) => make(FIGURE_THEME));
  const [{ width = 1, height = 1 } = {}] = drawn;
  const scale = SIDE / Math.max(width, height);
  return {
    caption,
    width: width * scale,
    height: height * scale,
    layers: drawn.map((pixels) => ({ href: hrefOf(pixels), isSmooth: false })),
    mark: null,
  };
}
