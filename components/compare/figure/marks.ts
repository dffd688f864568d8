import type { Family } from '@/lib/layers/definition';

/** A colour by its name in theme.css, so that a picture follows the theme on the page and has one of its own in a file. */
export type Ink = 'text' | 'text-2' | 'border' | 'border-strong' | 'accent' | 'surface' | `family-${Family}`;

export type Spot = readonly [x: number, y: number];

/** What pictures are made of; sizes in pixels, `y` down. */
export type Mark =
  | {
      readonly kind: 'rect';
      readonly at: Spot;
      readonly size: Spot;
      readonly ink: Ink;
      /** Told when it is pointed at. */
      readonly title?: string;
    }
  | { readonly kind: 'line'; readonly points: readonly Spot[]; readonly ink: Ink; readonly width: number }
  | {
      readonly kind: 'text';
      readonly at: Spot;
      readonly text: string;
      readonly size: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly ink: Ink;
      readonly isBold?: boolean;
    }
  | { readonly kind: 'dot'; readonly at: Spot; readonly radius: number; readonly ink: Ink };

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export function text(at: Spot, words: string, rest: Partial<Omit<Extract<Mark, { kind: 'text' }>, 'kind'>> = {}): Mark {
  return { kind: 'text', at, text: words, size: 11, anchor: 'start', ink: 'text-2', ...rest };
}

export function line(points: readonly Spot[], ink: Ink, width = 1): Mark {
  return { kind: 'line', points, ink, width };
}

/** The same marks further right and down. */
export function moved(marks: readonly Mark[], [dx, dy]: Spot): readonly Mark[] {
  const by = ([x, y]: Spot): Spot => [x + dx, y + dy];
  return marks.map((mark) =>
    mark.kind === 'line' ? { ...mark, points: mark.points.map(by) } : { ...mark, at: by(mark.at) },
  );
}
