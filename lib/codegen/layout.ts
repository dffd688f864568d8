/**
 * Text that may break into lines. A group is printed on one line when it fits, otherwise every `line` directly in it
 * becomes a line break (Wadler, "A prettier printer", 2003).
 */
export type Layout =
  | string
  | { readonly kind: 'concat'; readonly parts: readonly Layout[] }
  | { readonly kind: 'group'; readonly content: Layout }
  | { readonly kind: 'indent'; readonly content: Layout }
  /** A line break, or `flat` where the group fits on one line. */
  | { readonly kind: 'line'; readonly flat: string }
  /** `broken` where the group around it is broken, nothing where it fits. */
  | { readonly kind: 'if-broken'; readonly broken: string }
  /** Nothing itself; breaks every group around it. */
  | { readonly kind: 'force-break' };

export const softLine: Layout = { kind: 'line', flat: '' };
export const line: Layout = { kind: 'line', flat: ' ' };

export function concat(...parts: readonly Layout[]): Layout {
  return { kind: 'concat', parts };
}
export function group(...parts: readonly Layout[]): Layout {
  return { kind: 'group', content: concat(...parts) };
}
export function indent(...parts: readonly Layout[]): Layout {
  return { kind: 'indent', content: concat(...parts) };
}
export function join(parts: readonly Layout[], between: Layout): Layout {
  return concat(...parts.flatMap((part, index) => (index === 0 ? [part] : [between, part])));
}

const INDENT = 2;

/** The width of a layout on one line. */
function flatWidth(layout: Layout): number {
  if (typeof layout === 'string') return layout.length;
  switch (layout.kind) {
    case 'concat':
      return layout.parts.reduce((sum, part) => sum + flatWidth(part), 0);
    case 'group':
    case 'indent':
      return flatWidth(layout.content);
    case 'line':
      return layout.flat.length;
    case 'if-broken':
      return 0;
    case 'force-break':
      return Infinity;
  }
}

/** Characters from here to the first place where a line may end, given what is broken. */
function widthToNextBreak(rest: readonly Layout[]): number {
  let width = 0;
  for (const layout of rest) {
    const { width: own, breaks } = leadingWidth(layout);
    width += own;
    if (breaks) break;
  }
  return width;
}

function leadingWidth(layout: Layout): { readonly width: number; readonly breaks: boolean } {
  if (typeof layout === 'string') return { width: layout.length, breaks: false };
  switch (layout.kind) {
    case 'line':
      return { width: 0, breaks: true };
    case 'if-broken':
      return { width: layout.broken.length, breaks: false };
    case 'force-break':
      return { width: 0, breaks: false };
    case 'group':
    case 'indent':
      return leadingWidth(layout.content);
    case 'concat': {
      let width = 0;
      for (const part of layout.parts) {
        const leading = leadingWidth(part);
        width += leading.width;
        if (leading.breaks) return { width, breaks: true };
      }
      return { width, breaks: false };
    }
  }
}

/** Prints a layout that starts at column `depth × 2`; lines are at most `width` long where the layout allows it. */
export function printLayout(layout: Layout, options: { readonly width: number; readonly depth: number }): string {
  let text = '';
  let column = options.depth * INDENT;

  function write(part: string): void {
    text += part;
    column += part.length;
  }

  function print(part: Layout, depth: number, flat: boolean, rest: readonly Layout[]): void {
    if (typeof part === 'string') return write(part);
    switch (part.kind) {
      case 'concat':
        part.parts.forEach((item, index) => print(item, depth, flat, [...part.parts.slice(index + 1), ...rest]));
        return;
      case 'group': {
        const fits = flat || column + flatWidth(part.content) + widthToNextBreak(rest) <= options.width;
        return print(part.content, depth, fits, rest);
      }
      case 'indent':
        return print(part.content, depth + 1, flat, rest);
      case 'line':
        if (flat) return write(part.flat);
        text += `\n${' '.repeat(depth * INDENT)}`;
        column = depth * INDENT;
        return;
      case 'if-broken':
        if (!flat) write(part.broken);
        return;
      case 'force-break':
        return;
    }
  }

  print(layout, options.depth, false, []);
  return text;
}
