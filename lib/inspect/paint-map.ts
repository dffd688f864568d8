import type { Activations } from '@/lib/inspect/channel-map';
import { LEVELS, type ColourScale, type ColourTheme } from '@/lib/inspect/colours';
import { levelOf, spanOf } from '@/lib/inspect/normalise';
import { colourLookup, levelsFor, type Pixels } from '@/lib/inspect/paint-grid';

/** A layer's small picture, a pixel for each value: a map as it is, a vector or a sequence as one line from left to right. */
export function paintMap({ shape, values }: Activations, scale: ColourScale, theme: ColourTheme): Pixels {
  const isMap = shape.length === 3;
  const [height, width] = isMap ? [shape[0] ?? 1, shape[1] ?? 1] : [1, values.length];
  const colours = colourLookup(scale, theme);
  const levels = levelsFor(spanOf(values), scale);
  const data = Uint32Array.from(values, (value) => {
    const level = levelOf(value, levels);
    return colours[level < 0 ? LEVELS : level] ?? 0;
  });
  return { data, width, height };
}
