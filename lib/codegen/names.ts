const RESERVED = new Set(
  (
    'abstract any arguments as async await boolean break case catch class const constructor continue debugger declare ' +
    'default delete do else enum eval export extends false finally for from function get if implements import in ' +
    'instanceof interface is keyof let module namespace never new null number object of package private protected public ' +
    'readonly require return set static string super switch symbol this throw true try type typeof undefined unique ' +
    'unknown var void while with yield NaN Infinity globalThis console process exports'
  ).split(' '),
);

/** Latin letters that are no base letter with an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** The words of a text in plain Latin letters and digits. */
export function words(text: string): readonly string[] {
  const ascii = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\0-\x7f]/g, (letter) => LETTERS[letter] ?? ' ');
  return ascii.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
}

function lowerFirst(word: string): string {
  return /^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Text a person wrote as an identifier in camel case: "Tích chập 1" → tichChap1. Empty where nothing of it can stand in
 * an identifier.
 */
export function identifier(text: string): string {
  const [first, ...rest] = words(text);
  if (first === undefined) return '';
  const joined = [lowerFirst(first), ...rest.map(upperFirst)].reduce((name, word) =>
    name.length + word.length > MOST_CHARACTERS ? name : name + word,
  );
  const name = joined.slice(0, MOST_CHARACTERS);
  return /^[0-9]/.test(name) ? `layer${name}` : name;
}

/** A title may be a sentence; a name is read in every line that uses it. */
const MOST_CHARACTERS = 40;

export interface NameSource {
  /** What the name is for: the key of the result. */
  readonly key: string;
  /** Texts to make the name from, best first; the first that gives a name is taken. */
  readonly texts: readonly string[];
}

/**
 * A valid identifier for each key: no two alike (not even in another case, as file systems and people see them), none
 * reserved in TypeScript or listed in `taken`.
 */
export function uniqueNames(sources: readonly NameSource[], taken: readonly string[]): ReadonlyMap<string, string> {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  const names = new Map<string, string>();
  for (const { key, texts } of sources) {
    const base = texts.map(identifier).find((name) => name !== '') ?? 'layer';
    const name = firstFree(base, used);
    used.add(name.toLowerCase());
    names.set(key, name);
  }
  return names;
}

function firstFree(base: string, used: ReadonlySet<string>): string {
  const isFree = (name: string) => !RESERVED.has(name) && !used.has(name.toLowerCase());
  if (isFree(base)) return base;
  const stem = /[0-9]$/.test(base) ? `${base}_` : base;
  for (let number = 2; ; number++) {
    if (isFree(`${stem}${number}`)) return `${stem}${number}`;
  }
}
