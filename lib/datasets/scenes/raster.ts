/** A point of the picture, in pixels from its upper left corner. */
export type Point = readonly [x: number, y: number];
/** Red, green, blue in [0, 1]; may leave it until the picture is finished. */
export type Colour = readonly [number, number, number];
/** One colour, or one for each place. */
export type Paint = Colour | ((x: number, y: number) => Colour);

export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Lines drawn for each line of pixels: smooth enough upright, exact across. */
const LINES = 4;

/** A picture being painted: red, green, blue for every pixel, row by row. */
export class Raster {
  readonly size: number;
  readonly values: Float32Array;
  readonly #cover: Float32Array;

  constructor(size: number) {
    this.size = size;
    this.values = new Float32Array(size * size * 3);
    this.#cover = new Float32Array(size);
  }

  /** Paints every pixel. */
  wash(paint: (x: number, y: number) => Colour): void {
    for (let y = 0; y < this.size; y += 1) {
      for (let x = 0; x < this.size; x += 1) this.#blend(y * this.size + x, paint(x + 0.5, y + 0.5), 1);
    }
  }

  /** Fills a polygon, which may cross itself (even and odd), by how much of each pixel it covers. */
  fill(polygon: readonly Point[], paint: Paint, opacity = 1): void {
    const { size } = this;
    const top = Math.max(0, Math.floor(Math.min(...polygon.map(([, y]) => y))));
    const bottom = Math.min(size - 1, Math.floor(Math.max(...polygon.map(([, y]) => y))));
    const left = Math.max(0, Math.floor(Math.min(...polygon.map(([x]) => x))));
    const right = Math.min(size - 1, Math.floor(Math.max(...polygon.map(([x]) => x))));
    for (let y = top; y <= bottom; y += 1) {
      this.#cover.fill(0);
      for (let line = 0; line < LINES; line += 1) this.#coverLine(polygon, y + (line + 0.5) / LINES);
      for (let x = left; x <= right; x += 1) {
        const cover = this.#cover[x] ?? 0;
        if (cover <= 0) continue;
        const colour = typeof paint === 'function' ? paint(x + 0.5, y + 0.5) : paint;
        this.#blend(y * size + x, colour, Math.min(1, cover) * opacity);
      }
    }
  }

  #coverLine(polygon: readonly Point[], y: number): void {
    const crossings: number[] = [];
    for (let at = 0; at < polygon.length; at += 1) {
      const a = polygon[at];
      const b = polygon[at + 1] ?? polygon[0];
      if (a === undefined || b === undefined || a[1] <= y === b[1] <= y) continue;
      crossings.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
    }
    crossings.sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      this.#coverSpan(crossings[pair] ?? 0, crossings[pair + 1] ?? 0);
    }
  }

  #coverSpan(from: number, to: number): void {
    const [left, right] = [Math.max(0, from), Math.min(this.size, to)];
    for (let x = Math.floor(left); x < right; x += 1) {
      const part = Math.min(right, x + 1) - Math.max(left, x);
      this.#cover[x] = (this.#cover[x] ?? 0) + part / LINES;
    }
  }

  #blend(pixel: number, colour: Colour, share: number): void {
    const { values } = this;
    const at = pixel * 3;
    const [red = 0, green = 0, blue = 0] = [values[at], values[at + 1], values[at + 2]];
    values[at] = red + share * (colour[0] - red);
    values[at + 1] = green + share * (colour[1] - green);
    values[at + 2] = blue + share * (colour[2] - blue);
  }
}

export function extentOf(polygons: readonly (readonly Point[])[]): Extent {
  const points = polygons.flat();
  return {
    left: Math.min(...points.map(([x]) => x)),
    top: Math.min(...points.map(([, y]) => y)),
    right: Math.max(...points.map(([x]) => x)),
    bottom: Math.max(...points.map(([, y]) => y)),
  };
}
