import type { Diagnostic } from '@/lib/analysis/diagnostic';

/** The same for the same problem at the same place, from one analysis to the next. */
export function problemKey({ code, place, values }: Diagnostic): string {
  return JSON.stringify([code, place, 'part' in values ? values.part : null]);
}
