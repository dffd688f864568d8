import type { ChannelMap } from '@/lib/inspect/channel-map';

type Pair = readonly [number, number];

/** Where a map's cells lie on a picture, per axis: the centre of the first, and from one to the next, in pixels. */
export interface CellPlaces {
  readonly start: Pair;
  /** 0: there is one cell, which sees everything. */
  readonly jump: Pair;
}

/**
 * The map at every pixel of a picture, each cell where the centre of its receptive field is, bilinear between them. Beyond
 * half a cell outside the outermost ones, where no cell is centred, not a number. `picture`: its rows and columns.
 */
export function layOver(map: ChannelMap, places: CellPlaces, picture: Pair): Float32Array {
  const rows = axisShares(map.rows, [places.start[0], places.jump[0]], picture[0]);
  const columns = axisShares(map.columns, [places.start[1], places.jump[1]], picture[1]);
  const out = new Float32Array(picture[0] * picture[1]);
  const { values } = map;
  rows.forEach((row, y) => {
    columns.forEach((column, x) => {
      const [top, bottom] = [row.from * map.columns, row.to * map.columns];
      const upper = mixed(values[top + column.from], values[top + column.to], column.share);
      const lower = mixed(values[bottom + column.from], values[bottom + column.to], column.share);
      out[y * picture[1] + x] = row.isBeyond || column.isBeyond ? Number.NaN : mixed(upper, lower, row.share);
    });
  });
  return out;
}

interface AxisShare {
  readonly from: number;
  readonly to: number;
  /** How much of `to`. */
  readonly share: number;
  readonly isBeyond: boolean;
}

function axisShares(cells: number, [start, jump]: Pair, pixels: number): readonly AxisShare[] {
  return Array.from({ length: pixels }, (_, pixel) => {
    if (jump === 0) return { from: 0, to: 0, share: 0, isBeyond: false };
    const at = (pixel + 0.5 - start) / jump;
    const inside = Math.min(Math.max(at, 0), cells - 1);
    const from = Math.floor(inside);
    return { from, to: Math.min(from + 1, cells - 1), share: inside - from, isBeyond: at < -0.5 || at > cells - 0.5 };
  });
}

function mixed(a = Number.NaN, b = Number.NaN, share: number): number {
  return share === 0 ? a : a * (1 - share) + b * share;
}
