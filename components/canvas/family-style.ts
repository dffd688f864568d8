import type { CSSProperties } from 'react';
import type { Family } from '@/lib/layers/definition';

/** Gives an element its family's colours as --family and --family-soft. */
export function familyStyle(family: Family | undefined): CSSProperties {
  const name = family ?? 'input';
  return { '--family': `var(--family-${name})`, '--family-soft': `var(--family-${name}-soft)` } as CSSProperties;
}
