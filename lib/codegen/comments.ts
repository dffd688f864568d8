/** A person's text on one line, so that it cannot end a comment. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replaceAll('*/', '* /').trim();
}

/** 61706 → "61,706" */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
