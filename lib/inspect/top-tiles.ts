/** How the best samples of a unit are laid out; all numbers are pixels. */
export interface TopTiles {
  readonly columns: number;
  /** The longer side of the large picture, and of the small ones beside it. */
  readonly large: number;
  readonly small: number;
  readonly words: 'beside' | 'below';
  /** What all of them take; more than there is room for: they are scrolled through. */
  readonly height: number;
}

export interface TilesWish {
  readonly room: { readonly width: number; readonly height: number };
  readonly count: number;
  /** Small pictures stand beside the large one. */
  readonly hasSmall: boolean;
}

/** Between tiles, as in the style sheet; and between what is in one. */
export const TILE_GAP = 4;
export const INNER_GAP = 3;
/** A tile's border and padding, of both sides together. */
const RIM = 6;
/** A line of words; the least width of a number in one, beside the pictures and alone below them with its class. */
const LINE = 15;
const NARROW_WORDS = 34;
const WIDE_WORDS = 84;
/** Below `LEAST` nothing is made out any more; above `MOST` there is nothing more to see. */
const LEAST = 30;
const MOST = 120;
/** Of tiles that are scrolled through. */
const SCROLLED = 64;

/** The largest pictures with which all tiles are seen at once; where even small ones do not fit, some to scroll through. */
export function topTiles(wish: TilesWish): TopTiles {
  const { count, hasSmall } = wish;
  const all = Math.max(1, count);
  let best: TopTiles | null = null;
  for (let columns = 1; columns <= all; columns += 1) {
    for (const words of ['beside', 'below'] as const) {
      const tiles = tilesOf(wish, columns, words);
      if (tiles.large >= LEAST && tiles.large > (best?.large ?? 0)) best = tiles;
    }
  }
  if (best !== null) return best;
  const tile = SCROLLED + (hasSmall ? INNER_GAP + smallOf(SCROLLED) : 0) + RIM;
  const columns = Math.max(1, Math.floor((wish.room.width + TILE_GAP) / (tile + TILE_GAP)));
  return sized(wish, { columns, large: SCROLLED, words: 'below', lines: 2 });
}

function tilesOf(wish: TilesWish, columns: number, words: TopTiles['words']): TopTiles {
  const { room, count, hasSmall } = wish;
  const rows = Math.ceil(count / columns);
  const width = (room.width - (columns - 1) * TILE_GAP) / columns - RIM;
  const height = (room.height - (rows - 1) * TILE_GAP) / rows - RIM;
  const lines = words === 'beside' ? 0 : width >= WIDE_WORDS ? 1 : 2;
  const forPictures = width - (words === 'beside' ? INNER_GAP + NARROW_WORDS : 0) - (hasSmall ? INNER_GAP : 0);
  const byWidth = hasSmall ? (2 * forPictures + INNER_GAP) / 3 : forPictures;
  const byHeight = height - (lines === 0 ? 0 : lines * LINE + INNER_GAP);
  const least = words === 'beside' ? 2 * LINE : 0;
  const large = height < least ? 0 : Math.min(MOST, Math.floor(Math.min(byWidth, byHeight)));
  return sized(wish, { columns, large, words, lines });
}

function sized(
  { count }: TilesWish,
  { columns, large, words, lines }: Pick<TopTiles, 'columns' | 'large' | 'words'> & { readonly lines: number },
): TopTiles {
  const rows = Math.ceil(count / columns);
  const tile = (lines === 0 ? Math.max(large, 2 * LINE) : large + INNER_GAP + lines * LINE) + RIM;
  return { columns, large, small: smallOf(large), words, height: rows * tile + Math.max(0, rows - 1) * TILE_GAP };
}

/** Two of them, one above the other, are as high as the large one. */
function smallOf(large: number): number {
  return Math.floor((large - INNER_GAP) / 2);
}
