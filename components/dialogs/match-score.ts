/**
 * How well a text fits what was typed, 0 to 1, 0 = not at all: every word typed must begin a word of the text, or at least
 * stand in it. Case and diacritics do not matter, so that "tich chap" finds "Tích chập".
 */
export function matchScore(text: string, search: string): number {
  const haystack = plain(text);
  const scores = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => wordScore(haystack, word));
  return scores.length === 0
    ? 1
    : scores.includes(0)
      ? 0
      : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function wordScore(haystack: string, word: string): number {
  const at = haystack.indexOf(word);
  if (at === -1) return 0;
  if (at === 0) return 1;
  return haystack.includes(` ${word}`) ? 0.8 : 0.4;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
}
