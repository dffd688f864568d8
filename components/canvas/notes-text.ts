import type { CanvasMessages } from '@/lib/messages/canvas';

const MOST_TOLD = 6;

/** Which units of a layer have names, in one sentence; the last of many are left out. Each: what it stands under, its name. */
export function notesText(messages: CanvasMessages, notes: readonly (readonly [key: string, note: string])[]): string {
  const told = notes.slice(0, MOST_TOLD).map(([key, note]) => `${key.slice(key.lastIndexOf('.') + 1)} “${note}”`);
  return messages.notes(notes.length, told.join(', ') + (notes.length > MOST_TOLD ? ' …' : ''));
}
