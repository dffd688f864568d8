import type { FileProblem } from '@/lib/core/file-problem';
import { fail, succeed, type Result } from '@/lib/core/result';
import { MOST_JSON_BYTES, MOST_JSON_DEPTH } from '@/lib/interop/limits';

/** JSON of unknown origin: within the limits of size and depth, as a value that nothing is known of. */
export function parseJson(text: string): Result<unknown, FileProblem> {
  // A byte order mark, as some editors write it, is not part of the JSON.
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return fail({ code: 'file/empty', values: {} });
  if (content.length > MOST_JSON_BYTES) {
    return fail({ code: 'file/too-large', values: { bytes: content.length, most: MOST_JSON_BYTES } });
  }
  if (depthOf(content) > MOST_JSON_DEPTH) return fail({ code: 'file/too-deep', values: { most: MOST_JSON_DEPTH } });
  try {
    return succeed(JSON.parse(pythonNumbers(content)) as unknown);
  } catch {
    return fail({ code: 'file/not-json', values: {} });
  }
}

export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** How many brackets stand open at once; those inside strings do not count. */
function depthOf(text: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) deepest = Math.max(deepest, (depth += 1));
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
  }
  return deepest;
}

/** Python writes NaN and infinities as bare words, which JSON has not; they become null. */
function pythonNumbers(text: string): string {
  if (!/\b(NaN|Infinity)\b/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (found) => (found.startsWith('"') ? found : 'null'));
}

const [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];
