import { plainName } from '@/lib/core/plain-name';

/** A person's text on one line, so that it can neither end a comment nor tell the compiler what to check. */
export function oneLine(text: string): string {
  const line = plainName(text).replace(/\s+/gu, ' ').trim();
  return line.replaceAll('*/', '* /').replace(/@(?=ts-)/gi, '@ ');
}

/** 61706 → "61,706" */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
