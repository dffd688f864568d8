import type { Activations } from '@/lib/inspect/channel-map';
import { unitCount } from '@/lib/inspect/channel-map';
import { colourTable, LEVELS, NO_NUMBER, type ColourScale, type ColourTheme } from '@/lib/inspect/colours';
import { cornerOf, drawnSize, positionsBetween, type GridLayout } from '@/lib/inspect/grid-layout';
import { isDead, layerSpan, unitSpan, type UnitFigures, type UnitSpans } from '@/lib/inspect/grid-statistics';
import { fullScale, signedScale, type LevelScale, type Normalisation, type Span } from '@/lib/inspect/normalise';

/** RGBA as an ImageData holds it, a pixel in each number (little-endian: ABGR when written in hexadecimal). */
export interface Pixels {
  readonly data: Uint32Array;
  readonly width: number;
  readonly height: number;
}

export interface GridPicture {
  readonly activations: Activations;
  readonly figures: UnitFigures;
  /** What the colours are scaled to where that is not the maps' own values. */
  readonly spans?: UnitSpans;
  /** The units in the order in which they stand. */
  readonly order: ArrayLike<number>;
  /** In pixels of the picture. */
  readonly layout: GridLayout;
  /** The picture's upper edge in the layout. */
  readonly top: number;
  readonly scale: ColourScale;
  readonly theme: ColourTheme;
  readonly normalisation: Normalisation;
}

/** What the line through a dead map is drawn with: seen on the darkest and the brightest ground of any scale. */
const MARK = pixelOf(128, 128, 128);

/**
 * Draws the maps that are in view, pixel by pixel: each takes the value of the cell it lies in. What lies between the
 * maps stays transparent. A map of zeros has a line across it from corner to corner.
 */
export function paintGrid(pixels: Pixels, picture: GridPicture): void {
  pixels.data.fill(0);
  const { layout, top, figures, order } = picture;
  const [first, end] = positionsBetween(layout, top, top + pixels.height);
  const colours = colourLookup(picture.scale, picture.theme);
  const spans = picture.spans ?? figures;
  const whole = layerSpan(spans);
  const places = placesIn(picture);
  for (let position = first; position < end; position += 1) {
    const unit = order[position] ?? position;
    const { x, y } = cornerOf(layout, position);
    const levels = levelsFor(picture.normalisation === 'layer' ? whole : unitSpan(spans, unit), picture.scale);
    paintUnit(pixels, { unit, x, y: y - top, levels }, { ...places, colours });
    if (isDead(figures, unit)) strikeOut(pixels, { x, y: y - top, ...layout.cell });
  }
}

export function levelsFor(span: Span, scale: ColourScale): LevelScale {
  return scale === 'diverging' ? signedScale(span) : fullScale(span);
}

/** The pixels of each level, and behind them that of what is not a number. */
export function colourLookup(scale: ColourScale, theme: ColourTheme): Uint32Array {
  const table = colourTable(scale, theme);
  const colours = new Uint32Array(LEVELS + 1);
  for (let level = 0; level < LEVELS; level += 1) {
    colours[level] = pixelOf(table[4 * level] ?? 0, table[4 * level + 1] ?? 0, table[4 * level + 2] ?? 0);
  }
  colours[LEVELS] = pixelOf(...NO_NUMBER);
  return colours;
}

/** Of every machine a browser runs on, the least significant byte comes first. */
function pixelOf(red: number, green: number, blue: number): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

interface Places {
  readonly values: Float32Array;
  /** Where in the values the first unit's cell for a pixel's row and column begins. */
  readonly ofRow: Int32Array;
  readonly ofColumn: Int32Array;
}

function placesIn({ activations: { shape, values }, layout: { cell } }: GridPicture): Places {
  const [rows, columns] = drawnSize(shape);
  const channels = unitCount(shape);
  const ofRow = Int32Array.from({ length: cell.height }, (_, y) => {
    return Math.floor((y * rows) / cell.height) * columns * channels;
  });
  const ofColumn = Int32Array.from({ length: cell.width }, (_, x) => {
    return Math.floor((x * columns) / cell.width) * channels;
  });
  return { values, ofRow, ofColumn };
}

interface PlacedUnit {
  readonly unit: number;
  readonly x: number;
  readonly y: number;
  readonly levels: LevelScale;
}

/** The inner loop of everything that moves: no calls, no objects, and rows that repeat are copied. */
function paintUnit(
  { data, width, height }: Pixels,
  { unit, x: left, y: top, levels: { factor, offset } }: PlacedUnit,
  { values, ofRow, ofColumn, colours }: Places & { readonly colours: Uint32Array },
): void {
  const none = colours[LEVELS] ?? 0;
  const flat = colours[Math.min(LEVELS - 1, Math.max(0, Math.round(offset)))] ?? 0;
  const right = Math.min(width - left, ofColumn.length);
  let [before, painted] = [-1, -1];
  for (let y = Math.max(0, -top); y < ofRow.length && top + y < height; y += 1) {
    const row = ofRow[y] ?? 0;
    const start = (top + y) * width + left;
    if (row === before) {
      data.copyWithin(start, painted, painted + right);
      continue;
    }
    for (let x = 0; x < right; x += 1) {
      const value = values[row + (ofColumn[x] ?? 0) + unit] ?? Number.NaN;
      const level = value * factor + offset;
      const shown = level <= 0 ? 0 : level >= LEVELS - 1 ? LEVELS - 1 : (level + 0.5) | 0;
      // What is not a number is not equal to itself; where all are alike, infinity times 0 is none either.
      data[start + x] = value !== value ? none : factor === 0 ? flat : (colours[shown] ?? none);
    }
    [before, painted] = [row, start];
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function strikeOut({ data, width, height }: Pixels, box: Box): void {
  const steps = Math.max(box.width, box.height);
  for (let step = 0; step < steps; step += 1) {
    const x = box.x + Math.floor((step * box.width) / steps);
    const y = box.y + box.height - 1 - Math.floor((step * box.height) / steps);
    if (x >= 0 && x < width && y >= 0 && y < height) data[y * width + x] = MARK;
  }
}
