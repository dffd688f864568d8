/** Far longer than any name a person gives; keeps a hostile file from filling the page with one. */
const MOST_CHARACTERS = 200;

/** Line ends and other controls, marks that reorder text, halves of characters: nothing a name is written with. */
const NO_PART_OF_NAMES = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** Text as a name of a design or a layer: one line that every place can show, print and write as it stands. */
export function plainName(text: string): string {
  // In two steps: a character may take two places of a string, and spreading megabytes would take long.
  const start = [...text.slice(0, 2 * MOST_CHARACTERS)].slice(0, MOST_CHARACTERS).join('');
  return start.replace(NO_PART_OF_NAMES, ' ');
}
