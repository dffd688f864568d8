import { groundOf, sheet, type Look, type Picture } from '@/lib/pictures/picture';
import { PALETTES, type Palette } from '@/lib/pictures/palette';
import { textWidth } from '@/lib/pictures/text-width';
import { element, escapeXml } from '@/lib/pictures/xml';

/** A part of a picture of what goes on inside a network: pixels over each other, and what is outlined on them. */
export interface InsidePart {
  readonly caption: string;
  /** Its size on the sheet. */
  readonly width: number;
  readonly height: number;
  readonly layers: readonly {
    /** A PNG as a data address. */
    readonly href: string;
    /** Between pixels colours go over into each other. */
    readonly isSmooth: boolean;
  }[];
  /** Numbers and names in it, each on a plate with its left upper corner here, in the part's own units. */
  readonly labels?: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** Outlined, from 0 to 1 of the part's width and height. */
  readonly mark: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
}

const MARGIN = 16;
const GAP = 20;
const TITLE_HEIGHT = 26;
const LINE_HEIGHT = 18;
const TITLE_SIZE = 15;
const TEXT_SIZE = 12;

/** Parts side by side, with what each is below it, and lines of text under all. */
export function insidePicture(
  {
    title,
    parts,
    lines,
  }: { readonly title: string; readonly parts: readonly InsidePart[]; readonly lines: readonly string[] },
  look: Look,
): Picture {
  const palette = PALETTES[look.theme];
  const text = (content: string, x: number, y: number, size: number, fill: string) =>
    element('text', { x, y, 'font-size': size, fill }, escapeXml(content));
  const tallest = parts.reduce((most, { height }) => Math.max(most, height), 0);
  const top = MARGIN + TITLE_HEIGHT;
  const content = [text(title, MARGIN, MARGIN + 14, TITLE_SIZE, palette.text)];
  let left = MARGIN;
  for (const part of parts) {
    content.push(...drawPart(part, [left, top], palette));
    content.push(text(part.caption, left, top + tallest + LINE_HEIGHT, TEXT_SIZE, palette.text2));
    left += Math.max(part.width, textWidth(part.caption, { size: TEXT_SIZE })) + GAP;
  }
  const below = top + tallest + 2 * LINE_HEIGHT;
  lines.forEach((line, at) => content.push(text(line, MARGIN, below + at * LINE_HEIGHT, TEXT_SIZE, palette.text2)));
  const width =
    Math.max(
      left - GAP,
      MARGIN + textWidth(title, { size: TITLE_SIZE }),
      ...lines.map((line) => MARGIN + textWidth(line, { size: TEXT_SIZE })),
    ) + MARGIN;
  const height = below + lines.length * LINE_HEIGHT;
  return sheet({ left: 0, top: 0, width, height, title, ground: groundOf(look, 'surface'), content });
}

function drawPart(
  { width, height, layers, labels = [], mark }: InsidePart,
  [x, y]: readonly [number, number],
  palette: Palette,
): readonly string[] {
  const images = layers.map(({ href, isSmooth }) =>
    element('image', {
      href,
      x,
      y,
      width,
      height,
      preserveAspectRatio: 'none',
      style: isSmooth ? undefined : 'image-rendering:pixelated',
    }),
  );
  const outline = mark === null ? [] : [outlineOf({ mark, x, y, width, height })];
  return [
    ...images,
    element('rect', { x, y, width, height, fill: 'none', stroke: palette.text, 'stroke-width': 0.5 }),
    ...labels.flatMap((label) => drawLabel({ ...label, x: x + label.x, y: y + label.y }, palette)),
    ...outline,
  ];
}

const LABEL_SIZE = 10;

/** Dark on the ground's own colour: read on any map. */
function drawLabel(
  { text, x, y }: { readonly text: string; readonly x: number; readonly y: number },
  { surface, text: ink }: Palette,
): readonly string[] {
  const width = textWidth(text, { size: LABEL_SIZE }) + 6;
  return [
    element('rect', { x, y, width, height: LABEL_SIZE + 3, fill: surface }),
    element('text', { x: x + 3, y: y + LABEL_SIZE, 'font-size': LABEL_SIZE, fill: ink }, escapeXml(text)),
  ];
}

interface Outlined {
  readonly mark: NonNullable<InsidePart['mark']>;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** White under a colour: seen on any ground. */
function outlineOf({ mark, x, y, width, height }: Outlined): string {
  const place = {
    x: x + mark.x * width,
    y: y + mark.y * height,
    width: mark.width * width,
    height: mark.height * height,
  };
  const rect = (stroke: string, lineWidth: number) =>
    element('rect', { ...place, fill: 'none', stroke, 'stroke-width': lineWidth });
  return rect('#ffffff', 4) + rect('#3455d6', 2);
}
