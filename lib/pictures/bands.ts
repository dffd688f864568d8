export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Boxes by the heights they cover, so that one asks only those that a line can meet. */
export interface Bands {
  /** Those that reach into the heights between these, without those that only touch them. */
  between(top: number, bottom: number): readonly Box[];
}

const BAND = 256;

export function createBands(boxes: readonly Box[]): Bands {
  const bands = new Map<number, Box[]>();
  const bandOf = (y: number) => Math.floor(y / BAND);
  for (const box of boxes) {
    for (let band = bandOf(box.top); band <= bandOf(box.bottom); band++) {
      const known = bands.get(band);
      if (known) known.push(box);
      else bands.set(band, [box]);
    }
  }
  const keys = [...bands.keys()].sort((a, b) => a - b);
  const [lowest, highest] = [keys[0] ?? 0, keys.at(-1) ?? 0];
  return {
    between(top, bottom) {
      const found = new Set<Box>();
      const first = Math.max(bandOf(top), lowest);
      const last = Math.min(bandOf(bottom), highest);
      for (let band = first; band <= last; band++) {
        for (const box of bands.get(band) ?? []) if (box.bottom > top && box.top < bottom) found.add(box);
      }
      return [...found];
    },
  };
}
