import type { NotedUnit } from '@/lib/document/unit-notes';
import type { CanvasMessages } from '@/lib/messages/canvas';

const MOST_NAMES_TOLD = 6;

/** Which units of a layer have names, in one sentence; the last of many are left out. */
export function notesText(messages: CanvasMessages, noted: readonly NotedUnit[]): string {
  const names = noted.slice(0, MOST_NAMES_TOLD).map(({ unit, note }) => `${unit} “${note}”`);
  return messages.notes(noted.length, names.join(', ') + (noted.length > MOST_NAMES_TOLD ? ' …' : ''));
}
