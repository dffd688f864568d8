import type { ByteSource } from '@/lib/datasets/import/byte-source';
import { EntryError } from '@/lib/datasets/import/entry';

const BLOCK = 2 ** 20;
/** Characters; a quote that is never closed would otherwise gather the whole file. */
const LONGEST_ROW = 2 ** 24;
const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The text of a file in parts: UTF-8, or UTF-16 where it starts with that byte order mark. */
async function* textOf(source: ByteSource): AsyncGenerator<string> {
  const start = await source.read(0, Math.min(2, source.size));
  const encoding =
    start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(encoding);
  for (let from = 0; from < source.size; from += BLOCK) {
    yield decoder.decode(await source.read(from, Math.min(source.size, from + BLOCK)), { stream: true });
  }
  yield decoder.decode();
}

/**
 * The rows of comma-separated values (RFC 4180: quotes around cells with delimiters, quotes and line ends, quotes within
 * them doubled), several at a time. Empty lines are left out. A quote that is never closed ends with the file.
 */
export async function* csvRows(source: ByteSource, delimiter: Delimiter): AsyncGenerator<readonly string[][]> {
  const parser = createParser(delimiter);
  for await (const text of textOf(source)) {
    const rows = parser.push(text);
    if (rows.length > 0) yield rows;
  }
  const last = parser.end();
  if (last.length > 0) yield last;
}

interface Parser {
  push(text: string): string[][];
  end(): string[][];
}

function createParser(delimiter: string): Parser {
  let rest = '';
  return {
    push(text) {
      const whole = rest + text;
      const end = lastLineEnd(whole, delimiter);
      rest = whole.slice(end);
      if (rest.length > LONGEST_ROW) throw new EntryError('damaged', 'a row without an end');
      return parseRows(whole.slice(0, end), delimiter);
    },
    end: () => parseRows(rest, delimiter),
  };
}

/** After the last line end that is not within quotes; 0 without one. */
function lastLineEnd(text: string, delimiter: string): number {
  if (!text.includes('"')) return text.lastIndexOf('\n') + 1;
  let end = 0;
  let isQuoted = false;
  let isStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"' && (isQuoted || isStart)) isQuoted = !isQuoted;
    else if (letter === '\n' && !isQuoted) end = at + 1;
    // A quote in the middle of a bare cell is a letter; one right after a closing quote opens again: it was doubled.
    isStart = letter === delimiter || letter === '\n' || letter === '"';
  }
  return end;
}

function parseRows(text: string, delimiter: string): string[][] {
  if (text.includes('"')) return parseQuoted(text, delimiter);
  return text
    .split('\n')
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
    .filter((line) => line !== '')
    .map((line) => line.split(delimiter));
}

function parseQuoted(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length;) {
    const { cell, next } = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at, delimiter);
    row.push(cell);
    at = next;
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function quotedCell(text: string, start: number): { readonly cell: string; readonly next: number } {
  let cell = '';
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { cell: cell + text.slice(at), next: text.length };
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      // Whatever stands between the closing quote and the delimiter is no part of any format.
      const after = /[^,;\t|\r\n]*/y;
      after.lastIndex = quote + 1;
      return { cell, next: quote + 1 + (after.exec(text)?.[0].length ?? 0) };
    }
    cell += '"';
    at = quote + 2;
  }
}

function bareCell(text: string, start: number, delimiter: string): { readonly cell: string; readonly next: number } {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1;
  const isCarriage = text[end] === '\n' && text[end - 1] === '\r' && end > start;
  const next = isCarriage ? end - 1 : end;
  return { cell: text.slice(start, next), next };
}

/** The one that splits the first lines into the most cells, all alike. */
export async function findDelimiter(source: ByteSource): Promise<Delimiter> {
  let text = '';
  for await (const part of textOf({ ...source, size: Math.min(source.size, BLOCK) })) text += part;
  const scores = DELIMITERS.map((delimiter) => {
    const counts = parseRows(text.slice(0, lastLineEnd(text, delimiter) || text.length), delimiter)
      .slice(0, 20)
      .map((row) => row.length);
    const [first = 1] = counts;
    const alike = counts.filter((count) => count === first).length / Math.max(1, counts.length);
    return { delimiter, score: first > 1 ? alike * 1000 + Math.min(first, 999) : 0 };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

/** NaN where it is none; where semicolons separate, commas are decimal points. */
export function cellNumber(cell: string, delimiter: Delimiter): number {
  const text = cell.trim();
  if (text === '') return Number.NaN;
  const value = Number(text);
  if (!Number.isNaN(value) || delimiter !== ';') return value;
  return Number(text.replace(',', '.'));
}
