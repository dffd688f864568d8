/**
 * Advance widths of Helvetica in thousandths of the type size, from space (32) to tilde (126): Adobe Core 14 AFM files.
 * Nothing here can ask the system that will draw the text.
 */
const HELVETICA = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
const FIRST = 32;

/** Fonts a system may take instead (DejaVu Sans, Segoe UI) run up to a sixth wider. */
const ALLOWANCE = 1.14;
const BOLD = 1.07;
/** Of letters of other scripts; East Asian ones are as wide as they are tall. */
const OTHER = 600;
const FULL = 1000;

export interface Type {
  readonly size: number;
  readonly weight?: 'bold';
}

/** How wide a line of text may become, in the unit of its type size. */
export function textWidth(text: string, { size, weight }: Type): number {
  let thousandths = 0;
  for (const letter of text.normalize('NFD')) thousandths += letterWidth(letter.codePointAt(0) ?? 0);
  return (thousandths / 1000) * size * ALLOWANCE * (weight === undefined ? 1 : BOLD);
}

function letterWidth(code: number): number {
  // Accents stand above the letters before them.
  if (code >= 0x300 && code < 0x370) return 0;
  return HELVETICA[code - FIRST] ?? (code >= 0x1100 ? FULL : OTHER);
}

/** The text, or as much of its beginning as has room, with an ellipsis. */
export function fittedText(text: string, room: number, type: Type): string {
  if (textWidth(text, type) <= room) return text;
  const letters = [...text];
  let length = Math.min(letters.length, Math.ceil(room / (0.2 * type.size)));
  while (length > 0 && textWidth(`${letters.slice(0, length).join('')}…`, type) > room) length -= 1;
  return `${letters.slice(0, length).join('').trimEnd()}…`;
}

/** In lines that have room, broken between words, and within a word too long for a line before a capital; else it is cut. */
export function wrappedText(text: string, room: number, type: Type): readonly string[] {
  const words = text.split(' ').flatMap((word) => partsOf(word, room, type));
  const lines = words.reduce<string[]>((before, { part, gap }) => {
    const last = before.at(-1);
    if (last === undefined || textWidth(`${last}${gap}${part}`, type) > room) before.push(part);
    else before[before.length - 1] = `${last}${gap}${part}`;
    return before;
  }, []);
  return lines.map((line) => fittedText(line, room, type));
}

function partsOf(word: string, room: number, type: Type): readonly { readonly part: string; readonly gap: '' | ' ' }[] {
  const parts = textWidth(word, type) <= room ? [word] : word.split(/(?=[A-Z][a-z])/);
  return parts.map((part, index) => ({ part, gap: index === 0 ? ' ' : '' }));
}
